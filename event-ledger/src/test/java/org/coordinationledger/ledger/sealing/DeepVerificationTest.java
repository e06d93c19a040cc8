package org.coordinationledger.ledger.sealing;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.tlog.Hash;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a database can be tampered with is found, with its place and reason. */
class DeepVerificationTest {

    private static final int ENTRIES = 600;

    @TempDir
    private Path pin;

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    static Stream<Arguments> tampered() {
        return MongoServers.stores().flatMap(server -> Stream.of(
                tampering(server, "a letter of an entry", change(128, commit -> entry(commit, 5, "\"n\":5", "\"n\":6")),
                        133, "is not the one that was sealed"),
                tampering(server, "a letter of an entry that no full tile covers",
                        change(576, commit -> entry(commit, 5, "\"n\":5", "\"n\":6")), 300, "to 599", "other entries"),
                tampering(server, "an entry of another record", change(64, commit -> entry(commit, 3, "\"sequence\":3", "\"sequence\":4")),
                        67, "the index key"),
                tampering(server, "an entry that cannot be read", change(64, commit -> entry(commit, 3, "{", "[")),
                        67, "cannot be read"),
                tampering(server, "an index key", change(64, commit -> keys(commit, 2, "x@0000000002")), 66, "the index key is x@"),
                tampering(server, "a recorded time in the index", change(64, commit -> commit.append("recordedAt", new Date(0))),
                        64, "recorded before the commit"),
                tampering(server, "a request in the index", change(64, commit -> commit.append("request", "a/b")), 64, "no entry tells"),
                tampering(server, "a digest in the index", change(64, commit -> commit.append("command", "d")), 64, "the command's digest"),
                tampering(server, "a missing commit", ledger -> collection(ledger, "ledger").deleteOne(eq("_id", 192L)),
                        192, "here"),
                tampering(server, "a missing last commit", ledger -> collection(ledger, "ledger").deleteOne(eq("_id", 576L)),
                        576, "the ledger ends here"),
                tampering(server, "entries in another order", change(64, DeepVerificationTest::swapped), 64, "the position is 65"),
                tampering(server, "a doubled entry", change(64, DeepVerificationTest::doubled), 65, "the position is 64"),
                tampering(server, "a hash of a tile", tile("0/1", "hashes"), 256, "tile/0/001", "does not follow from the entries"),
                tampering(server, "the root of a tile", tile("0/0", "root"), 0, "tile/0/000", "has another root"),
                tampering(server, "a missing tile", ledger -> collection(ledger, StoredTiles.COLLECTION).deleteOne(eq("_id", "0/1")),
                        256, "tile/0/001", "is missing"),
                tampering(server, "the newest checkpoint", checkpoint(600L), 599, "checkpoint of 600", "not signed as it must be"),
                tampering(server, "an older checkpoint", checkpoint(300L), 299, "checkpoint of 300", "not signed as it must be"),
                tampering(server, "a missing checkpoint",
                        ledger -> collection(ledger, StoredCheckpoints.COLLECTION).deleteOne(eq("_id", 300L)), 299, "is missing")));
    }

    /** What whoever can record, or write to the database, could make of the record heads. */
    static Stream<Arguments> wrongHeads() {
        return MongoServers.stores().flatMap(server -> Stream.of(
                tampering(server, "a root of other heads", ledger -> heads(ledger, made ->
                        new HeadTrees.Made(made.size(), made.records(), Hash.sha256(new byte[1]))),
                        600, "is not that of the first 600 entries"),
                tampering(server, "a head left out", ledger -> heads(ledger, made ->
                        new HeadTrees.Made(made.size(), made.records() - 1, made.root())),
                        600, "is not that of the first 600 entries"),
                tampering(server, "older heads", ledger -> heads(ledger, made -> new HeadTrees.Made(
                                made.size(), made.records(), new HeadTrees(ledger.store).make(590, Optional.empty()).root())),
                        600, "is not that of the first 600 entries"),
                tampering(server, "heads of entries to come", ledger -> heads(ledger, made ->
                        new HeadTrees.Made(700, made.records(), made.root())), 600, "holds no root of record heads"),
                tampering(server, "a leaf of the kept tree", ledger -> {
                    heads(ledger, made -> made);
                    Document shelf = ledger.collection(StoredHeads.SHELVES_COLLECTION).find().first();
                    byte[] leaves = shelf.get("leaves", Binary.class).getData();
                    leaves[40] ^= 1;
                    ledger.collection(StoredHeads.SHELVES_COLLECTION)
                            .updateOne(eq("_id", shelf.get("_id")), Updates.set("leaves", new Binary(leaves)));
                }, 600, "kept to prove from does not lead to the root")));
    }

