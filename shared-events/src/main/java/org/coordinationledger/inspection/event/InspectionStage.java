package org.coordinationledger.inspection.event;

/** How far an inspection has come. Shown in lists by name: constants are never renamed. */
public enum InspectionStage {
    /** Decided and not concluded: subjects report, the team finds, subjects are heard. */
    UNDER_WAY,
    /** The commissioning body issued its conclusion; remedies follow. */
    CONCLUDED,
    CLOSED,
    /** Nobody goes on with it since an organisation was dissolved. */
    LAPSED
}
