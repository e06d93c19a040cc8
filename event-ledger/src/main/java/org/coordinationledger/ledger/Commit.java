package org.coordinationledger.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work recorded, all of it or nothing.
 *
 * @param first         position of its first entry
 * @param recordedAt    when it was recorded; the same for all its entries
 * @param request       {@code <actor>/<request key>}, or null if the request had no key
 * @param commandDigest digest of the command that led to it, or null if none was given
 * @param entries       its entries in order, at least one
 */
public record Commit(
        long first,
        Instant recordedAt,
        @Nullable String request,
        @Nullable String commandDigest,
        List<Entry> entries) {

    /** Copies the list. */
    public Commit {
        entries = List.copyOf(entries);
    }

    /** Number of entries. */
    public int count() {
        return entries.size();
    }

    /** Position of its last entry. */
    public long last() {
        return first + entries.size() - 1;
    }
}
