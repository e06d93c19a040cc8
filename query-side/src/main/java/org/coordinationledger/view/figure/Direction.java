package org.coordinationledger.view.figure;

/** Along what a figure is broken down by organisation. */
public enum Direction {
    /** The party line: who stands under whose party committee. */
    PARTY,
    /** The command line. */
    COMMAND,
    /** The communes that border posts cover. */
    TERRITORY
}
