package org.coordinationledger.briefing.event;

/** How far a briefing has come. Shown in lists by name: constants are never renamed. */
public enum BriefingStage {
    /** A revision is being written; no earlier one counts as passed any more. */
    DRAFTED,
    SUBMITTED,
    /** Returned with remarks; it is to be revised or submitted again. */
    RETURNED,
    PASSED,
    REJECTED,
    WITHDRAWN;

    /** Whether nothing can follow. */
    public boolean over() {
        return this == REJECTED || this == WITHDRAWN;
    }

    /** Whether somebody has yet to submit, pass, return or reject it. */
    public boolean underWay() {
        return this == DRAFTED || this == SUBMITTED || this == RETURNED;
    }
}
