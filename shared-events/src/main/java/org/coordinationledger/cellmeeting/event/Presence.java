package org.coordinationledger.cellmeeting.event;

/**
 * Whether an assigned member attended a meeting, and if not, with which excuse: a code, never a remark on a person.
 * Stored by name: constants are never renamed.
 */
public enum Presence {
    ATTENDED,
    /** vắng do làm nhiệm vụ */
    ABSENT_ON_DUTY,
    /** vắng do đi học, tập huấn */
    ABSENT_IN_TRAINING,
    /** vắng do nghỉ phép */
    ABSENT_ON_LEAVE,
    /** vắng do ốm đau */
    ABSENT_ILL,
    /** vắng có lý do khác */
    ABSENT_OTHERWISE_EXCUSED,
    /** vắng không lý do */
    ABSENT_UNEXCUSED;

    public boolean attended() {
        return this == ATTENDED;
    }
}
