package org.coordinationledger.architecture.broken.village.view;

import org.coordinationledger.architecture.broken.village.command.VillageCommand;

/** Breaks a rule on purpose. */
public interface ViewThatKnowsACommand {
    VillageCommand command();
}
