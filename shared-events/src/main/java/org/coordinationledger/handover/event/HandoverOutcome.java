package org.coordinationledger.handover.event;

/** What a handover decides about a record. Stored by name: constants are never renamed. */
public enum HandoverOutcome {
    /** Another organisation goes on with it. */
    INHERITED,
    /** Another record goes on in its place. */
    REPLACED,
    /** Nobody goes on with it. */
    LAPSED
}
