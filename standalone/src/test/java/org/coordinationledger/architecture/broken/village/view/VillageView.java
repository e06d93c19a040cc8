package org.coordinationledger.architecture.broken.village.view;

/** What others must not know. */
public interface VillageView {}
