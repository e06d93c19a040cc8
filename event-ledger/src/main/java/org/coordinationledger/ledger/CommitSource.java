package org.coordinationledger.ledger;

import java.time.Duration;
import java.util.List;

/** Where the appender gets commits from. */
@FunctionalInterface
interface CommitSource {

    /**
     * Takes the next commits, never more than the bounds; none if none came in time.
     *
     * @throws InterruptedException if the thread was interrupted while it waited; never without patience
     */
    List<PendingCommit> take(int mostCommits, long mostBytes, Duration patience) throws InterruptedException;
}
