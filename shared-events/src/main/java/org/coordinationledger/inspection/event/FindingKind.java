package org.coordinationledger.inspection.event;

/** How grave a finding is. Stored by name: constants are never renamed. */
public enum FindingKind {
    /** hạn chế, khuyết điểm */
    SHORTCOMING,
    /** vi phạm */
    VIOLATION
}
