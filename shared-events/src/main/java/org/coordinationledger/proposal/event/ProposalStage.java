package org.coordinationledger.proposal.event;

/** How far a proposal has come. Shown in lists by name: constants are never renamed. */
public enum ProposalStage {
    MADE,
    RECEIVED,
    ANSWERED,
    WITHDRAWN,
    /** Nobody goes on with it since an organisation was dissolved. */
    LAPSED;

    /** Whether nothing can follow. */
    public boolean over() {
        return compareTo(ANSWERED) >= 0;
    }
}
