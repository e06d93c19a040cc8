package org.coordinationledger.ledger;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.coordinationledger.ledger.LedgerTail.Placed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this process that appends: takes what is waiting, gives it positions, sends it as one ordered
 * insert, and settles each commit's outcome. See {@code docs/explanation/life-of-an-entry.md}.
 */
final class Committer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Committer.class);

    private static final int DUPLICATE_KEY = 11000;
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** What a commit that met a duplicate key turned out to be. */
    private enum Finding { OWN_LANDED, POSITION_TAKEN, REFUSED, STILL_UNKNOWN }

    private final LedgerSettings settings;
    private final CommitQueue queue;
    private final CommitReads reads;
    private final CommitInserts inserts;
    private final LedgerTail tail;
    private final ClockComparison clocks;
    private final LongConsumer onTail;
    private final LedgerObserver observer;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch graceOver = new CountDownLatch(1);

    /** Commits that wait for another one's outcome; bounded by the batch. */
    private List<PendingCommit> deferred = new ArrayList<>();
    private boolean loaded;

    Committer(LedgerSettings settings, CommitReads reads, CommitInserts inserts, String logId, ClockComparison clocks,
            LongConsumer onTail, LedgerObserver observer) {
        this.settings = settings;
        this.queue = new CommitQueue(settings.queueCommits(), settings.queueBytes(), settings.longestWait(),
                settings.longestOutcome());
        this.reads = reads;
        this.inserts = inserts;
        this.tail = new LedgerTail(reads, logId, settings.recentStreams());
        this.clocks = clocks;
        this.onTail = onTail;
        this.observer = observer;
        this.thread = new Thread(this::run, "ledger-committer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Hands a commit in and waits until it is recorded or refused. */
    StoredCommit append(PendingCommit commit) {
        return queue.submit(commit);
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        while (true) {
            List<PendingCommit> batch = new ArrayList<>(deferred);
            try {
                boolean stop = closing.getCount() == 0;
                batch.addAll(queue.take(settings.batchCommits(), settings.batchBytes(),
                        stop || !batch.isEmpty() ? Duration.ZERO : PATIENCE));
                if (batch.isEmpty() && stop) {
                    return;
                }
            } catch (InterruptedException e) {
                log.warn("the committer was interrupted; only closing the ledger ends it");
            }
            deferred = new ArrayList<>();
            if (!batch.isEmpty()) {
                settle(batch);
            }
        }
    }

    private void settle(List<PendingCommit> batch) {
        List<PendingCommit> open = batch;
        try {
            if (!loaded) {
                tail.load();
                loaded = true;
            }
            clocks.check();
            while (!open.isEmpty()) {
                Instant now = settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
                LedgerTail.Plan plan = tail.plan(open, now);
                plan.refused().forEach(this::refuse);
                deferred.addAll(plan.deferred());
                open = send(plan.placed());
            }
        } catch (ClockSkewException e) {
            fail(batch, e);
        } catch (MongoException e) {
            log.warn("the ledger cannot be read", e);
            fail(batch, new LedgerOverloadedException("the ledger cannot be read: " + e.getMessage(), e));
        } catch (RuntimeException e) {
            log.error("a batch failed unexpectedly", e);
            loaded = false;
            fail(batch, e);
        }
    }

    /** Fails those that have no outcome yet. Only called while nothing of them is on the way. */
    private void fail(List<PendingCommit> batch, RuntimeException reason) {
        deferred.removeAll(batch);
        batch.forEach(pending -> pending.outcome().completeExceptionally(reason));
    }

    /** A repeated request usually meets the conflict with its own first outcome: that outcome is the better answer. */
    private void refuse(PendingCommit pending, RuntimeException reason) {
        RuntimeException answer = pending.request() == null
                ? reason
                : reads.byRequest(pending.request())
                        .<RuntimeException>map(first -> new DuplicateRequestException(first.toCommit()))
                        .orElse(reason);
        pending.outcome().completeExceptionally(answer);
    }

    /** Sends until the outcome of each is known or the rest has to be placed anew, which is returned. */
    private List<PendingCommit> send(List<Placed> placed) {
        int done = 0;
        Duration pause = FIRST_PAUSE;
        while (done < placed.size()) {
            long sent = System.nanoTime();
            try {
                inserts.insert(placed.subList(done, placed.size()).stream().map(p -> p.commit().toDocument()).toList());
                landed(placed.subList(done, placed.size()), sent);
                return List.of();
            } catch (MongoBulkWriteException e) {
                if (isDuplicateKey(e)) {
                    int index = done + e.getWriteErrors().get(0).getIndex();
                    landed(placed.subList(done, index), sent);
                    done = index;
                    switch (examine(placed.get(index))) {
                        case OWN_LANDED -> {
                            landed(placed.subList(index, index + 1), sent);
                            done = index + 1;
                            continue;
                        }
                        case POSITION_TAKEN -> {
                            takeOver();
                            return rest(placed, index);
                        }
                        case REFUSED -> {
                            return rest(placed, index + 1);
                        }
                        case STILL_UNKNOWN -> log.warn("a duplicate key is not visible at majority yet", e);
                    }
                } else {
                    log.warn("outcome unknown, inserting the same documents again", e);
                }
            } catch (MongoException e) {
                log.warn("outcome unknown, inserting the same documents again", e);
            }
            if (!pause(pause)) {
                giveUp(placed.subList(done, placed.size()));
                return List.of();
            }
            observer.insertedAgain();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return List.of();
    }

    /** A definite answer: everything before the failed document is durable, and the failed one met a duplicate key. */
    private static boolean isDuplicateKey(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null && e.getWriteErrors().size() == 1
                && e.getWriteErrors().get(0).getCode() == DUPLICATE_KEY;
    }

    private Finding examine(Placed placed) {
        try {
            return find(placed);
        } catch (MongoException e) {
            log.warn("the ledger cannot be read to tell a duplicate key", e);
            return Finding.STILL_UNKNOWN;
        }
    }

    /** Asks at majority, whatever index reported the duplicate: after an unknown outcome it may be any of the three. */
    private Finding find(Placed placed) {
        var there = reads.startingAt(placed.commit().first());
        if (there.isPresent()) {
            boolean own = there.get().entries().equals(placed.commit().entries());
            return own ? Finding.OWN_LANDED : Finding.POSITION_TAKEN;
        }
        PendingCommit pending = placed.pending();
        var first = pending.request() == null ? null : reads.byRequest(pending.request()).orElse(null);
        if (first != null) {
            pending.outcome().completeExceptionally(new DuplicateRequestException(first.toCommit()));
            return Finding.REFUSED;
        }
        var taken = reads.positionsOf(pending.keys());
        if (!taken.isEmpty()) {
            String key = taken.keySet().iterator().next();
            pending.outcome().completeExceptionally(
                    new StreamMovedException(StreamKey.streamId(key), StreamKey.sequence(key), true));
            return Finding.REFUSED;
        }
        return Finding.STILL_UNKNOWN;
    }

    private void takeOver() {
        long before = tail.position();
        tail.takeOver();
        onTail.accept(tail.position());
        if (tail.position() > before) {
            observer.tookOver(tail.position() - before);
        }
    }

    private void landed(List<Placed> placed, long sentNanos) {
        if (placed.isEmpty()) {
            return;
        }
        placed.forEach(p -> tail.note(p.commit()));
        onTail.accept(tail.position());
        observer.batchRecorded(placed.size(), placed.stream().mapToInt(p -> p.pending().count()).sum(),
                Duration.ofNanos(System.nanoTime() - sentNanos));
        placed.forEach(p -> p.pending().outcome().complete(p.commit()));
    }

    private static List<PendingCommit> rest(List<Placed> placed, int from) {
        return placed.subList(from, placed.size()).stream().map(Placed::pending).toList();
    }

    private boolean pause(Duration pause) {
        try {
            return !graceOver.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            log.warn("the committer was interrupted; only closing the ledger ends it");
            return true;
        }
    }

    private void giveUp(List<Placed> placed) {
        placed.forEach(p -> p.pending().outcome().completeExceptionally(
                new OutcomeUnknownException("the ledger was closed before the outcome was known")));
    }

    /** Takes no more commits; gives those under way a while to be settled. */
    @Override
    public void close() {
        queue.close();
        closing.countDown();
        try {
            thread.join(settings.closingGrace().toMillis());
            graceOver.countDown();
            thread.join(settings.closingGrace().toMillis());
        } catch (InterruptedException e) {
            graceOver.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
