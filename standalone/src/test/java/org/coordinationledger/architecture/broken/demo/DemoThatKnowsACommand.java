package org.coordinationledger.architecture.broken.demo;

import org.coordinationledger.architecture.broken.village.command.VillageCommand;

/** Breaks a rule on purpose. */
public interface DemoThatKnowsACommand {
    VillageCommand command();
}
