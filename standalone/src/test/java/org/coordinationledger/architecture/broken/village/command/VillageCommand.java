package org.coordinationledger.architecture.broken.village.command;

/** What others must not know. */
public interface VillageCommand {}
