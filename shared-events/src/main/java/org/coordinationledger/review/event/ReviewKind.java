package org.coordinationledger.review.event;

/** When in the life of what is reviewed a review is held. Stored by name: constants are never renamed. */
public enum ReviewKind {
    /** sơ kết */
    INTERIM,
    /** sơ kết giữa nhiệm kỳ */
    MID_TERM,
    /** tổng kết */
    FINAL
}
