package org.coordinationledger.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the committer asks of the recorded ledger. Answers come from what is durable on a majority, and may be late. */
interface CommitLookup {

    /**
     * The commits that hold the entries at this position and after it, in order: so many that they hold at least the
     * given number of such entries, or all there are.
     */
    List<StoredCommit> from(long position, int entries, boolean withTexts);

    /** The last commit, without its entries; {@code known} is a position known to be recorded, or -1. */
    Optional<StoredCommit> last(long known);

    /** The commit whose first entry has exactly this position. */
    Optional<StoredCommit> startingAt(long first);

    /** The commit that a request led to. */
    Optional<StoredCommit> byRequest(String request);

    /** Positions of those of these stream keys that are recorded. */
    Map<String, Long> positionsOf(Collection<String> keys);
}
