package org.coordinationledger.householdassignment.event;

/** How far a household assignment has come. Shown in lists by name: constants are never renamed. */
public enum HouseholdStage {
    AGREED,
    ASSIGNED,
    ENDED,
    /** Nobody goes on with it since an organisation was dissolved. */
    LAPSED;

    /** Whether nothing can follow. */
    public boolean over() {
        return this == ENDED || this == LAPSED;
    }
}
