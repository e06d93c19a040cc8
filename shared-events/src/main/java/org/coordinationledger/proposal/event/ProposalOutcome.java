package org.coordinationledger.proposal.event;

/** How a proposal was answered. Stored by name: constants are never renamed. */
public enum ProposalOutcome {
    ACCEPTED,
    REFUSED,
    /** By a document, which the answer names. */
    CARRIED_OUT
}
