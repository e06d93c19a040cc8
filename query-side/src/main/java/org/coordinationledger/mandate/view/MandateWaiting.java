package org.coordinationledger.mandate.view;

/** What a mandate waits for. Shown by name: constants are never renamed. */
enum MandateWaiting {
    /** It ends soon: extend it, or let it end. */
    MANDATE_ENDING
}
