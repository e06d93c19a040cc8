package org.coordinationledger.architecture.broken.auditor;

import org.coordinationledger.architecture.broken.ledger.LedgerThatKnowsAFeature;

/** Breaks a rule on purpose. */
public interface AuditorThatKnowsTheLedger {
    LedgerThatKnowsAFeature ledger();
}
