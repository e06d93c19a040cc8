package org.coordinationledger.imports.command;

/** How far an import is. Public API: constants are never renamed. */
enum ImportState {
    /** Its rows can be looked at; nothing is recorded. */
    PREVIEWED,
    /** Its rows are being recorded, also after a restart. */
    RECORDING,
    /** Every row has its fate. */
    DONE
}
