package org.coordinationledger.agreement.event;

/** How far an agreement has come. Shown in lists by name: constants are never renamed. */
public enum AgreementStage {
    DRAFT,
    /** The lead party put a revision before all parties. */
    PROPOSED,
    /** A party declined the proposed revision. */
    DECLINED,
    /** All parties signed; the term has yet to begin. */
    SIGNED,
    IN_FORCE,
    REPLACED,
    ENDED,
    LAPSED,
    /** The term's last day is over. */
    EXPIRED;

    /** Whether nothing can follow. */
    public boolean over() {
        return compareTo(REPLACED) >= 0;
    }
}
