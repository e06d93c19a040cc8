package org.coordinationledger.organisation.event;

/** Along which line an organisation stands under another. */
public enum Line {
    PARTY,
    COMMAND
}
