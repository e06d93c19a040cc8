package org.coordinationledger.ledger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * A process of its own that appends under request keys, connected as the service is, and tells on its standard output
 * what it tries and learns. It may be told to end itself, without any tidying up, at a stage of an append.
 */
final class JournaledProcess implements AutoCloseable {

    /** Where a process ends itself. */
    enum Stage {
        /** Nowhere. */
        NONE,
        /** The batch has its positions and is not sent. */
        BEFORE_SENT,
        /** It is being sent: the server may have it or not. */
        SENDING,
        /** The server has it; its answer has not been seen. */
        UNACKNOWLEDGED,
        /** The server's answer is there; no caller was told. */
        UNTOLD,
        /** The server has half of the batch. */
        MID_BATCH,
        /** The server has answered that another process was first. */
        TAKING_OVER,
        /** What the other process recorded was taken over; the batch has new positions and is not sent. */
        TAKEN_OVER
    }

    static final int HALTED = 137;

    /** Inserts that go well before the stage. */
    private static final int WARM_UP = 20;
    private static final int SHARED_EVERY = 10;
    private static final String SHARED = "shared";

    private final Process process;
    private final Journal journal;
    private final Thread listener;

    private JournaledProcess(String connectionString, String database, Stage stage, int writers, Journal journal)
            throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        this.process = new ProcessBuilder(java, "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "-Daxoniq.update-checker.disabled=true",
                JournaledProcess.class.getName(), connectionString, database, stage.name(), Integer.toString(writers))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        this.journal = journal;
        this.listener = new Thread(this::listen);
        this.listener.start();
    }

    /** Starts one with so many writers. */
    static JournaledProcess start(String connectionString, String database, Stage stage, int writers, Journal journal)
            throws IOException {
        return new JournaledProcess(connectionString, database, stage, writers, journal);
    }

    private void listen() {
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                journal.note(line);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        // by its handle: Process.destroyForcibly would also close the pipe, and with it the last lines
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** Lets its writers finish what they are at. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        int code = awaitEnd();
        if (code != 0) {
            throw new IllegalStateException("the writing process ended with " + code);
        }
    }

    /** Waits until it has ended and returns its exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the writing process does not end");
        }
        listener.join(30_000);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        MongoClient client = MongoClients.create(LedgerClient.settings(new ConnectionString(args[0])).build());
        Stage stage = Stage.valueOf(args[2]);
        MongoCollection<Document> local = client.getDatabase(args[1]).getCollection("ledger").withReadConcern(ReadConcern.LOCAL);
        LedgerStore store = LedgerStore.builder(client, args[1]).queue(1_000, Duration.ofSeconds(60))
                .faults(plain -> stage == Stage.NONE ? plain : endingAt(stage, plain, local)).build();
        AtomicBoolean finish = new AtomicBoolean();
        Thread[] writers = new Thread[Integer.parseInt(args[3])];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = new Thread(() -> append(store, finish));
            writers[i].setUncaughtExceptionHandler((thread, e) -> {
                e.printStackTrace();
                Runtime.getRuntime().halt(2);
            });
            writers[i].start();
        }
        while (System.in.read() >= 0) {
            // whoever started this closes its input when it is to finish
        }
        finish.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
        store.close();
        client.close();
    }

    private static void append(LedgerStore store, AtomicBoolean finish) {
        String own = UUID.randomUUID().toString();
        long next = 0;
        for (int i = 0; !finish.get(); i++) {
            boolean shared = i % SHARED_EVERY == 0;
            int count = 1 + i % 3;
            try {
                if (shared) {
                    long last = store.lastSequenceOf(SHARED);
                    appendOnce(store, SHARED, last + 1, count);
                } else if (appendOnce(store, own, next, count)) {
                    next += count;
                }
            } catch (OutcomeUnknownException e) {
                own = UUID.randomUUID().toString();
                next = 0;
            } catch (MongoException e) {
                // the ledger cannot be read at the moment
            }
        }
    }

    private static boolean appendOnce(LedgerStore store, String stream, long sequence, int count) {
        String key = UUID.randomUUID().toString();
        List<NewEvent> events = requestedEvents(key, stream, sequence, count);
        ReadSet reads = new ReadSet();
        reads.note(stream, sequence - 1, store.knownTail());
        tell(Journal.TRY, key, stream, sequence, events.get(0).eventId());
        try {
            Commit commit = store.append(events, reads);
            tell(Journal.ACKNOWLEDGED, key, commit.first());
            return true;
        } catch (LedgerOverloadedException | StreamMovedException e) {
            tell(Journal.REFUSED, key);
            return false;
        }
    }

    /** Consecutive events of one stream under one request key. */
    static List<NewEvent> requestedEvents(String key, String stream, long sequence, int count) {
        Map<String, String> metadata = Map.of(LedgerMetadata.ACTOR, Journal.ACTOR, LedgerMetadata.REQUEST_KEY, key);
        return LongStream.range(sequence, sequence + count)
                .mapToObj(each -> TestEvents.event(stream, each, "{}", metadata)).toList();
    }

    private static void tell(String line, Object... words) {
        synchronized (System.out) {
            System.out.println(String.format(line, words));
            System.out.flush();
        }
    }

    private static CommitInserts endingAt(Stage stage, CommitInserts plain, MongoCollection<Document> local) {
        AtomicInteger inserts = new AtomicInteger();
        AtomicBoolean takenOver = new AtomicBoolean();
        return documents -> {
            if (takenOver.get()) {
                halt();
            }
            if (inserts.incrementAndGet() <= WARM_UP || stage == Stage.MID_BATCH && documents.size() < 2) {
                plain.insert(documents);
                return;
            }
            switch (stage) {
                case BEFORE_SENT -> halt();
                case SENDING -> {
                    CompletableFuture.runAsync(() -> plain.insert(documents));
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000));
                    halt();
                }
                case UNACKNOWLEDGED -> {
                    sendAndSeeItLand(plain, documents, local);
                    halt();
                }
                case UNTOLD -> {
                    plain.insert(documents);
                    halt();
                }
                case MID_BATCH -> {
                    plain.insert(documents.subList(0, documents.size() / 2));
                    halt();
                }
                case TAKING_OVER, TAKEN_OVER -> {
                    beFirst(plain, documents.get(0));
                    try {
                        plain.insert(documents);
                    } catch (MongoBulkWriteException e) {
                        if (stage == Stage.TAKING_OVER) {
                            halt();
                        }
                        takenOver.set(true);
                        throw e;
                    }
                }
                case NONE -> throw new IllegalArgumentException("no stage to end at");
            }
        };
    }

    private static void halt() {
        Runtime.getRuntime().halt(HALTED);
    }

    /** Returns once the server has all of it, seen without waiting for a majority; fails if another process was first. */
    private static void sendAndSeeItLand(CommitInserts plain, List<Document> documents, MongoCollection<Document> local) {
        Document last = documents.get(documents.size() - 1);
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> plain.insert(documents));
        while (local.countDocuments(Filters.and(Filters.eq(StoredCommit.ID, last.get(StoredCommit.ID)),
                Filters.eq(StoredCommit.ENTRIES, last.get(StoredCommit.ENTRIES)))) == 0) {
            if (sent.isCompletedExceptionally()) {
                try {
                    sent.join();
                } catch (CompletionException e) {
                    throw (RuntimeException) e.getCause();
                }
            }
        }
    }

    /** Takes the place of a commit, as another process would; if one did already, so much the better. */
    private static void beFirst(CommitInserts plain, Document commit) {
        String log = EntryFormat.parse(commit.getList(StoredCommit.ENTRIES, String.class).get(0)).logId();
        String key = UUID.randomUUID().toString();
        String stream = UUID.randomUUID().toString();
        List<NewEvent> events = requestedEvents(key, stream, 0, 1);
        StoredCommit other = new PendingCommit(events, new ReadSet(), EntryFormat.greatestHead(log))
                .at(commit.getLong(StoredCommit.ID), commit.getDate(StoredCommit.RECORDED_AT).toInstant(), log, Map.of());
        tell(Journal.TRY, key, stream, 0, events.get(0).eventId());
        try {
            plain.insert(List.of(other.toDocument()));
            tell(Journal.ACKNOWLEDGED, key, other.first());
        } catch (MongoBulkWriteException e) {
            tell(Journal.REFUSED, key);
        }
    }
}
