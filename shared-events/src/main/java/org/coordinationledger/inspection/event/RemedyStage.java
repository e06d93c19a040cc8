package org.coordinationledger.inspection.event;

/** How far a remedy has come. Named in refusals: constants are never renamed. */
public enum RemedyStage {
    REQUIRED,
    REPORTED,
    ACCEPTED
}
