package org.coordinationledger.appointment.event;

/**
 * What somebody is in a committee. Secretaries and members of the standing committee are members of the executive
 * committee without a record of their own for it. Stored by name: constants are never renamed.
 */
public enum CommitteePosition {
    /** ủy viên ban chấp hành */
    MEMBER_OF_EXECUTIVE_COMMITTEE,
    /** ủy viên ban thường vụ */
    MEMBER_OF_STANDING_COMMITTEE,
    /** phó bí thư */
    DEPUTY_SECRETARY,
    /** bí thư */
    SECRETARY
}
