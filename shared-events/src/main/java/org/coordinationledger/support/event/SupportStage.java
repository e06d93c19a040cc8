package org.coordinationledger.support.event;

/** How far support has come. Shown in lists by name: constants are never renamed. */
public enum SupportStage {
    PROMISED,
    GIVEN,
    /** The promise was taken back. */
    WITHDRAWN,
    /** Nobody keeps the promise since an organisation was dissolved. */
    LAPSED
}
