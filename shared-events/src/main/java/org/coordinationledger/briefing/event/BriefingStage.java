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
    WITHDRAWN,
    /** Nobody goes on with it since the post was dissolved. */
    LAPSED;

    /** Whether nothing can follow. */
    public boolean over() {
        return compareTo(REJECTED) >= 0;
    }

    /** Whether somebody has yet to submit, pass, return or reject it. */
    public boolean underWay() {
        return this == DRAFTED || this == SUBMITTED || this == RETURNED;
    }
}
