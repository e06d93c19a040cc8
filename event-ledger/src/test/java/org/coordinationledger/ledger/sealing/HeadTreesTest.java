package org.coordinationledger.ledger.sealing;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RecordHeads.Head;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees that go on from one another are those that the entries give when they are looked at from the first on. */
class HeadTreesTest {

    private static final int STEPS_PER_COMMIT = 30;

    @TempDir
    private Path pin;

    private final Map<String, Long> sequences = new HashMap<>();

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private SealedLedger open(TestDatabase database) {
        return new SealedLedger(database.client(), database.name(), pin).sealed();
    }

    /** Records steps of some of many records, several a commit. */
    private void record(LedgerStore store, Random random, int steps) {
        for (int left = steps; left > 0; left -= STEPS_PER_COMMIT) {
            List<NewEvent> commit = new ArrayList<>();
            for (int i = 0; i < Math.min(left, STEPS_PER_COMMIT); i++) {
                commit.add(step("record-" + random.nextInt(400), "Thing", "thing.changed", "{}"));
            }
            store.append(commit, new ReadSet());
        }
    }

    private void step(LedgerStore store, String record, String type, String event, String payload) {
        store.append(List.of(step(record, type, event, payload)), new ReadSet());
    }

    private NewEvent step(String record, String type, String event, String payload) {
        long sequence = sequences.merge(record, 0L, (before, first) -> before + 1);
        return new NewEvent(type, record, sequence, UUID.randomUUID().toString(), event, "1", payload, Map.of());
    }

    private RecordedHeads recorded(LedgerStore store, HeadTrees.Made made) {
        step(store, RecordedHeads.STREAM_ID, RecordedHeads.STREAM_TYPE, RecordedHeads.EVENT,
                "{\"records\":%d,\"root\":\"%s\",\"size\":%d}".formatted(made.records(), made.root().hex(), made.size()));
        return new RecordedHeadsReads(store).last().orElseThrow();
    }

    private static RecordHeads naive(LedgerStore store, long size) {
        Map<String, Head> heads = new HashMap<>();
        for (Entry entry : store.entriesFrom(0, (int) size)) {
            heads.put(entry.streamId(), Head.of(entry.streamId(), entry.sequence(), entry.position()));
        }
        return RecordHeads.of(heads.values());
    }

