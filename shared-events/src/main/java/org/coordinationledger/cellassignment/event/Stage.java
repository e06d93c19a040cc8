package org.coordinationledger.cellassignment.event;

/** How far an assignment has come. Shown in lists by name: constants are never renamed. */
public enum Stage {
    SELECTED,
    AGREED,
    INTRODUCED,
    RECEIVED,
    REPLACEMENT_REQUESTED,
    ASSIGNED,
    SUSPENDED,
    REPLACED,
    ENDED;

    /** Whether nothing can follow. */
    public boolean over() {
        return this == REPLACED || this == ENDED;
    }

    /** Whether the member has a seat in a cell, be it resting. */
    public boolean seated() {
        return this == ASSIGNED || this == SUSPENDED;
    }
}
