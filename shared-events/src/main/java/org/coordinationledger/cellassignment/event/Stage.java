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
    ENDED,
    /** Nobody goes on with it since an organisation was dissolved. */
    LAPSED;

    /** Whether nothing can follow. */
    public boolean over() {
        return compareTo(REPLACED) >= 0;
    }

    /** Whether the member has a seat in a cell, be it resting. */
    public boolean seated() {
        return this == ASSIGNED || this == SUSPENDED;
    }
}
