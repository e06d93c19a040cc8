package org.coordinationledger.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An append-only ledger in one MongoDB database. Any number of processes may append to and read the same one.
 *
 * <p>It owns the collections {@code ledger}, {@code ledgerinfo} and {@code snapshots}; nothing else MUST write there. The
 * client stays its owner's and MUST be closed after the store.
 */
public final class LedgerStore implements LedgerReader, AutoCloseable {

    private static final int SEQUENCES_PER_LOOK = 500;
    private final ServerDialect dialect;
    private final String logId;
    private final MongoCollection<Document> ledger;
    private final CausalOrder order;
    private final CommitReads reads;
    private final LedgerSettings settings;
    private final CommitInserts inserts;
    private final TurnBoard board;
    private final ClockComparison clocks;
    private final LedgerObserver observer;
    private final AppendGate gate;
    private final LedgerCollections collections;
    private final int greatestHead;
    private final AtomicLong knownTail = new AtomicLong(-1);
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private @Nullable Committer committer;
    private @Nullable ChangeStreamBell bell;
    private boolean closed;

    private LedgerStore(Builder builder) {
        this.dialect = builder.dialect == null ? ServerDialect.of(builder.client) : builder.dialect;
        this.collections = new LedgerCollections(builder.client.getDatabase(builder.database), dialect);
        this.logId = collections.open(builder.logId);
        this.ledger = collections.ledger();
        this.order = CausalOrder.of(builder.client, dialect);
        this.reads = CommitReads.of(ledger, order, dialect);
        this.settings = builder.settings;
        CommitInserts plain = documents -> order.insert(ledger, documents);
        this.inserts = builder.faults.apply(plain);
        this.board = builder.board.apply(new MongoTurnBoard(collections.info()));
        this.clocks = new ClockComparison(settings.systemClock(), settings.greatestSkew(),
                ClockComparison.timeOf(dialect.bounded(builder.client.getDatabase("admin"))));
        this.observer = new GuardedObserver(builder.observer);
        this.gate = builder.gate;
        this.greatestHead = EntryFormat.greatestHead(logId);
        tail();
    }

    /** Starts the settings of a store on this database. */
    public static Builder builder(MongoClient client, String database) {
        return new Builder(client, database);
    }

    /**
     * Records these events as one commit, all or nothing, and waits until they are durable on a majority.
     *
     * @param reads the streams the decision depends on
     * @throws StreamMovedException         if another commit was first in a stream written or read
     * @throws DuplicateRequestException    if the actor's request key was used before
     * @throws EntryTooLargeException       if an event is too large
     * @throws CommitTooLargeException      if there are too many events or bytes
     * @throws LedgerOverloadedException    if it was turned away before it was sent
     * @throws ClockSkewException           if this machine's clock is wrong
     * @throws LedgerUnverifiedException    if the gate before the ledger is shut
     * @throws OutcomeUnknownException      if it was sent and the outcome was not known in time
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if a stream has no entry before the first
     *                                      sequence given
     */
    public Commit append(List<NewEvent> events, ReadSet reads) {
        try {
            return committer().append(new PendingCommit(events, reads, greatestHead)).toCommit();
        } catch (StreamMovedException e) {
            observer.conflict(e.written());
            throw e;
        } catch (LedgerOverloadedException e) {
            observer.turnedAway();
            throw e;
        }
    }

    private synchronized Committer committer() {
        if (closed) {
            throw new LedgerOverloadedException("the ledger is closed", null);
        }
        if (committer == null) {
            committer = new Committer(settings, reads, inserts, board, logId, clocks, this::advanceTo, observer, gate);
        }
        return committer;
    }

    /** Commits handed in and not taken by the committer yet. */
    public int waiting() {
        Committer running;
        synchronized (this) {
            running = committer;
        }
        return running == null ? 0 : running.waiting();
    }

    private void advanceTo(long position) {
        if (position > knownTail.getAndAccumulate(position, Math::max)) {
            listeners.forEach(Runnable::run);
        }
    }

    /** The greatest position this process has seen, without asking the server; -1 if none. */
    public long knownTail() {
        return knownTail.get();
    }

