package org.coordinationledger.ledger;

import java.time.Duration;

/**
 * Is told what happens while commits are appended, for metrics. Every method does nothing by default.
 *
 * <p>Called on the committer's or on a writer's thread, several at once: an observer MUST be safe for use by several
 * threads and MUST return at once. What it throws is logged and otherwise ignored; it never changes an outcome.
 */
public interface LedgerObserver {

    /** An observer that ignores everything. */
    LedgerObserver NONE = new LedgerObserver() { };

    /**
     * Commits sent together became durable on a majority.
     *
     * @param commits number of commits, at least one
     * @param entries number of entries in them
     * @param took    from sending them until the answer
     */
    default void batchRecorded(int commits, int entries, Duration took) {
    }

    /**
     * A commit was refused because a stream had moved.
     *
     * @param written whether the commit writes that stream; otherwise it only read it
     */
    default void conflict(boolean written) {
    }

    /** The outcome of an insert stayed unknown, so the same documents are sent again. */
    default void insertedAgain() {
    }

    /**
     * Entries of other processes were met at positions that this process had meant to take.
     *
     * @param entries how many, at least one
     */
    default void tookOver(long entries) {
    }

    /**
     * This process got its turn to append.
     *
     * @param waited how long it waited for it
     */
    default void turn(Duration waited) {
    }

    /** A commit was turned away before it was sent, because the ledger is overloaded, out of reach or closing. */
    default void turnedAway() {
    }
}
