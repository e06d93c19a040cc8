package org.coordinationledger.architecture.broken.service;

import org.coordinationledger.architecture.broken.village.command.VillageCommand;
import org.coordinationledger.architecture.broken.village.view.VillageView;

/** Breaks a rule on purpose. */
public interface ServiceThatKnowsBothSides {
    VillageCommand command();

    VillageView view();
}