    /**
     * Calls a listener whenever something may have been recorded, by this process or, where the server has change
     * streams, by another. It is a bell only: rings may be missed or come for nothing, and MUST NOT block.
     */
    public synchronized AutoCloseable onRecorded(Runnable listener) {
        listeners.add(listener);
        if (bell == null && !closed && dialect == ServerDialect.REPLICA_SET) {
            bell = new ChangeStreamBell(ledger, () -> listeners.forEach(Runnable::run));
        }
        return () -> listeners.remove(listener);
    }

    /** Waits until other processes' commits ring the bell here, if they ever do. */
    boolean awaitBell(long seconds) throws InterruptedException {
        ChangeStreamBell ringing;
        synchronized (this) {
            ringing = bell;
        }
        return ringing != null && ringing.awaitListening(seconds);
    }

    /**
     * A collection beside the ledger for what is derived from it and proves it: read at majority on the primary, written
     * durably to a majority, each operation bounded in time. Names MUST NOT be those of the ledger's own.
     */
    public MongoCollection<Document> beside(String name) {
        return collections.beside(name);
    }

    /** A lease that all processes of this ledger know under one name; each asker gets one of its own. */
    public Lease lease(String name) {
        return new Lease(new MongoTurnBoard(collections.info(), "lease-" + name), System::nanoTime);
    }

    /** Reads the ledger from its beginning and compares what indexes hold with the entries. */
    public LedgerScan scan() {
        return new LedgerScan(reads, logId);
    }

    /** How ranges are read here. */
    public ServerDialect dialect() {
        return dialect;
    }

    @Override
    public String logId() {
        return logId;
    }

    @Override
    public long tail() {
        return reads.last(knownTail.get())
                .map(last -> knownTail.accumulateAndGet(last.next() - 1, Math::max))
                .orElse(-1L);
    }

    @Override
    public void catchUp() {
        order.barrier(collections.barrier());
    }

    @Override
    public List<Entry> entriesFrom(long position, int limit) {
        return storedFrom(position, limit).stream().map(StoredEntry::parsed).toList();
    }

    @Override
    public List<StoredEntry> storedFrom(long position, int limit) {
        LedgerBounds.checkRead(limit);
        long from = Math.max(0, position);
        List<StoredEntry> stored = new ArrayList<>();
        for (StoredCommit commit : reads.from(from, limit, true)) {
            for (int i = 0; i < commit.entries().size() && stored.size() < limit; i++) {
                if (commit.first() + i >= from) {
                    String stream = StreamKey.streamId(commit.streams().get(i));
                    stored.add(new StoredEntry(commit.first() + i, stream, commit.entries().get(i)));
                }
            }
        }
        if (!stored.isEmpty()) {
            knownTail.accumulateAndGet(stored.get(stored.size() - 1).position(), Math::max);
        }
        return stored;
    }

    @Override
    public List<Entry> entriesOf(String streamId, long fromSequence, int limit) {
        LedgerBounds.checkRead(limit);
        long from = Math.max(0, fromSequence);
        List<Entry> entries = new ArrayList<>();
        for (StoredCommit commit : reads.ofStream(streamId, from, limit)) {
            for (int i = 0; i < commit.entries().size(); i++) {
                String key = commit.streams().get(i);
                long sequence = StreamKey.sequence(key);
                if (StreamKey.streamId(key).equals(streamId) && sequence >= from && sequence - from < limit) {
                    entries.add(EntryFormat.parse(commit.entries().get(i)));
                }
            }
        }
        return entries;
    }

    /** The last sequence of a stream; -1 if it has no entry. */
    long lastSequenceOf(String streamId) {
        long last = -1;
        while (true) {
            List<String> keys = LongStream.rangeClosed(last + 1, last + SEQUENCES_PER_LOOK)
                    .mapToObj(sequence -> StreamKey.of(streamId, sequence)).toList();
            int found = reads.positionsOf(keys).size();
            last += found;
            if (found < SEQUENCES_PER_LOOK) {
                return last;
            }
        }
    }

    @Override
    public Optional<Entry> entry(long position) {
        return position < 0 ? Optional.empty() : entriesFrom(position, 1).stream().findFirst();
    }

