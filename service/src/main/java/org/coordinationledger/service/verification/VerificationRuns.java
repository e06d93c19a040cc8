package org.coordinationledger.service.verification;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.coordinationledger.ledger.Lease;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.service.verification.VerificationRun.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies one part, on demand and whenever it is told to: one run at a time of all processes, at a bounded rate, in steps
 * between which others have their turn. How the last one stands is kept in the database, for all processes.
 */
public final class VerificationRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRuns.class);

    private static final String COLLECTION = "logverifications";
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration TOLD_EACH = Duration.ofSeconds(1);

    /** A run of which nothing was heard for so long has ended with its process. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final VerifiedPart part;
    private final String name;
    private final Supplier<Optional<? extends Verifying>> begin;
    private final MongoCollection<Document> runs;
    private final int entriesPerStep;
    private final InstantSource clock;
    private final Lease lease;
    private final ScheduledExecutorService thread;

    private @Nullable Verifying underWay;
    private Instant startedAt = Instant.EPOCH;
    private long toldAtNanos;
    private @Nullable Instant served;
    private volatile @Nullable VerificationRun last;

    /**
     * @param begin begins a run; empty where there is nothing that could be verified now
     */
    public VerificationRuns(
            VerifiedPart part,
            LedgerStore ledger,
            Supplier<Optional<? extends Verifying>> begin,
            VerificationSettings settings,
            InstantSource clock) {
        this.part = part;
        this.name = part.name().toLowerCase(Locale.ROOT);
        this.begin = begin;
        this.runs = ledger.beside(COLLECTION);
        this.entriesPerStep = (int) Math.min(10_000, Math.max(1, settings.entriesPerSecond() * STEP.toMillis() / 1_000));
        this.clock = clock;
        this.lease = ledger.lease(part == VerifiedPart.LEDGER ? "verification" : "verification-" + part.id());
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name + "-verification");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::step, STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins a run, unless one is under way in any process, or it cannot begin, which the log tells. */
    public synchronized void start() {
        if (underWay == null && lease.hold() != Lease.Held.BY_ANOTHER) {
            try {
                underWay = begin.get().orElse(null);
            } catch (RuntimeException e) {
                LOG.error("the verification of the {} cannot begin", name, e);
            }
            if (underWay == null) {
                lease.release();
                return;
            }
            startedAt = clock.instant();
            tellIfPossible(State.RUNNING);
        }
    }

    /**
     * Begins a run that somebody asked for, unless one began since in any process, or is under way: one of another process
     * is if it was told of since, for otherwise that process may have died.
     */
    synchronized void startAsked(Instant at) {
        if (at.equals(served)) {
            return;
        }
        boolean began = last()
                .filter(run -> !run.startedAt().isBefore(at)
                        || run.state() == State.RUNNING && run.updatedAt().isAfter(at))
                .isPresent();
        if (!began) {
            start();
        }
        if (began || underWay != null) {
            served = at;
        }
    }

    /** How the last run of any part stands, whichever side verifies it; empty if there never was one. */
    public static Optional<VerificationRun> last(LedgerStore ledger, VerifiedPart part, InstantSource clock) {
        return last(ledger.beside(COLLECTION), part, clock);
    }

    /** How the last run stands; empty if there never was one. */
    public Optional<VerificationRun> last() {
        return last(runs, part, clock);
    }

    private static Optional<VerificationRun> last(
            MongoCollection<Document> runs, VerifiedPart part, InstantSource clock) {
        Document stored = runs.find(Filters.eq("_id", part.id())).first();
        if (stored == null) {
            return Optional.empty();
        }
        State state = State.valueOf(stored.getString("state"));
        Instant updatedAt = stored.getDate("updatedAt").toInstant();
        boolean silent = state == State.RUNNING && updatedAt.isBefore(clock.instant().minus(SILENCE));
        return Optional.of(new VerificationRun(
                silent ? State.INTERRUPTED : state, stored.getLong("verified"), stored.getLong("size"),
                stored.getInteger("checkpoints"), stored.getDate("startedAt").toInstant(), updatedAt,
                stored.getLong("faultPosition"),
                Optional.ofNullable(stored.getString("kind")).map(LedgerFault.Kind::valueOf).orElse(null),
                stored.getString("reason")));
    }

    /** What this process last told of a run of its own. */
    Optional<VerificationRun> ofThisProcess() {
        return Optional.ofNullable(last);
    }

    private synchronized void step() {
        Verifying verification = underWay;
        if (verification == null) {
            return;
        }
        try {
            if (verification.step(entriesPerStep)) {
                if (System.nanoTime() - toldAtNanos >= TOLD_EACH.toNanos()) {
                    lease.hold();
                    tell(State.RUNNING);
                }
                return;
            }
            verification.fault().ifPresent(fault ->
                    LOG.error("the verification of the {} found something that is not as it must be: at position {}, {}",
                            name, fault.position(), fault.reason()));
            tell(verification.fault().isPresent() ? State.FAULTY : State.SOUND);
            end();
        } catch (MongoException e) {
            LOG.warn("verification waits for the database: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the verification of the {} ended unexpectedly", name, e);
            tellIfPossible(State.INTERRUPTED);
            end();
        }
    }

    private void tellIfPossible(State state) {
        try {
            tell(state);
        } catch (MongoException e) {
            LOG.warn("how the verification of the {} stands cannot be told: {}", name, e.getMessage());
        }
    }

    private void end() {
        underWay = null;
        lease.release();
    }

    private void tell(State state) {
        Verifying verification = underWay;
        if (verification == null) {
            return;
        }
        toldAtNanos = System.nanoTime();
        Optional<LedgerFault> fault = verification.fault();
        VerificationRun run = new VerificationRun(
                state, verification.verified(), verification.size(), verification.checkpoints(), startedAt, clock.instant(),
                fault.map(LedgerFault::position).orElse(null), fault.map(LedgerFault::kind).orElse(null),
                fault.map(LedgerFault::reason).orElse(null));
        last = run;
        runs.replaceOne(Filters.eq("_id", part.id()), new Document("_id", part.id())
                .append("state", state.name())
                .append("verified", run.verified())
                .append("size", run.size())
                .append("checkpoints", run.checkpoints())
                .append("startedAt", Date.from(run.startedAt()))
                .append("updatedAt", Date.from(run.updatedAt()))
                .append("faultPosition", run.faultPosition())
                .append("kind", fault.map(found -> found.kind().name()).orElse(null))
                .append("reason", run.reason()), new ReplaceOptions().upsert(true));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
