package org.coordinationledger.member.event;

/** The yearly rating of a member by the home organisation. Stored by name: constants are never renamed. */
public enum Rating {
    /** hoàn thành xuất sắc nhiệm vụ */
    EXCELLENT,
    /** hoàn thành tốt nhiệm vụ */
    WELL,
    /** hoàn thành nhiệm vụ */
    COMPLETED,
    /** không hoàn thành nhiệm vụ */
    NOT_COMPLETED
}
