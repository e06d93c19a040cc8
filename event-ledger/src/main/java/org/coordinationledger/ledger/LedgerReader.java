package org.coordinationledger.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads of the ledger. All of them are at read concern majority on the primary, so nothing that was read can be undone,
 * and each sees at least what the reads and commits of this reader before it have seen or recorded.
 *
 * <p>Limits MUST lie between 1 and {@link LedgerBounds#MAX_READ}. Fewer entries than the limit come back only at the end.
 */
public interface LedgerReader {

    /** The id of this ledger, which stands in every entry. */
    String logId();

    /** The greatest position, or -1 if the ledger is empty. */
    long tail();

    /**
     * Makes every later read see whatever was acknowledged to anybody before this call. Without it, what others have just
     * recorded may not be visible yet, or still be read from a primary that was deposed. Costs a small write to a majority
     * on a replica set, bounded to five seconds, and nothing on other servers, where it holds anyway.
     *
     * @throws com.mongodb.MongoException if that was not possible in time; nothing is known then about what others recorded
     */
    void catchUp();

    /** Entries from a position on (inclusive; inside a commit too), in order. */
    List<Entry> entriesFrom(long position, int limit);

    /**
     * Entries from a position on (inclusive; inside a commit too), in order, as they are stored: for readers that go
     * through much of the ledger, and parse elsewhere or not at all. Any number of threads may read at once.
     */
    List<StoredEntry> storedFrom(long position, int limit);

    /** Entries of one stream from a sequence on (inclusive), in order. */
    List<Entry> entriesOf(String streamId, long fromSequence, int limit);

    /** The entry at a position, if there is one. */
    Optional<Entry> entry(long position);

    /** The greatest position recorded before this instant, or -1. */
    long positionAt(Instant instant);

    /** What this actor recorded under this request key. */
    Optional<Commit> commitByRequest(String actor, String requestKey);

    /**
     * The mark of a position.
     *
     * @throws IllegalArgumentException if nothing is recorded there and it is not -1
     */
    LogMark mark(long position);

    /** Whether this ledger is the mark's ledger and still has its entry. */
    boolean holds(LogMark mark);
}
