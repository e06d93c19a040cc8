package org.coordinationledger.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the real {@link Appender}, {@link LedgerTail} and {@link Turns} of several processes against a model of a replica
 * set, one thread at a time. Whatever happens follows from the seed: at each call to the model another process may go on,
 * a process may crash and start with nothing in its memory, a write may fail before or after it is applied or be applied
 * only later, a minority may be voted out. In the end faults stop, everybody must come to an end, and the ledger is
 * checked against everything that was promised.
 */
final class Simulation {

    /** What must not happen. */
    static final class Violation extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Violation(String message) {
            super(message);
        }

        Violation(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Ends the thread of a process where it stands. No error that anything catches. */
    private static final class Crash extends Error {

        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "simulated");
        thread.setDaemon(true);
        return thread;
    });

    /** A run that takes more steps is caught in a circle. */
    private static final int MOST_STEPS = 60_000;

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final boolean told;
    private final Protocol protocol;
    private final SimulatedServers servers;
    private final List<Process> processes = new ArrayList<>();
    private final List<SimulatedClient> clients = new ArrayList<>();
    private final List<List<StoredCommit>> delayed = new ArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private final int stepsWithFaults;
    private @Nullable Turn turn;
    private @Nullable Turn earlierTurn;
    private @Nullable Violation violation;
    private boolean over;
    private int steps;
    private int crashes;
    private int processesMade;
    private int turnsTaken;
    private long nanos;
    private long trace;

    private Simulation(long seed, Protocol protocol) {
        this.random = new Random(seed);
        this.told = protocol == Protocol.RIGHT && Long.valueOf(seed).equals(Long.getLong("simulation.seed"));
        this.protocol = protocol;
        this.servers = new SimulatedServers(protocol == Protocol.ONE_KEY_PER_COMMIT);
        this.stepsWithFaults = 100 + random.nextInt(900);
    }

    /**
     * What a run came to.
     *
     * @param entries entries in the ledger
     * @param steps   steps that were scheduled
     * @param crashes processes that crashed
     * @param turns   turns that were taken
     * @param trace   a digest of the whole run: equal for equal seeds
     */
    record Summary(long entries, int steps, int crashes, int turns, long trace) {
    }

    /**
     * Runs one seed.
     *
     * @throws Violation if something was not as promised
     */
    static Summary run(long seed, Protocol protocol) {
        return new Simulation(seed, protocol).run();
    }

    private Summary run() {
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            processes.add(new Process());
        }
        int people = 3 + random.nextInt(3);
        for (int i = 0; i < people; i++) {
            clients.add(new SimulatedClient(this, "c" + i, protocol, 2 + random.nextInt(3)));
        }
        Process first = schedule(null);
        if (first != null) {
            first.go.release();
            ended.acquireUninterruptibly();
        }
        processes.forEach(Process::kill);
        if (violation != null) {
            throw violation;
        }
        SimulatedCheck.check(servers.primary().view(false), clients);
        long entries = servers.primary().view(false).stream().mapToLong(commit -> commit.streams().size()).sum();
        return new Summary(entries, steps, crashes, turnsTaken, trace);
    }

    SimulatedServers servers() {
        return servers;
    }

    Random random() {
        return random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    boolean faults() {
        return steps < stepsWithFaults;
    }

    long nanos() {
        return nanos;
    }

    Process anyProcess() {
        return processes.get(random.nextInt(processes.size()));
    }

    /** Says what happens, where one seed is run alone. */
    void note(Supplier<String> what) {
        if (told) {
            System.out.println(steps + ": " + what.get());
        }
    }

    /** A copy of this write is still on its way. */
    void delay(List<StoredCommit> commits) {
        delayed.add(commits);
        note(() -> "delayed " + commits);
    }

    /** Lets others go on, and returns when it is this process's turn in the schedule again. */
    void yield(Process self) {
        Process next = schedule(self);
        if (next == null) {
            ended.release();
            throw new Crash();
        }
        if (next == self) {
            return;
        }
        next.go.release();
        self.await();
    }

    /** Does what the seed says until a process is to run, which is returned; null at the end. */
    private @Nullable Process schedule(@Nullable Process self) {
        while (!over) {
            steps++;
            nanos += random.nextInt(200_000);
            trace = trace * 31 + servers.primary().size() + 7L * processes.size() + nanos % 1_000;
            if (clients.stream().allMatch(SimulatedClient::isDone) && !faults() && delayed.isEmpty()) {
                servers.replicate(random);
                if (servers.primary().onMajority(servers.primary().size())) {
                    over = true;
                }
                continue;
            }
            if (steps > MOST_STEPS) {
                violation = new Violation("no end after " + steps + " steps: " + clients);
                over = true;
                continue;
            }
            try {
                Process next = step();
                if (next != null) {
                    return next;
                }
            } catch (Violation e) {
                violation = e;
                over = true;
            }
        }
        return null;
    }

    private @Nullable Process step() {
        int kind = random.nextInt(100);
        if (kind < 15) {
            servers.replicate(random);
        } else if (kind < 20) {
            land();
        } else if (kind < 22 && faults()) {
            servers.elect(random);
            note(() -> "elected, " + servers.primary().size() + " commits kept");
            turn = chance(50) ? earlierTurn : turn;
        } else if (kind < 23 && faults() && crashes < 4) {
            crashes++;
            int index = random.nextInt(processes.size());
            Process crashed = processes.set(index, new Process());
            crashed.kill();
            note(() -> crashed + " crashed");
        } else if (kind < 50) {
            clients.get(random.nextInt(clients.size())).step();
        } else {
            List<Process> awake = processes.stream().filter(process -> process.wakeAt <= nanos).toList();
            if (!awake.isEmpty()) {
                return awake.get(random.nextInt(awake.size()));
            }
            nanos = processes.stream().mapToLong(process -> process.wakeAt).min().orElse(nanos);
        }
        return null;
    }

    /** A write that was on its way arrives, whole or in part, or never does. */
    private void land() {
        if (!delayed.isEmpty()) {
            List<StoredCommit> commits = delayed.remove(random.nextInt(delayed.size()));
            int arriving = chance(20) ? random.nextInt(commits.size() + 1) : commits.size();
            for (StoredCommit commit : commits.subList(0, arriving)) {
                boolean applied = servers.primary().apply(commit);
                note(() -> "landed late " + applied + " " + commit);
                if (!applied) {
                    break;
                }
            }
        }
    }

    /** One process: the appending thread with its memory, and what its writers handed in. */
    final class Process implements Pauses, TurnBoard, CommitSource {

        private static final int RECENT = 4;

        private final String name = "p" + ++processesMade;
        private final Semaphore go = new Semaphore(0);
        private final SimulatedLedger ledger = new SimulatedLedger(Simulation.this, this, protocol);
        private final List<PendingCommit> inbox = new ArrayList<>();
        private final Duration skew = Duration.ofMillis(random.nextInt(3_000) - 1_500);
        private final LedgerSettings settings = LedgerSettings.DEFAULT.withClock(clock(skew)).withSystemClock(clock(skew))
                .withBatch(1 + random.nextInt(8));
        private final Appender appender;
        private long knownTail = -1;
        private long wakeAt;
        private volatile boolean dead;

        Process() {
            LedgerTail tail = new LedgerTail(ledger, "log", 1 + random.nextInt(RECENT));
            LedgerObserver observer = new LedgerObserver() {
                @Override
                public void turn(Duration waited) {
                    turnsTaken++;
                }
            };
            Turns turns = new Turns(this, name, this, observer);
            appender = new Appender(settings, ledger, ledger, tail, turns,
                    new ClockComparison(settings.systemClock(), settings.greatestSkew(), clock(Duration.ZERO)::instant),
                    this, position -> knownTail = Math.max(knownTail, position), observer, AppendGate.OPEN);
            ledger.view().orElseThrow().forEach(commit -> knownTail = Math.max(knownTail, commit.next() - 1));
            THREADS.execute(this::live);
        }

        private void live() {
            try {
                await();
                while (true) {
                    appender.appendNext(this, true);
                }
            } catch (Crash e) {
                return;
            } catch (InterruptedException | RuntimeException e) {
                violation = new Violation("the appending thread ended", e);
                over = true;
                ended.release();
            }
        }

        private void await() {
            go.acquireUninterruptibly();
            if (dead) {
                throw new Crash();
            }
        }

        /** Everything in its memory is lost. */
        void kill() {
            dead = true;
            go.release();
        }

        boolean isDead() {
            return dead;
        }

        long knownTail() {
            return knownTail;
        }

        SimulatedLedger ledger() {
            return ledger;
        }

        void handIn(PendingCommit commit) {
            inbox.add(commit);
            wakeAt = Math.min(wakeAt, nanos);
        }

        @Override
        public String toString() {
            return name;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public boolean pause(Duration duration) {
            sleep(duration.toNanos() * (1 + random.nextInt(20)));
            return true;
        }

        private void sleep(long length) {
            wakeAt = nanos + length;
            Simulation.this.yield(this);
        }

        @Override
        public List<PendingCommit> take(int mostCommits, long mostBytes, Duration patience) {
            if (inbox.isEmpty() && !patience.isZero()) {
                sleep(patience.toNanos());
            }
            List<PendingCommit> taken = new ArrayList<>();
            while (!inbox.isEmpty() && taken.size() < mostCommits && (taken.isEmpty() || chance(70))) {
                PendingCommit next = inbox.remove(0);
                if (next.take()) {
                    taken.add(next);
                }
            }
            return taken;
        }

        private void reachBoard() {
            Simulation.this.yield(this);
            if (faults() && chance(3)) {
                throw InsertFaults.networkError();
            }
        }

        @Override
        public @Nullable Turn read() {
            reachBoard();
            return turn;
        }

        @Override
        public boolean replace(@Nullable Turn seen, Turn next) {
            reachBoard();
            Long version = seen == null ? null : Long.valueOf(seen.version());
            Long present = turn == null ? null : Long.valueOf(turn.version());
            if (!Objects.equals(version, present)) {
                return false;
            }
            earlierTurn = turn;
            turn = next;
            if (faults() && chance(3)) {
                throw InsertFaults.networkError();
            }
            return true;
        }
    }

    private Clock clock(Duration skew) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return BEGIN.plusNanos(nanos).plus(skew);
            }
        };
    }
}
