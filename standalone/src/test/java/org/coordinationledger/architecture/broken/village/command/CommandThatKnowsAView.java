package org.coordinationledger.architecture.broken.village.command;

import org.coordinationledger.architecture.broken.village.view.VillageView;

/** Breaks a rule on purpose. */
public interface CommandThatKnowsAView {
    VillageView view();
}
