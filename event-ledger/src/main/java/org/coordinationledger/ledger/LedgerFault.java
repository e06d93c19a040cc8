package org.coordinationledger.ledger;

/**
 * Something that is wrong with what is stored.
 *
 * @param position where; of the entry, or of the first entry that what is wrong covers
 * @param kind     what is concerned, which is told to people in their language
 * @param reason   exactly what, in English, for whoever looks for the cause
 */
public record LedgerFault(long position, Kind kind, String reason) {

    /** What is concerned. */
    public enum Kind {
        /** An entry is not the one that was sealed, or none at all. */
        ENTRY,
        /** Entries are missing, doubled or in another order. */
        ORDER,
        /** What lies beside an entry for indexes does not say what the entry says. */
        INDEX,
        /** A tile of hashes is missing or was changed. */
        TILE,
        /** A checkpoint is missing, or not signed as it must be. */
        CHECKPOINT,
        /** The tree of where all records end is another. */
        HEADS,
        /** A view is not what the ledger makes of it. */
        VIEW,
        /** A text that an event names is missing or another. */
        TEXT
    }
}
