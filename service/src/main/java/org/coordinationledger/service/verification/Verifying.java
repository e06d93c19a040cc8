package org.coordinationledger.service.verification;

import java.util.Optional;
import org.coordinationledger.ledger.LedgerFault;

/** Something that is being verified, step by step. Used by one thread at a time. */
public interface Verifying {

    /** How many things there are to verify; entries of the ledger where they are counted. */
    long size();

    /** How many of them were verified. */
    long verified();

    /** How many checkpoints were verified, where there are any. */
    default int checkpoints() {
        return 0;
    }

    /** What is wrong first; empty if nothing was found so far. */
    Optional<LedgerFault> fault();

    /**
     * Goes on for a while.
     *
     * @param things about how many to verify
     * @return whether there is more to do
     */
    boolean step(int things);
}
