package org.coordinationledger.service.verification;

import java.util.Optional;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.DeepVerification;

/** Verifies what is sealed: entries, index fields, tiles, checkpoints and the tree of record heads. */
public final class LedgerVerifying implements Verifying {

    private final DeepVerification verification;

    /** Of what is sealed now. */
    public LedgerVerifying(LedgerStore ledger) {
        this.verification = new DeepVerification(ledger);
    }

    @Override
    public long size() {
        return verification.size();
    }

    @Override
    public long verified() {
        return verification.verified();
    }

    @Override
    public int checkpoints() {
        return verification.checkpoints();
    }

    @Override
    public Optional<LedgerFault> fault() {
        return verification.fault();
    }

    @Override
    public boolean step(int things) {
        return verification.step(things);
    }
}
