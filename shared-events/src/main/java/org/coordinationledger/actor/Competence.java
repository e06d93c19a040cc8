package org.coordinationledger.actor;

/** What somebody must be competent for to take a step. */
public enum Competence {
    /** Writing down what happened. */
    RECORD,
    /** Approving, signing, designating: an act of the organisation itself. */
    DECIDE,
    /** Finding and following up what an inspection finds, as one of its team. */
    INSPECT,
    /** Keeping the register of organisations. */
    ADMINISTER,
    /** Saying who may act for an organisation. */
    AUTHORISE
}
