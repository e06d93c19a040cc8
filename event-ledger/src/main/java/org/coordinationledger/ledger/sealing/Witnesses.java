package org.coordinationledger.ledger.sealing;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.WitnessStatus.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has checkpoints cosigned by witnesses, so that nobody, the operator included, can show two histories. Sealing never
 * waits for it: each witness is asked for the newest checkpoint alone, on a thread of its own, and one that is in trouble
 * is asked more rarely.
 */
public final class Witnesses implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Witnesses.class);

    /** Most witnesses of one log. */
    public static final int MOST = 16;

    private static final Duration PERIOD = Duration.ofMillis(300);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(8);

    /** One witness, and what is known of it; used on one thread at a time. */
    private static final class Known {

        private final Witness witness;
        private final WitnessClient client;
        private long believed = -1;
        private long asked = -1;
        private long notBefore = System.nanoTime();
        private volatile @Nullable WitnessStatus status;

        Known(Witness witness) {
            this.witness = witness;
            this.client = new WitnessClient(witness);
        }
    }

    private final List<Known> known;
    private final StoredCheckpoints checkpoints;
    private final StoredWitnesses stored;
    private final SealedLog sealed;
    private final InstantSource clock;
    private final ScheduledExecutorService threads;

    /** @throws IllegalArgumentException if there are more than {@link #MOST} */
    public Witnesses(LedgerStore ledger, List<Witness> witnesses, InstantSource clock) {
        if (witnesses.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " witnesses are asked, not " + witnesses.size());
        }
        this.known = witnesses.stream().map(Known::new).toList();
        this.checkpoints = new StoredCheckpoints(ledger.beside(StoredCheckpoints.COLLECTION));
        this.stored = new StoredWitnesses(ledger.beside(StoredWitnesses.COLLECTION));
        this.sealed = new SealedLog(ledger);
        this.clock = clock;
        this.threads = Executors.newScheduledThreadPool(Math.max(1, known.size()), task -> {
            Thread thread = new Thread(task, "ledger-witness");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Goes on asking as long as {@code sealing} says that this process is the one that seals. */
    public void start(BooleanSupplier sealing) {
        for (Known one : known) {
            threads.scheduleWithFixedDelay(() -> {
                if (sealing.getAsBoolean() && System.nanoTime() - one.notBefore >= 0) {
                    askQuietly(one);
                }
            }, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** How each stands, as far as this process knows; those that were never asked are left out. */
    public List<WitnessStatus> statuses() {
        List<WitnessStatus> statuses = new ArrayList<>();
        for (Known one : known) {
            WitnessStatus status = one.status;
            if (status != null) {
                statuses.add(status);
            }
        }
        return statuses;
    }

    /** Number of witnesses that are asked. */
    public int count() {
        return known.size();
    }

    /**
     * Asks all of them now about the newest checkpoint, for some seconds at most.
     *
     * @throws HistoryBrokenException if one has seen what the ledger contradicts; one that is silent is no reason
     */
    void check() {
        List<Future<?>> asked = new ArrayList<>();
        known.forEach(one -> asked.add(threads.submit(() -> askQuietly(one))));
        long deadline = System.nanoTime() + LONGEST_CHECK.toNanos();
        for (Future<?> answer : asked) {
            try {
                answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                log.warn("a witness was not heard before recording began: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        for (WitnessStatus status : statuses()) {
            Trouble trouble = status.trouble();
            if (trouble == Trouble.AHEAD) {
                throw HistoryBrokenException.contradiction("the witness " + status.name() + " has cosigned "
                        + status.size() + " entries, which is more than was signed here: an older state was put back");
            }
            if (trouble == Trouble.OTHER_HISTORY) {
                throw HistoryBrokenException.contradiction("the witness " + status.name() + " has cosigned "
                        + status.size() + " entries of another history");
            }
        }
    }

    private void askQuietly(Known one) {
        try {
            ask(one);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MongoException e) {
            log.warn("a witness waits for the database: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("a witness could not be asked", e);
            one.notBefore = System.nanoTime() + AFTER_TROUBLE.toNanos();
        }
    }

    private void ask(Known one) throws InterruptedException {
        synchronized (one) {
            PublishedCheckpoint newest = checkpoints.latest().orElse(null);
            WitnessStatus before = one.status;
            if (newest == null || newest.size() == one.asked && before != null && before.trouble() == null) {
                return;
            }
            if (one.believed < 0) {
                one.believed = Math.max(0, stored.sizeOf(one.witness.name()));
            }
            WitnessClient.Answer answer = one.client.ask(newest, one.believed, sealed::consistency);
            String line = answer.line();
            Instant now = clock.instant();
            if (line != null) {
                checkpoints.cosigned(newest.size(), line);
                one.asked = newest.size();
                one.believed = newest.size();
                note(one, new WitnessStatus(one.witness.name(), newest.size(), now, null));
            } else {
                one.notBefore = System.nanoTime() + AFTER_TROUBLE.toNanos();
                boolean same = before != null && before.trouble() == answer.trouble();
                long size = answer.size() < 0 ? one.believed == 0 ? -1 : one.believed : answer.size();
                note(one, new WitnessStatus(one.witness.name(), size, same ? before.at() : now, answer.trouble()));
            }
        }
    }

    private void note(Known one, WitnessStatus status) {
        WitnessStatus before = one.status;
        one.status = status;
        if (status.equals(before)) {
            return;
        }
        Trouble trouble = status.trouble();
        long cosigned = trouble == null ? status.size() : one.believed;
        stored.note(new WitnessStatus(status.name(), cosigned, status.at(), trouble));
        if (trouble != null && trouble.contradicts()) {
            log.error("the witness {} has seen another history: {} at {} entries", status.name(), trouble, status.size());
        } else if (trouble != null && (before == null || before.trouble() != trouble)) {
            log.warn("the witness {} does not cosign: {}", status.name(), trouble);
        } else if (trouble == null && before != null && before.trouble() != null) {
            log.info("the witness {} cosigns again", status.name());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
