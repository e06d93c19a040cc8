package org.coordinationledger.proposal.event;

/** What is proposed. Stored by name: constants are never renamed. */
public enum ProposalKind {
    /** đề nghị */
    REQUEST,
    /** tham mưu */
    ADVICE
}
