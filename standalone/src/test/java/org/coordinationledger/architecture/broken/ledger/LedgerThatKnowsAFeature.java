package org.coordinationledger.architecture.broken.ledger;

import org.coordinationledger.architecture.broken.village.event.EventThatKnowsSpring;

/** Breaks a rule on purpose. */
public interface LedgerThatKnowsAFeature {
    EventThatKnowsSpring event();
}