    private static void heads(SealedLedger ledger, UnaryOperator<HeadTrees.Made> change) {
        HeadTrees.Made made = change.apply(new HeadTrees(ledger.store).make(ENTRIES, Optional.empty()));
        ledger.store.append(List.of(new NewEvent(RecordedHeads.STREAM_TYPE, RecordedHeads.STREAM_ID, 0, "e",
                RecordedHeads.EVENT, "1", "{\"records\":%d,\"root\":\"%s\",\"size\":%d}"
                        .formatted(made.records(), made.root().hex(), made.size()), Map.of())), new ReadSet());
        ledger.sealed();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongHeads")
    void a_wrong_tree_of_record_heads_is_named(
            TestServer server, String what, Consumer<SealedLedger> how, long position, List<String> reasons) {
        what_was_tampered_with_is_named(server, what, how, position, reasons);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_right_tree_of_record_heads_has_no_fault(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = sealed(database)) {
            heads(ledger, made -> made);

            assertThat(verified(ledger).fault()).isEmpty();
        }
    }

    private static Arguments tampering(
            TestServer server, String what, Consumer<SealedLedger> how, long position, String... reasons) {
        return Arguments.of(server, what, how, position, List.of(reasons));
    }

    private static MongoCollection<Document> collection(SealedLedger ledger, String name) {
        return ledger.collection(name);
    }

    private static Consumer<SealedLedger> change(long first, Consumer<Document> how) {
        return ledger -> {
            Document commit = ledger.collection("ledger").find(eq("_id", first)).first();
            how.accept(commit);
            ledger.collection("ledger").dropIndexes();
            ledger.collection("ledger").replaceOne(eq("_id", first), commit);
        };
    }

    private static void entry(Document commit, int index, String from, String to) {
        List<String> entries = new ArrayList<>(commit.getList("entries", String.class));
        assertThat(entries.get(index)).contains(from);
        entries.set(index, entries.get(index).replaceFirst(Pattern.quote(from), to));
        commit.append("entries", entries);
    }

    private static void keys(Document commit, int index, String key) {
        List<String> keys = new ArrayList<>(commit.getList("streams", String.class));
        keys.set(index, key);
        commit.append("streams", keys);
    }

    private static void swapped(Document commit) {
        List<String> entries = new ArrayList<>(commit.getList("entries", String.class));
        Collections.swap(entries, 0, 1);
        commit.append("entries", entries);
    }

    private static void doubled(Document commit) {
        List<String> entries = new ArrayList<>(commit.getList("entries", String.class));
        entries.set(1, entries.get(0));
        commit.append("entries", entries);
    }

    private static Consumer<SealedLedger> tile(String id, String field) {
        return ledger -> {
            MongoCollection<Document> tiles = ledger.collection(StoredTiles.COLLECTION);
            byte[] bytes = tiles.find(eq("_id", id)).first().get(field, Binary.class).getData();
            bytes[13] ^= 4;
            tiles.updateOne(eq("_id", id), Updates.set(field, new Binary(bytes)));
        };
    }

    private static Consumer<SealedLedger> checkpoint(long size) {
        return ledger -> {
            MongoCollection<Document> checkpoints = ledger.collection(StoredCheckpoints.COLLECTION);
            String note = checkpoints.find(eq("_id", size)).first().getString("note");
            char letter = note.charAt(note.indexOf("\n" + size + "\n") + 8);
            String other = note.replaceFirst("(?s)(\n" + size + "\n...)" + Pattern.quote("" + letter),
                    "$1" + (letter == 'A' ? 'B' : 'A'));
            checkpoints.updateOne(eq("_id", size), Updates.set("note", other));
        };
    }

    private SealedLedger sealed(TestDatabase database) {
        SealedLedger ledger = new SealedLedger(database.client(), database.name(), pin);
        return ledger.sealed().recordMany(300).sealed().recordMany(20).recordMany(ENTRIES - 320).sealed();
    }

    private static DeepVerification verified(SealedLedger ledger) {
        DeepVerification verification = new DeepVerification(ledger.store);
        int steps = 0;
        while (verification.step(100)) {
            assertThat(steps++).isLessThan(1_000);
        }
        return verification;
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_ledger_as_it_was_sealed_has_no_fault(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = sealed(database)) {
            DeepVerification verification = verified(ledger);

            assertThat(verification.fault()).isEmpty();
            assertThat(verification.verified()).isEqualTo(ENTRIES);
            assertThat(verification.checkpoints()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_was_signed_with_a_key_that_was_taken_away_since_has_no_fault(TestServer server) {
        byte[] other = SealedLedger.seed(2);
        try (TestDatabase database = server.freshDatabase()) {
            for (byte[][] keys : List.of(
                    new byte[][] {SealedLedger.SEED}, new byte[][] {other, SealedLedger.SEED}, new byte[][] {other})) {
                try (SealedLedger ledger = new SealedLedger(database.client(), database.name(), pin, keys)) {
                    ledger.sealed().recordMany(20).sealed();
                }
            }
            try (SealedLedger ledger = new SealedLedger(database.client(), database.name(), pin, other)) {
                DeepVerification verification = verified(ledger);

                assertThat(verification.fault()).isEmpty();
                assertThat(verification.checkpoints()).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_newest_checkpoint_must_be_signed_with_a_key_that_is_published_now(TestServer server) {
        byte[] other = SealedLedger.seed(2);
        try (TestDatabase database = server.freshDatabase();
                SealedLedger ledger = new SealedLedger(database.client(), database.name(), pin)) {
            ledger.sealed().recordMany(20).sealed();
            new StoredCheckpoints(ledger.collection(StoredCheckpoints.COLLECTION))
                    .publishKeys(LogKeys.of(SealedLedger.ORIGIN, List.of(other)).verifierKeys());

            assertThat(verified(ledger).fault()).hasValueSatisfying(
                    fault -> assertThat(fault.kind()).isEqualTo(LedgerFault.Kind.CHECKPOINT));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tampered")
    void what_was_tampered_with_is_named(
            TestServer server, String what, Consumer<SealedLedger> how, long position, List<String> reasons) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = sealed(database)) {
            how.accept(ledger);

            DeepVerification verification = verified(ledger);

            assertThat(verification.fault()).as(what).isPresent();
            assertThat(verification.fault().get().reason()).contains(reasons);
            assertThat(verification.fault().get().position()).isEqualTo(position);
        }
    }
}
