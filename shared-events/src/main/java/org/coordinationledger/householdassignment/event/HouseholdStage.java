package org.coordinationledger.householdassignment.event;

/** How far a household assignment has come. Shown in lists by name: constants are never renamed. */
public enum HouseholdStage {
    AGREED,
    ASSIGNED,
    ENDED;

    /** Whether nothing can follow. */
    public boolean over() {
        return this == ENDED;
    }
}