    /** Recorded times never decrease, so halving the positions finds it. */
    @Override
    public long positionAt(Instant instant) {
        long before = -1;
        long after = tail() + 1;
        while (after - before > 1) {
            long middle = before + (after - before) / 2;
            StoredCommit commit = reads.from(middle, 1, false).get(0);
            if (commit.recordedAt().isBefore(instant)) {
                before = commit.next() - 1;
            } else {
                after = Math.max(before + 1, commit.first());
            }
        }
        return before;
    }

    @Override
    public Optional<Commit> commitByRequest(String actor, String requestKey) {
        return reads.byRequest(LedgerMetadata.request(actor, requestKey)).map(StoredCommit::toCommit);
    }

    @Override
    public LogMark mark(long position) {
        if (position == -1) {
            return new LogMark(logId, -1, "");
        }
        Entry entry = entry(position).orElseThrow(
                () -> new IllegalArgumentException("nothing is recorded at position " + position));
        return new LogMark(logId, position, HexFormat.of().formatHex(entry.leafHash()));
    }

    @Override
    public boolean holds(LogMark mark) {
        return mark.logId().equals(logId)
                && (mark.position() == -1 || entry(mark.position()).isPresent())
                && mark(mark.position()).equals(mark);
    }

    MongoCollection<Document> snapshots() {
        return collections.snapshots();
    }

    /** Turns away new commits, settles those under way for some seconds, and stops listening. */
    @Override
    public void close() {
        Committer running;
        ChangeStreamBell ringing;
        synchronized (this) {
            closed = true;
            running = committer;
            ringing = bell;
        }
        if (running != null) {
            running.close();
        }
        if (ringing != null) {
            ringing.close();
        }
    }

    /** Settings of a store; everything has a default. */
    public static final class Builder {

        private final MongoClient client;
        private final String database;
        private LedgerSettings settings = LedgerSettings.DEFAULT;
        private LedgerObserver observer = LedgerObserver.NONE;
        private AppendGate gate = AppendGate.OPEN;
        private UnaryOperator<CommitInserts> faults = UnaryOperator.identity();
        private UnaryOperator<TurnBoard> board = UnaryOperator.identity();
        private @Nullable ServerDialect dialect;
        private @Nullable String logId;

        private Builder(MongoClient client, String database) {
            this.client = client;
            this.database = database;
        }

        /**
         * The clock that recorded times come from; a demonstration may record "in 2015". The comparison of this machine's
         * clock with the server's is not affected.
         */
        public Builder clock(Clock clock) {
            settings = settings.withClock(clock);
            return this;
        }

        /** How to read ranges; asked of the server if not given. */
        public Builder dialect(ServerDialect dialect) {
            this.dialect = dialect;
            return this;
        }

        /** The id that a new log gets, and that an existing one MUST have. A new log gets a random one if none is given. */
        public Builder logId(String logId) {
            this.logId = logId;
            return this;
        }

        /** How many commits may wait, and how long each before it is sent, until they are turned away. */
        public Builder queue(int commits, Duration longestWait) {
            settings = settings.withQueue(commits, longestWait);
            return this;
        }

        /** Who is told what happens while commits are appended; nobody if not given. */
        public Builder observer(LedgerObserver observer) {
            this.observer = observer;
            return this;
        }

        /** What must be open for anything to be appended; always open if not given. */
        public Builder gate(AppendGate gate) {
            this.gate = gate;
            return this;
        }

        /** How long a writer waits for the outcome of a commit that was taken to be sent; 20 seconds if not given. */
        public Builder longestUnknown(Duration longestUnknown) {
            settings = settings.withLongestUnknown(longestUnknown);
            return this;
        }

        Builder settings(UnaryOperator<LedgerSettings> change) {
            settings = change.apply(settings);
            return this;
        }

        Builder faults(UnaryOperator<CommitInserts> faults) {
            this.faults = faults;
            return this;
        }

        Builder board(UnaryOperator<TurnBoard> board) {
            this.board = board;
            return this;
        }

        /**
         * Connects, makes the collections and indexes that are missing, and reads where the ledger ends.
         *
         * @throws IllegalStateException if the database holds another log than the one asked for, or an unknown format
         */
        public LedgerStore build() {
            return new LedgerStore(this);
        }
    }
}
