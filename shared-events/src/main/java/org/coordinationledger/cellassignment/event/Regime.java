package org.coordinationledger.cellassignment.event;

/** How a member takes part in the cell's life. Stored by name: constants are never renamed. */
public enum Regime {
    /** tham gia sinh hoạt tạm thời */
    PROVISIONAL_PARTICIPATION,
    /** tham dự sinh hoạt */
    ATTENDANCE
}
