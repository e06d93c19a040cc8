package org.coordinationledger.architecture.broken.evidence;

import org.coordinationledger.architecture.broken.village.view.VillageView;

/** Breaks a rule on purpose. */
public interface EvidenceThatKnowsAView {
    VillageView view();
}
