package org.coordinationledger.architecture.broken.service;

import org.coordinationledger.architecture.broken.village.view.VillageView;

/** Breaks a rule on purpose. */
public interface ServiceThatKnowsASide {
    VillageView view();
}
