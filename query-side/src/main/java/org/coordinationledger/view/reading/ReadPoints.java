package org.coordinationledger.view.reading;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;

/**
 * Finds the position at which a request reads: always the end of a commit; now, the last one that all segments have
 * reached; never a later one. Who asks
 * for a later position waits for it at most {@link #LONGEST_WAIT}, woken by the projection of this process and looking
 * again each {@link #LOOK} in case another process projects.
 */
public final class ReadPoints {

    public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int RETRY_AFTER_SECONDS = 2;
    /** Far fewer than a server has threads, so that those who wait keep nobody else waiting, health least of all. */
    private static final int MOST_WAITING = 32;

    /** Where the last whole commit ends, for the watermark that was looked at last. */
    private record Whole(long watermark, long end) {}

    private final Generations generations;
    private final LedgerReader ledger;
    private final Progress progress;
    private final InstantSource clock;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private volatile Whole lastWhole = new Whole(-1, -1);

    /** @param clock the one that recorded times come from */
    public ReadPoints(Generations generations, LedgerReader ledger, Progress progress, InstantSource clock) {
        this.generations = generations;
        this.ledger = ledger;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * The point at which to read.
     *
     * @param waitFor a position that MUST have been reached before anything is read; -1 for none
     * @throws RejectedException with {@link ServiceRejection.PositionNotReached} if the views do not get there in time,
     *     or with {@link ServiceRejection.Overloaded} if too many wait already
     */
    public ReadPoint at(KnownOn knownOn, long waitFor) {
        long needed = Math.max(asked(knownOn), endOfCommit(waitFor));
        Optional<ReadPoint> reached = reached(needed);
        ReadPoint point = reached.isPresent() ? reached.get() : waitUntil(needed);
        return knownOn instanceof KnownOn.Now ? point : new ReadPoint(point.generation(), asked(knownOn, point));
    }

    /** The position that must be reached; -1 if any will do. */
    private long asked(KnownOn knownOn) {
        if (knownOn instanceof KnownOn.Position p) {
            return wholeCommitsUpTo(p.position());
        }
        if (knownOn instanceof KnownOn.Before before && before.instant().isBefore(clock.instant())) {
            return ledger.positionAt(before.instant());
        }
        return -1;
    }

    private long asked(KnownOn knownOn, ReadPoint point) {
        if (knownOn instanceof KnownOn.Before before && !before.instant().isBefore(clock.instant())) {
            return point.knownAt();
        }
        return Math.min(asked(knownOn), point.knownAt());
    }

    private Optional<ReadPoint> reached(long needed) {
        Optional<Generation> live = generations.live();
        return live.map(g -> new ReadPoint(g, wholeCommitsReached(generations.watermark(g))))
                .filter(p -> p.knownAt() >= needed);
    }

    private long wholeCommitsReached(long watermark) {
        Whole known = lastWhole;
        if (known.watermark() != watermark) {
            known = new Whole(watermark, wholeCommitsUpTo(watermark));
            lastWhole = known;
        }
        return known.end();
    }

    /** A commit is known as a whole or not at all: inside one, what was known is what the commit before it left. */
    private long wholeCommitsUpTo(long position) {
        return entry(position)
                .map(entry -> endOf(entry) == position ? position : entry.commitFirst() - 1)
                .orElse(position);
    }

    private long endOfCommit(long position) {
        return entry(position).map(ReadPoints::endOf).orElse(position);
    }

    private Optional<Entry> entry(long position) {
        return position < 0 ? Optional.empty() : ledger.entry(position);
    }

    private static long endOf(Entry entry) {
        return entry.commitFirst() + entry.commitCount() - 1;
    }

    private ReadPoint waitUntil(long needed) {
        if (!waiting.tryAcquire()) {
            throw new RejectedException(new ServiceRejection.Overloaded(RETRY_AFTER_SECONDS));
        }
        try {
            long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
            while (true) {
                long seen = progress.changes();
                Optional<ReadPoint> reached = reached(needed);
                if (reached.isPresent()) {
                    return reached.get();
                }
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isNegative() || left.isZero()) {
                    throw notReached(needed);
                }
                progress.await(seen, left.compareTo(LOOK) < 0 ? left : LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReached(needed);
        } finally {
            waiting.release();
        }
    }

    private RejectedException notReached(long needed) {
        long reached = generations.live().map(generations::watermark).orElse(-1L);
        return new RejectedException(
                new ServiceRejection.PositionNotReached(Math.max(needed, 0), reached, RETRY_AFTER_SECONDS));
    }
}
