package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A person who sends commands through the processes of a simulation, one after another, and keeps what was promised.
 * Each command reads some streams, decides on what it read, and appends to some of them.
 */
final class SimulatedClient {

    private static final int STREAMS = 5;

    /** As often a command is decided anew before it counts as caught in a circle; elections and crashes included. */
    private static final int MOST_ATTEMPTS = 60;

    /** What the client knows of an attempt. */
    enum Answer { UNDER_WAY, RECORDED, REFUSED, UNKNOWN }

    /** One attempt to have a command recorded. */
    static final class Attempt {

        final List<NewEvent> events;
        final Map<String, Long> read;
        final @Nullable String request;
        final PendingCommit pending;
        Answer answer = Answer.UNDER_WAY;
        @Nullable StoredCommit recorded;

        Attempt(List<NewEvent> events, Map<String, Long> read, PendingCommit pending) {
            this.events = events;
            this.read = read;
            this.pending = pending;
            this.request = pending.request();
        }
    }

    private final Simulation simulation;
    private final String name;
    private final Protocol protocol;
    private final Random random;
    private final List<Attempt> attempts = new ArrayList<>();
    private int commandsLeft;
    private int attemptsOfCommand;
    private boolean keyed;
    private @Nullable List<String> streamsToRead;
    private @Nullable List<String> streamsToWrite;
    private final Map<String, Long> read = new TreeMap<>();
    private long tailBefore;
    private Simulation.@Nullable Process process;
    private @Nullable Attempt underWay;

    SimulatedClient(Simulation simulation, String name, Protocol protocol, int commands) {
        this.simulation = simulation;
        this.name = name;
        this.protocol = protocol;
        this.random = simulation.random();
        this.commandsLeft = commands;
    }

    boolean isDone() {
        return commandsLeft == 0;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    /** Does one thing: begins a command, reads one stream, hands in, or learns what became of it. */
    void step() {
        if (isDone()) {
            return;
        }
        if (underWay != null) {
            learn(underWay);
        } else if (streamsToWrite == null) {
            begin();
        } else if (process == null) {
            process = simulation.anyProcess();
            tailBefore = process.knownTail();
            read.clear();
        } else if (process.isDead()) {
            process = null;
        } else if (read.size() < streamsToRead.size()) {
            String stream = streamsToRead.get(read.size());
            process.ledger().view().ifPresent(view -> read.put(stream, lastSequence(view, stream)));
        } else {
            handIn();
        }
    }

    private void begin() {
        TreeSet<String> writes = new TreeSet<>();
        TreeSet<String> reads = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            writes.add("s" + random.nextInt(STREAMS));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            reads.add("s" + random.nextInt(STREAMS));
        }
        reads.addAll(writes);
        streamsToWrite = new ArrayList<>(writes);
        Collections.shuffle(streamsToWrite, random);
        streamsToRead = List.copyOf(reads);
        keyed = simulation.chance(75);
        attemptsOfCommand = 0;
    }

    private static long lastSequence(List<StoredCommit> view, String stream) {
        long last = -1;
        for (StoredCommit commit : view) {
            for (String key : commit.streams()) {
                if (StreamKey.streamId(key).equals(stream)) {
                    last = Math.max(last, StreamKey.sequence(key));
                }
            }
        }
        return last;
    }

    private void handIn() {
        if (++attemptsOfCommand > MOST_ATTEMPTS) {
            if (protocol != Protocol.RIGHT) {
                // what is wrong with it is to be seen in the ledger
                nextCommand();
                return;
            }
            throw new Simulation.Violation(name + " decided one command " + MOST_ATTEMPTS + " times in vain");
        }
        List<NewEvent> events = new ArrayList<>();
        Map<String, String> metadata = new HashMap<>();
        if (keyed) {
            metadata.put(LedgerMetadata.ACTOR, name);
            metadata.put(LedgerMetadata.REQUEST_KEY, "k" + commandsLeft);
        }
        for (String stream : streamsToWrite) {
            long next = read.get(stream) + 1;
            for (int i = 0; i <= random.nextInt(2); i++) {
                events.add(new NewEvent("Thing", stream, next + i, name + "-" + attempts.size() + "-" + events.size(),
                        "thing.changed", "1", "{}", metadata));
            }
        }
        ReadSet reads = new ReadSet();
        if (protocol != Protocol.NO_READ_SET) {
            read.forEach((stream, last) -> reads.note(stream, last, tailBefore));
        }
        PendingCommit pending = new PendingCommit(events, reads, EntryFormat.greatestHead("log"));
        underWay = new Attempt(events, Map.copyOf(read), pending);
        attempts.add(underWay);
        process.handIn(pending);
        simulation.note(() -> name + " hands in " + pending.keys() + " under " + pending.request() + " at " + process);
    }

    private void learn(Attempt attempt) {
        if (attempt.pending.outcome().isDone()) {
            try {
                attempt.recorded = attempt.pending.outcome().join();
                attempt.answer = Answer.RECORDED;
                nextCommand();
            } catch (CompletionException e) {
                refused(attempt, e.getCause());
            }
        } else if (process.isDead() || (simulation.faults() && simulation.chance(1))) {
            attempt.answer = attempt.pending.withdraw() && !process.isDead() ? Answer.REFUSED : Answer.UNKNOWN;
            simulation.note(() -> name + " " + attempt.events.get(0).eventId() + " without answer: " + attempt.answer);
            afterNoAnswer();
        }
    }

    private void refused(Attempt attempt, Throwable reason) {
        attempt.answer = Answer.REFUSED;
        simulation.note(() -> name + " " + attempt.events.get(0).eventId() + " refused: " + reason);
        if (reason instanceof DuplicateRequestException duplicate) {
            learnOf(duplicate.first());
            nextCommand();
        } else if (reason instanceof StreamMovedException || reason instanceof LedgerOverloadedException
                || protocol != Protocol.RIGHT) {
            again();
        } else {
            throw new Simulation.Violation(name + " was refused without reason", reason);
        }
    }

    /** An earlier attempt under this key is said to be recorded. */
    private void learnOf(Commit first) {
        for (Attempt attempt : attempts) {
            if (attempt.events.get(0).eventId().equals(first.entries().get(0).eventId())) {
                if (attempt.answer == Answer.REFUSED) {
                    throw new Simulation.Violation(name + " was told that a commit was refused, and then that it is recorded");
                }
                attempt.answer = Answer.RECORDED;
                return;
            }
        }
        throw new Simulation.Violation(name + " was given the outcome of another request: " + first);
    }

    private void afterNoAnswer() {
        if (keyed) {
            again();
        } else {
            nextCommand();
        }
    }

    private void again() {
        underWay = null;
        process = null;
    }

    private void nextCommand() {
        commandsLeft--;
        underWay = null;
        process = null;
        streamsToWrite = null;
    }

    @Override
    public String toString() {
        return name + " has " + commandsLeft + " commands left, attempt " + attemptsOfCommand
                + (underWay == null ? "" : " under way " + underWay.pending.outcome());
    }
}
