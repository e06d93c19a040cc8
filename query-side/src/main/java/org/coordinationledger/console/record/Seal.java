package org.coordinationledger.console.record;

import org.coordinationledger.console.page.Page;
import org.coordinationledger.ledger.sealing.PublishedCheckpoint;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.jspecify.annotations.Nullable;

/**
 * In which checkpoint a step is sealed, as its page tells it.
 *
 * @param words   the sentence
 * @param covered whether the newest checkpoint covers the step
 */
record Seal(String words, boolean covered) {

    /** Null where nothing is sealed at all. */
    static @Nullable Seal of(SealedLog log, long position, Page page) {
        PublishedCheckpoint newest = log.latest().orElse(null);
        if (newest == null) {
            return null;
        }
        if (newest.size() <= position) {
            return new Seal(page.text("record.sealed.not-yet"), false);
        }
        int witnesses = newest.cosignatures().size();
        return new Seal(
                page.text(
                        witnesses == 0 ? "record.sealed.alone" : "record.sealed",
                        "size", page.number(newest.size()),
                        "time", page.time(newest.at()),
                        "witnesses", page.number(witnesses)),
                true);
    }
}
