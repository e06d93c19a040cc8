package org.coordinationledger.actor;

/** What somebody must be competent for to take a step. */
public enum Competence {
    /** Writing down what happened. */
    RECORD,
    /** Approving, signing, designating: an act of the organisation itself. */
    DECIDE,
    /** Keeping the register of organisations. */
    ADMINISTER
}
