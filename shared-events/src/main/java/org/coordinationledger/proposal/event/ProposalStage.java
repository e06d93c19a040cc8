package org.coordinationledger.proposal.event;

/** How far a proposal has come. Shown in lists by name: constants are never renamed. */
public enum ProposalStage {
    MADE,
    RECEIVED,
    ANSWERED,
    WITHDRAWN;

    /** Whether nothing can follow. */
    public boolean over() {
        return this == ANSWERED || this == WITHDRAWN;
    }
}
