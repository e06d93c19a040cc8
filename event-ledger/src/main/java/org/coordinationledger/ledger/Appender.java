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
 * Appends: takes what is waiting, gives it positions, sends it as one ordered insert, and settles each commit's outcome.
 * Used by one thread alone. See {@code docs/explanation/life-of-an-entry.md}.
 */
final class Appender {

    private static final Logger log = LoggerFactory.getLogger(Appender.class);

    private static final int DUPLICATE_KEY = 11000;
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** What a commit that met a duplicate key turned out to be. */
    private enum Finding { OWN_LANDED, POSITION_TAKEN, REFUSED, STILL_UNKNOWN }

    private final LedgerSettings settings;
    private final CommitLookup reads;
    private final CommitInserts inserts;
    private final LedgerTail tail;
    private final Turns turns;
    private final ClockComparison clocks;
    private final Pauses pauses;
    private final LongConsumer onTail;
    private final LedgerObserver observer;
    private final AppendGate gate;

    /** Commits that wait for another one's outcome; bounded by the batch. */
    private List<PendingCommit> deferred = new ArrayList<>();
    private boolean loaded;

    /**
     * @param onTail is told of each greater position known to be recorded, before the writers are
     * @param pauses ends the waiting for an outcome or a turn when the ledger closes
     * @param gate   what stays shut is answered for at once; what was sent before it shut is settled all the same
     */
    Appender(LedgerSettings settings, CommitLookup reads, CommitInserts inserts, LedgerTail tail, Turns turns,
            ClockComparison clocks, Pauses pauses, LongConsumer onTail, LedgerObserver observer, AppendGate gate) {
        this.settings = settings;
        this.reads = reads;
        this.inserts = inserts;
        this.tail = tail;
        this.turns = turns;
        this.clocks = clocks;
        this.pauses = pauses;
        this.onTail = onTail;
        this.observer = observer;
        this.gate = gate;
    }

    /**
     * Settles the next batch, if anything comes within a short time.
     *
     * @param wait whether to wait for something to come
     * @return whether there was anything to settle
     * @throws InterruptedException if the thread was interrupted while it waited; nothing is lost
     */
    boolean appendNext(CommitSource source, boolean wait) throws InterruptedException {
        Duration patience = turns.holding() ? Turns.IDLE_PATIENCE : PATIENCE;
        List<PendingCommit> batch = new ArrayList<>(deferred);
        batch.addAll(source.take(settings.batchCommits(), settings.batchBytes(),
                wait && batch.isEmpty() ? patience : Duration.ZERO));
        deferred = new ArrayList<>();
        if (batch.isEmpty()) {
            turns.idle();
            return false;
        }
        String refusal = gate.refusal().orElse(null);
        if (refusal != null) {
            turns.idle();
            fail(batch, new LedgerUnverifiedException(refusal));
            return true;
        }
        boolean catchUp = turns.await();
        if (catchUp) {
            topUp(batch, source);
        }
        settle(batch, catchUp);
        return true;
    }

    /** What came while this waited for its turn goes along. */
    private void topUp(List<PendingCommit> batch, CommitSource source) throws InterruptedException {
        int commits = settings.batchCommits() - batch.size();
        long bytes = settings.batchBytes() - batch.stream().mapToLong(PendingCommit::bytes).sum();
        if (commits > 0 && bytes >= LedgerBounds.MAX_COMMIT_BYTES) {
            batch.addAll(source.take(commits, bytes, Duration.ZERO));
        }
    }

    private void settle(List<PendingCommit> batch, boolean catchUp) {
        List<PendingCommit> open = batch;
        try {
            if (!loaded) {
                tail.load();
                loaded = true;
            } else if (catchUp) {
                catchUp();
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
            long sent = pauses.nanos();
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
            if (!pauses.pause(pause)) {
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

    /**
     * Asks at majority, whatever index reported the duplicate: after an unknown outcome it may be any of the three. The
     * commit itself may become visible between two questions, and must not be taken for another one.
     */
    private Finding find(Placed placed) {
        StoredCommit sent = placed.commit();
        var there = reads.startingAt(sent.first());
        if (there.isPresent()) {
            return there.get().entries().equals(sent.entries()) ? Finding.OWN_LANDED : Finding.POSITION_TAKEN;
        }
        PendingCommit pending = placed.pending();
        var first = pending.request() == null ? null : reads.byRequest(pending.request()).orElse(null);
        if (first != null) {
            if (first.entries().equals(sent.entries())) {
                return Finding.OWN_LANDED;
            }
            pending.outcome().completeExceptionally(new DuplicateRequestException(first.toCommit()));
            return Finding.REFUSED;
        }
        var taken = reads.positionsOf(pending.keys());
        if (taken.isEmpty() || taken.containsValue(sent.first())) {
            return Finding.STILL_UNKNOWN;
        }
        String key = taken.keySet().iterator().next();
        pending.outcome().completeExceptionally(
                new StreamMovedException(StreamKey.streamId(key), StreamKey.sequence(key), true));
        return Finding.REFUSED;
    }

    /** Saves a round trip if others were first, and is no more than that: if it fails, their positions are met. */
    private void catchUp() {
        try {
            takeOver();
        } catch (MongoException e) {
            log.warn("what others recorded cannot be read before appending: {}", e.getMessage());
        }
    }

    private void takeOver() {
        long before = tail.position();
        tail.takeOver();
        onTail.accept(tail.position());
        if (tail.position() > before) {
            turns.met();
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
                Duration.ofNanos(pauses.nanos() - sentNanos));
        placed.forEach(p -> p.pending().outcome().complete(p.commit()));
    }

    private static List<PendingCommit> rest(List<Placed> placed, int from) {
        return placed.subList(from, placed.size()).stream().map(Placed::pending).toList();
    }

    private void giveUp(List<Placed> placed) {
        placed.forEach(p -> p.pending().outcome().completeExceptionally(
                new OutcomeUnknownException("the ledger was closed before the outcome was known")));
    }
}
