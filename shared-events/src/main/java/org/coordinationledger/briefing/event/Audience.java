package org.coordinationledger.briefing.event;

/** Whom of a cell a briefing was delivered to. Stored by name: constants are never renamed. */
public enum Audience {
    /** chi bộ */
    CELL,
    /** chi ủy */
    CELL_COMMITTEE
}
