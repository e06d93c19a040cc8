package org.coordinationledger.programme.event;

/** What a programme is in form. Stored by name: constants are never renamed. */
public enum ProgrammeKind {
    /** nghị quyết */
    RESOLUTION,
    /** kế hoạch */
    PLAN,
    /** chương trình */
    PROGRAMME
}
