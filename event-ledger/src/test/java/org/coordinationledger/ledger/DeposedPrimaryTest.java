package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.ledger.TestEvents.events;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.ledger.testing.LedgerAudit;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.ReplicaSet;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A primary takes a commit that it can replicate to nobody, and is deposed: what somebody believes who read from it, or
 * still does.
 */
class DeposedPrimaryTest {

    private static final int BEFORE = 3;
    private static final int BY_OTHERS = 2;
    private static final int TRIES = 5;

    private TestDatabase database;
    private LedgerStore store;
    private LedgerStore stale;
    private MongoClient direct;
    private int old;
    private String log;
    private Instant recordedAt;

    static Stream<ReplicaSet> sets() {
        return MongoServers.replicaSet().stream();
    }

    private void open(ReplicaSet set) {
        database = new TestServer("replica set", set.connectionString()).freshDatabase();
        store = LedgerStore.builder(database.client(), database.name()).build();
        log = store.logId();
        for (int i = 0; i < BEFORE; i++) {
            recordedAt = store.append(events("before" + i, 0, 1), new ReadSet()).recordedAt();
        }
    }

    @AfterEach
    void close() {
        if (stale != null) {
            stale.close();
        }
        if (direct != null) {
            direct.close();
        }
        if (store != null) {
            store.close();
            database.close();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("sets")
    void who_believed_its_local_reads_would_leave_a_hole(ReplicaSet set) {
        open(set);
        try {
            cutOffWithACommitOfItsOwn(set, () -> { });
            MongoCollection<Document> ledger = ledger(direct);
            long atMajority = next(ledger.withReadConcern(ReadConcern.MAJORITY));
            long locally = next(ledger.withReadConcern(ReadConcern.LOCAL));
            depose(set);

            insertUntilItStands(commit(locally, "believer"));

            assertThat(atMajority).isEqualTo(BEFORE);
            assertThat(faults()).containsExactly("nothing stands at " + BEFORE + " to " + BEFORE);
        } finally {
            set.mend();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("sets")
    void who_still_reads_from_it_appends_in_the_right_place(ReplicaSet set) throws Exception {
        open(set);
        CountDownLatch planned = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        try (Writers writers = new Writers()) {
            MongoCollection<Document> newPrimary = ledger(database.client());
            // reads all go to the old primary, inserts to whichever is primary
            cutOffWithACommitOfItsOwn(set, () -> stale = LedgerStore.builder(direct, database.name())
                    .faults(plain -> documents -> {
                        planned.countDown();
                        InsertFaults.await(gate);
                        newPrimary.insertMany(documents);
                    }).build());
            Future<Commit> late = writers.start(() -> appendUntilRecorded(stale, "late"));
            InsertFaults.await(planned);
            depose(set);
            for (int i = 0; i < BY_OTHERS; i++) {
                appendUntilRecorded(store, "other" + i);
            }

            set.thaw(old);
            gate.countDown();

            assertThat(Writers.outcome(late)).isInstanceOfSatisfying(Commit.class,
                    commit -> assertThat(commit.first()).isEqualTo(BEFORE + BY_OTHERS));
        } finally {
            gate.countDown();
            set.mend();
        }
        assertThat(faults()).isEmpty();
        assertThat(store.tail()).isEqualTo(BEFORE + BY_OTHERS);
        assertThat(set.awaitSameDocuments(database.name())).isNotEmpty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("sets")
    void who_reads_from_it_cannot_catch_up(ReplicaSet set) {
        open(set);
        try {
            cutOffWithACommitOfItsOwn(set, () -> stale = LedgerStore.builder(direct, database.name()).build());

            assertThat(stale.tail()).isEqualTo(BEFORE - 1);
            assertThatThrownBy(stale::catchUp).isInstanceOf(MongoException.class);
        } finally {
            set.mend();
        }
    }

    /**
     * A primary that is frozen or being rolled back cannot be read, and a client may go on asking it for a while: then the
     * commit is refused and not recorded.
     */
    private static Commit appendUntilRecorded(LedgerStore store, String stream) {
        List<NewEvent> events = events(stream, 0, 1);
        for (int i = 0; i < 1_000; i++) {
            try {
                return store.append(events, new ReadSet());
            } catch (LedgerOverloadedException e) {
                // again
            }
        }
        throw new IllegalStateException("always refused");
    }

    /**
     * Leaves the primary alone with a commit at the next position. It steps down soon, so that may take several tries. The
     * others are killed, not frozen: they would find the commit in their sockets when they wake.
     */
    private void cutOffWithACommitOfItsOwn(ReplicaSet set, Runnable beforehand) {
        for (int i = 0; i < TRIES; i++) {
            old = set.awaitPrimary();
            direct = MongoClients.create(set.connectionString(old));
            beforehand.run();
            MongoCollection<Document> ledger = ledger(direct).withWriteConcern(WriteConcern.JOURNALED);
            others().forEach(set::kill);
            try {
                ledger.insertOne(commit(BEFORE, "orphan"));
                return;
            } catch (MongoException e) {
                direct.close();
                set.mend();
            }
        }
        throw new IllegalStateException("the primary always stepped down too soon");
    }

    private void depose(ReplicaSet set) {
        set.freeze(old);
        others().forEach(set::restart);
        assertThat(set.awaitPrimary()).isNotEqualTo(old);
    }

    private List<Integer> others() {
        return IntStream.range(0, ReplicaSet.MEMBERS).filter(member -> member != old).boxed().toList();
    }

    private MongoCollection<Document> ledger(MongoClient client) {
        return ServerDialect.REPLICA_SET.bounded(client.getDatabase(database.name())).getCollection("ledger")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** The client may not know the new primary yet. */
    private void insertUntilItStands(Document commit) {
        for (int i = 0; i < TRIES; i++) {
            try {
                ledger(database.client()).insertOne(commit);
                return;
            } catch (MongoWriteException e) {
                assertThat(e.getCode()).as("it stands there already").isEqualTo(11000);
                return;
            } catch (MongoException e) {
                // unknown: the same again
            }
        }
        throw new IllegalStateException("the new primary takes nothing");
    }

    private static long next(MongoCollection<Document> ledger) {
        return CommitReads.of(ledger, CausalOrder.NONE, ServerDialect.REPLICA_SET).last(-1).orElseThrow().next();
    }

    private Document commit(long first, String stream) {
        return new PendingCommit(events(stream, 0, 1), new ReadSet(), EntryFormat.greatestHead(log))
                .at(first, recordedAt, log, Map.of())
                .toDocument();
    }

    private List<String> faults() {
        return LedgerAudit.of(database.client().getDatabase(database.name())).faults();
    }
}
