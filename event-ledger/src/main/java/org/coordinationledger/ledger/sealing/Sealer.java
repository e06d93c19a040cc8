package org.coordinationledger.ledger.sealing;

import com.mongodb.MongoException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.coordinationledger.ledger.Lease;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.TreeBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals a ledger: integrates what was recorded into tiles and signs checkpoints, less than a second behind the tail. Any
 * number of processes may run one; one of them seals at a time, and another takes over within seconds.
 *
 * <p>Before anything is sealed, and at each take-over, the largest checkpoint of the pin and the database is shown to be a
 * prefix of the ledger; only then the gate opens, without which nothing is appended. A checkpoint is flushed to the pin
 * before it is published. Appending never waits for sealing.
 */
public final class Sealer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private static final Duration PERIOD = Duration.ofMillis(300);
    private static final Duration AFTER_A_PROBLEM = Duration.ofSeconds(1);
    private static final int ENTRIES_PER_CHECKPOINT = 50_000;
    private static final int CHECKPOINTS_PER_ROUND = 10;
    private static final long CLOSING_SECONDS = 10;

    private final LedgerStore store;
    private final LogKeys keys;
    private final Pin pin;
    private final LogGate gate;
    private final Clock clock;
    private final Lease lease;
    private final StoredCheckpoints checkpoints;
    private final LedgerLeaves leaves;
    private final Witnesses witnesses;
    private final Consumer<PublishedCheckpoint> onPublished;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "ledger-sealer");
        made.setDaemon(true);
        return made;
    });

    /** Another process sealed in the meantime, which costs nothing but looking again. */
    private static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** What is known of the tree up to the newest checkpoint; null until it has been checked. */
    private @Nullable TreeBuilder tree;
    private boolean witnessesHeard;
    private @Nullable String pinned;
    private @Nullable Long published;
    private long notBefore = System.nanoTime();
    private volatile SealingStatus status = new SealingStatus(0, null, false, null, false);

    /**
     * @param pinFolder   where the pin is, in a place that every process which may seal sees; MUST exist
     * @param witnesses   who cosigns; asked on threads of their own, and closed with this
     * @param onPublished is told of each checkpoint that this process publishes, and MUST return at once
     */
    public Sealer(LedgerStore store, LogKeys keys, Path pinFolder, LogGate gate, Clock clock,
            Witnesses witnesses, Consumer<PublishedCheckpoint> onPublished) {
        this.store = store;
        this.keys = keys;
        this.pin = new Pin(pinFolder);
        this.gate = gate;
        this.clock = clock;
        this.lease = store.lease("sealing");
        this.checkpoints = new StoredCheckpoints(store.beside(StoredCheckpoints.COLLECTION));
        this.leaves = new LedgerLeaves(store, new StoredTiles(store.beside(StoredTiles.COLLECTION)));
        this.witnesses = witnesses;
        this.onPublished = onPublished;
    }

    /** Checks the ledger, so that the gate is open or tells why not when this returns, and goes on by itself. */
    public void start() {
        round();
        witnesses.start(() -> status.sealing());
        thread.scheduleWithFixedDelay(this::roundUnlessInTrouble, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How the witnesses stand, as far as this process asked them. */
    public List<WitnessStatus> witnesses() {
        return witnesses.statuses();
    }

    /** How it stands. */
    public SealingStatus status() {
        return status;
    }

    private void roundUnlessInTrouble() {
        if (System.nanoTime() - notBefore >= 0) {
            round();
        }
    }

    /** Looks whether everything is as known, and seals what was recorded since, if it is this process's turn. */
    void round() {
        try {
            Lease.Held held = lease.hold();
            if (held == Lease.Held.NEWLY) {
                witnessesHeard = false;
            }
            if (tree == null || held == Lease.Held.NEWLY || otherwiseThanKnown()) {
                check();
                gate.open();
            }
            if (held != Lease.Held.BY_ANOTHER) {
                seal();
            }
            tell(held != Lease.Held.BY_ANOTHER, null);
        } catch (HistoryBrokenException e) {
            tree = null;
            gate.shut(Objects.requireNonNullElse(e.getMessage(), "the ledger cannot be checked"));
            lease.release();
            tell(false, e);
        } catch (Overtaken e) {
            tree = null;
            log.debug("another process sealed in the meantime");
        } catch (MongoException e) {
            tree = null;
            log.warn("sealing waits for the database: {}", e.getMessage());
            notBefore = System.nanoTime() + AFTER_A_PROBLEM.toNanos();
        } catch (RuntimeException e) {
            tree = null;
            log.error("sealing failed unexpectedly", e);
            notBefore = System.nanoTime() + AFTER_A_PROBLEM.toNanos();
        }
    }

    private void tell(boolean sealing, @Nullable HistoryBrokenException problem) {
        SealingStatus before = status;
        String reason = problem == null ? null : problem.getMessage();
        if (problem != null) {
            notBefore = System.nanoTime() + AFTER_A_PROBLEM.toNanos();
            if (!Objects.equals(reason, before.problem())) {
                log.error("nothing is recorded or sealed: {}", reason);
            }
        } else if (before.problem() != null) {
            log.info("the ledger is the one that was signed; recording and sealing go on");
        }
        status = new SealingStatus(before.sealed(), before.at(), sealing, reason,
                problem != null && problem.kind() == HistoryBrokenException.Kind.CONTRADICTION);
    }

    /** Whether the pin or the ledger moved in a way that this process did not. */
    private boolean otherwiseThanKnown() {
        String there = pin.read().orElse(null);
        if (Objects.equals(there, pinned)) {
            return store.tail() + 1 < Objects.requireNonNull(tree).size();
        }
        if (there == null) {
            return true;
        }
        Checkpoint signed = keys.open(there, "pin");
        pinned = there;
        if (signed.size() > store.tail() + 1) {
            return true;
        }
        checkpoints.latest().ifPresent(latest -> know(latest.size(), latest.at()));
        return false;
    }

    private void know(long size, Instant at) {
        SealingStatus before = status;
        status = new SealingStatus(size, at, before.sealing(), before.problem(), before.broken());
    }

    /** Shows that the ledger goes on from every checkpoint that is known. */
    private void check() {
        store.catchUp();
        Optional<PublishedCheckpoint> latest = checkpoints.latest();
        Optional<String> there = pin.read();
        if (there.isEmpty() && latest.isPresent()) {
            throw HistoryBrokenException.contradiction("the pin " + pin.file() + " is missing, though a checkpoint of "
                    + latest.get().size() + " entries was signed; put a checkpoint that you trust into that file");
        }
        Checkpoint inPin = there.map(note -> keys.open(note, "pin")).orElse(null);
        Checkpoint inDatabase = latest.map(newest -> keys.open(newest.note(), "database")).orElse(null);
        TreeBuilder checked = new TreeBuilder();
        if (inDatabase != null) {
            checked = prefix(inDatabase, "database");
        }
        if (inPin != null) {
            if (inPin.size() > checked.size()) {
                requireAsLong(inPin, "pin");
                leaves.integrate(checked, inPin.size());
                requireRoot(checked, inPin, "pin");
            } else if (inPin.size() < checked.size()) {
                prefix(inPin, "pin");
            } else {
                requireRoot(checked, inPin, "pin");
            }
        }
        pinned = there.orElse(null);
        published = latest.map(PublishedCheckpoint::size).orElse(null);
        latest.ifPresent(newest -> know(newest.size(), newest.at()));
        tree = checked;
        if (inPin != null && inPin.size() == checked.size() && (published == null || published < inPin.size())) {
            publish(inPin.size(), there.get());
        }
        checkpoints.publishKeys(keys.verifierKeys());
        if (!witnessesHeard) {
            witnesses.check();
            witnessesHeard = true;
        }
    }

    private TreeBuilder prefix(Checkpoint signed, String where) {
        requireAsLong(signed, where);
        TreeBuilder at = leaves.tree(signed.size());
        requireRoot(at, signed, where);
        return at;
    }

    private void requireAsLong(Checkpoint signed, String where) {
        if (signed.size() > store.tail() + 1) {
            // it may have been recorded through another process just now
            store.catchUp();
        }
        long entries = store.tail() + 1;
        if (signed.size() > entries) {
            throw HistoryBrokenException.contradiction("the ledger in the database has " + entries
                    + " entries, and the checkpoint in the " + where + " was signed over " + signed.size()
                    + ": an older state of the database was put back, or entries were removed");
        }
    }

    private static void requireRoot(TreeBuilder at, Checkpoint signed, String where) {
        if (!at.root().equals(signed.root())) {
            throw HistoryBrokenException.contradiction("the first " + signed.size()
                    + " entries of the ledger are not those over which the checkpoint in the " + where + " was signed");
        }
    }

    private void seal() {
        for (int i = 0; i < CHECKPOINTS_PER_ROUND; i++) {
            TreeBuilder growing = Objects.requireNonNull(tree);
            long recorded = store.tail() + 1;
            if (recorded <= growing.size()) {
                return;
            }
            leaves.integrate(growing, Math.min(recorded, growing.size() + ENTRIES_PER_CHECKPOINT));
            String note = keys.sign(growing.size(), growing.root());
            pin.replace(present -> {
                if (!Objects.equals(present.orElse(null), pinned)) {
                    throw new Overtaken();
                }
                return Optional.of(note);
            });
            pinned = note;
            publish(growing.size(), note);
        }
    }

    private void publish(long size, String note) {
        Instant now = clock.instant();
        if (!checkpoints.publish(size, note, now, published)) {
            throw new Overtaken();
        }
        onPublished.accept(new PublishedCheckpoint(
                size, note, now, published == null ? -1 : published, List.of()));
        published = size;
        know(size, now);
    }

    /** Ends sealing and gives the lease back. */
    @Override
    public void close() {
        thread.execute(lease::release);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                log.warn("sealing did not end in time");
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            witnesses.close();
        }
    }
}
