package org.coordinationledger.imports.command;

/** What becomes of a row. Public API: constants are never renamed. */
enum Fate {
    /** Nothing stands against it; it is recorded when the import is confirmed. */
    TO_RECORD,
    /** All that the row asks for is recorded already, or an earlier row says the same. */
    ALREADY_THERE,
    /** A cell cannot be read, or a rule stands against it; nothing more of it is recorded. */
    REFUSED,
    /** Recorded by this import. */
    RECORDED
}
