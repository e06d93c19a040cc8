package org.coordinationledger.actor;

/** The body of an organisation that acts; bodies are not organisations. Stored by name: constants are never renamed. */
public enum Body {
    /** the committee itself: tỉnh ủy, đảng ủy */
    COMMITTEE,
    /** ban thường vụ, thường vụ */
    STANDING_COMMITTEE,
    /** chỉ huy, bộ chỉ huy */
    COMMAND,
    /** chi ủy of a cell */
    CELL_COMMITTEE
}
