package org.coordinationledger.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Where writers hand in their commits and wait. A commit that the committer has not taken can be given up; one that was
 * taken is waited for longer: its outcome may stay unknown while the database is away.
 */
final class CommitQueue {

    private static final int KIB = 1_024;

    private final BlockingQueue<PendingCommit> waiting;
    private final Semaphore kibibytes;
    private final Duration longestWait;
    private final Duration longestOutcome;
    private volatile boolean closed;

    CommitQueue(int commits, int bytes, Duration longestWait, Duration longestOutcome) {
        this.waiting = new ArrayBlockingQueue<>(commits);
        this.kibibytes = new Semaphore(bytes / KIB);
        this.longestWait = longestWait;
        this.longestOutcome = longestOutcome;
    }

    /** Hands a commit in and waits for its outcome. */
    StoredCommit submit(PendingCommit commit) {
        int size = commit.bytes() / KIB + 1;
        if (!kibibytes.tryAcquire(size)) {
            throw new LedgerOverloadedException("too many bytes are waiting to be recorded", null);
        }
        try {
            if (closed || !waiting.offer(commit)) {
                throw new LedgerOverloadedException(closed ? "the ledger is closing" : "too many commits are waiting", null);
            }
            if (closed) {
                refuseWaiting();
            }
            return await(commit);
        } finally {
            kibibytes.release(size);
        }
    }

    private StoredCommit await(PendingCommit commit) {
        boolean interrupted = false;
        boolean taken = false;
        long nanos = longestWait.toNanos();
        try {
            while (true) {
                try {
                    return commit.outcome().get(nanos, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (taken) {
                        throw new OutcomeUnknownException("the outcome was not known " + longestOutcome + " later");
                    }
                    giveUp(commit, "the commit waited longer than " + longestWait + " to be sent", e);
                    taken = true;
                    nanos = longestOutcome.toNanos();
                } catch (InterruptedException e) {
                    interrupted = true;
                    giveUp(commit, "the writer was interrupted", e);
                } catch (ExecutionException e) {
                    throw rethrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void giveUp(PendingCommit commit, String reason, Exception cause) {
        if (commit.withdraw()) {
            waiting.remove(commit);
            throw new LedgerOverloadedException(reason, cause);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return cause instanceof RuntimeException outcome ? outcome : new CompletionException(cause);
    }

    /** Takes the next commits, at least one unless the time is over; never more than the bounds. */
    List<PendingCommit> take(int mostCommits, long mostBytes, Duration patience) throws InterruptedException {
        List<PendingCommit> taken = new ArrayList<>();
        PendingCommit next = patience.isZero() ? waiting.poll() : waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        long bytes = 0;
        while (next != null) {
            if (next.take()) {
                taken.add(next);
                bytes += next.bytes();
            }
            next = taken.size() < mostCommits && bytes + LedgerBounds.MAX_COMMIT_BYTES <= mostBytes ? waiting.poll() : null;
        }
        return taken;
    }

    int size() {
        return waiting.size();
    }

    /** Takes no more commits and turns away those that are waiting. */
    void close() {
        closed = true;
        refuseWaiting();
    }

    private void refuseWaiting() {
        for (PendingCommit commit = waiting.poll(); commit != null; commit = waiting.poll()) {
            if (commit.withdraw()) {
                commit.outcome().completeExceptionally(new LedgerOverloadedException("the ledger is closing", null));
            }
        }
    }
}
