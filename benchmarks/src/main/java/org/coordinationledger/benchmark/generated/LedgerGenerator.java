package org.coordinationledger.benchmark.generated;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.vocabulary.Dates;

/**
 * Records a generated ledger through {@link LedgerStore#append}, a day at a time, each day's commits by many writers as
 * commands would come in. Steps of one record keep their order; the order of other commits within a day is left to
 * chance. Recorded times are those of the days made up.
 */
public final class LedgerGenerator implements AutoCloseable {

    private static final int WRITERS = 192;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final LedgerStore store;
    private final DayClock clock = new DayClock();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    private final ExecutorService days = Executors.newSingleThreadExecutor();
    private final LongConsumer told;

    /**
     * What was generated.
     *
     * @param entries how many entries were recorded, reservations included
     * @param commits in how many commits
     * @param notRecorded how many steps were made up and not recorded because a rule stood against them
     */
    public record Outcome(long entries, long commits, long notRecorded) {}

    /**
     * A generator for a database, whose ledger MUST be empty.
     *
     * @param client which stays its owner's
     * @param told hears now and then how many entries are recorded
     */
    public LedgerGenerator(MongoClient client, String database, LongConsumer told) {
        this.store = LedgerStore.builder(client, database)
                .clock(clock)
                .queue(4_096, LONGEST_WAIT)
                .build();
        this.told = told;
        if (store.tail() >= 0) {
            store.close();
            throw new IllegalStateException("the ledger in " + database + " is not empty");
        }
    }

    /** Records a ledger and returns when all of it is durable. */
    public Outcome generate(LedgerPlan plan) {
        Days written = new Days();
        World simulation = new World(plan, written::take);
        simulation.run();
        written.finish();
        return new Outcome(simulation.entries(), written.commits, simulation.refused());
    }

    @Override
    public void close() {
        writers.shutdownNow();
        days.shutdownNow();
        store.close();
    }

    /** Gathers a day's commits while the day before is written. */
    private final class Days {
        private Map<String, List<GeneratedCommit>> lanes = new LinkedHashMap<>();
        private LocalDate day = LocalDate.MIN;
        private Future<?> under = days.submit(() -> {});
        private long commits;

        void take(GeneratedCommit commit) {
            if (!commit.recordedOn().equals(day)) {
                hand();
                day = commit.recordedOn();
            }
            commits++;
            lanes.computeIfAbsent(commit.lane(), lane -> new ArrayList<>()).add(commit);
        }

        private void hand() {
            done(under);
            Map<String, List<GeneratedCommit>> full = lanes;
            LocalDate of = day;
            lanes = new LinkedHashMap<>();
            under = days.submit(() -> write(of, full));
        }

        void finish() {
            hand();
            done(under);
        }
    }

    private void write(LocalDate day, Map<String, List<GeneratedCommit>> lanes) {
        clock.set(day);
        List<Callable<Void>> work = new ArrayList<>();
        for (List<GeneratedCommit> lane : lanes.values()) {
            work.add(() -> {
                lane.forEach(commit -> store.append(commit.rendered(), new ReadSet()));
                return null;
            });
        }
        try {
            writers.invokeAll(work).forEach(LedgerGenerator::done);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
        told.accept(store.knownTail() + 1);
    }

    private static void done(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger did not take a generated commit", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", e);
        }
    }

    /** Eight in the morning of a day that is set, and a little later each time it is asked. */
    private static final class DayClock extends Clock {

        private static final Duration BETWEEN_BATCHES = Duration.ofSeconds(7);
        private static final int MORNING = 8;

        private Instant now = Instant.EPOCH;

        synchronized void set(LocalDate day) {
            now = day.equals(LocalDate.MIN) ? now : day.atTime(MORNING, 0).atZone(Dates.ZONE).toInstant();
        }

        @Override
        public synchronized Instant instant() {
            now = now.plus(BETWEEN_BATCHES);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
