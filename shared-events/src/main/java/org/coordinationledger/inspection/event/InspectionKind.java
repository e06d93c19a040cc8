package org.coordinationledger.inspection.event;

/** Two acts that are not to be confused. Stored by name: constants are never renamed. */
public enum InspectionKind {
    /** kiểm tra */
    INSPECTION,
    /** giám sát */
    SUPERVISION
}