    @ParameterizedTest
    @MethodSource("stores")
    void each_tree_goes_on_from_the_one_that_was_recorded_before_it(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            HeadTrees trees = new HeadTrees(ledger.store, 70);
            Random random = new Random(7);
            Optional<RecordedHeads> last = Optional.empty();
            for (int hour = 0; hour < 6; hour++) {
                record(ledger.store, random, hour == 3 ? 300 : 60);
                long size = ledger.store.tail() + 1;

                HeadTrees.Made made = trees.make(size, last);

                RecordHeads naive = naive(ledger.store, size);
                assertThat(made).isEqualTo(new HeadTrees.Made(size, naive.size(), naive.root()));
                record(ledger.store, random, hour);
                last = Optional.of(recorded(ledger.store, made));
                trees.forgetOld();
                RecordHeads kept = trees.kept(last.get()).orElseThrow();
                for (int i = 0; i < 400; i += 13) {
                    String id = "record-" + i;
                    assertThat(kept.presence(id)).isEqualTo(naive.presence(id));
                    assertThat(kept.absence(id)).isEqualTo(naive.absence(id));
                }
            }
            assertThat(ledger.collection(StoredHeads.TREES).countDocuments()).isEqualTo(3);
            assertThat(ledger.collection(StoredHeads.SHELVES_COLLECTION).countDocuments()).isLessThan(3 * 401);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_kept_tree_that_somebody_changed_is_not_gone_on_from_and_proves_nothing(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            HeadTrees trees = new HeadTrees(ledger.store);
            record(ledger.store, new Random(1), 200);
            RecordedHeads first = recorded(ledger.store, trees.make(200, Optional.empty()));
            assertThat(trees.intact(first)).contains(true);
            for (Document shelf : ledger.collection(StoredHeads.SHELVES_COLLECTION).find().limit(1)) {
                byte[] leaves = shelf.get("leaves", Binary.class).getData();
                leaves[47] ^= 1;
                ledger.collection(StoredHeads.SHELVES_COLLECTION)
                        .updateOne(eq("_id", shelf.get("_id")), Updates.set("leaves", new Binary(leaves)));
            }
            assertThat(trees.intact(first)).contains(false);
            record(ledger.store, new Random(2), 20);

            HeadTrees.Made made = trees.make(220, Optional.of(first));

            assertThat(made.root()).isEqualTo(naive(ledger.store, 220).root());
            RecordedHeads second = recorded(ledger.store, made);
            ledger.collection(StoredHeads.TREES).updateOne(eq("_id", 220L), Updates.set("tileRoots", new Binary(new byte[3])));
            assertThat(trees.kept(second)).isEmpty();
            ledger.collection(StoredHeads.SHELVES_COLLECTION).drop();
            assertThat(trees.make(221, Optional.of(second)).root()).isEqualTo(naive(ledger.store, 221).root());
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_damaged_document_of_a_tree_stops_nobody(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            HeadTrees trees = new HeadTrees(ledger.store);
            record(ledger.store, new Random(1), 200);
            RecordedHeads last = recorded(ledger.store, trees.make(200, Optional.empty()));
            byte[] negative = ByteBuffer.allocate(StoredHeads.SHELVES * Long.BYTES).putLong(-1).array();
            byte[] many = ByteBuffer.allocate(StoredHeads.SHELVES * Long.BYTES).putLong(Long.MAX_VALUE).array();
            long size = 200;
            for (Bson damage : List.of(
                    Updates.unset("versions"),
                    Updates.unset("tileRoots"),
                    Updates.set("counts", "none"),
                    Updates.set("counts", new Binary(new byte[3])),
                    Updates.set("counts", new Binary(negative)),
                    Updates.set("counts", new Binary(many)))) {
                ledger.collection(StoredHeads.TREES).updateOne(eq("_id", size), damage);
                assertThat(trees.kept(last)).as(damage.toString()).isEmpty();
                assertThat(trees.intact(last)).as(damage.toString()).contains(false);
                record(ledger.store, new Random(size), 9);
                trees.forgetOld();
                size = ledger.store.tail() + 1;

                HeadTrees.Made made = trees.make(size, Optional.of(last));

                assertThat(made.root()).as(damage.toString()).isEqualTo(naive(ledger.store, size).root());
                last = recorded(ledger.store, made);
                trees.forgetOld();
                assertThat(trees.intact(last)).as(damage.toString()).contains(true);
            }
            ledger.collection(StoredHeads.TREES).drop();
            assertThat(trees.intact(last)).as("kept no longer").isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void several_processes_that_make_trees_at_once_make_the_right_ones(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            record(ledger.store, new Random(1), 150);
            List<CompletableFuture<HeadTrees.Made>> making = new ArrayList<>();
            for (long size = 120; size <= 150; size += 10) {
                long upTo = size;
                making.add(CompletableFuture.supplyAsync(
                        () -> new HeadTrees(ledger.store, 40).make(upTo, Optional.empty())));
            }
            for (CompletableFuture<HeadTrees.Made> one : making) {
                HeadTrees.Made made = one.join();
                assertThat(made.root()).isEqualTo(naive(ledger.store, made.size()).root());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_last_root_is_found_however_many_there_are(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            RecordedHeadsReads reads = new RecordedHeadsReads(ledger.store);
            assertThat(reads.last()).isEmpty();
            step(ledger.store, "a", "Thing", "thing.changed", "{}");
            RecordHeads naive = naive(ledger.store, 1);
            HeadTrees.Made made = new HeadTrees.Made(1, naive.size(), naive.root());
            for (int i = 0; i < 18; i++) {
                recorded(ledger.store, made);
                if (i % 7 == 0) {
                    assertThat(reads.last().orElseThrow().sequence()).isEqualTo(i);
                }
                assertThat(new RecordedHeadsReads(ledger.store).last().orElseThrow().sequence()).isEqualTo(i);
            }
            assertThat(reads.lastWithin(10).orElseThrow().position()).isEqualTo(9);
            assertThat(reads.lastWithin(1)).isEmpty();
        }
    }
}
