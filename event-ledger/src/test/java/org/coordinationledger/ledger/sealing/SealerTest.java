package org.coordinationledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.coordinationledger.ledger.LedgerUnverifiedException;
import org.coordinationledger.ledger.embedded.EmbeddedMongo;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.TreeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sealing, and that nothing is recorded on a ledger that is not the one that was signed. */
class SealerTest {

    @TempDir
    private Path pin;

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private SealedLedger open(TestDatabase database) {
        return new SealedLedger(database.client(), database.name(), pin);
    }

    private static void assertShut(SealedLedger ledger, String... reasons) {
        assertThat(ledger.gate.refusal().orElse("open")).contains(reasons);
        assertThat(ledger.sealer.status().problem()).contains(reasons);
        long tail = ledger.store.tail();
        assertThatThrownBy(() -> ledger.record(1))
                .isInstanceOf(LedgerUnverifiedException.class)
                .hasMessageContaining(reasons[0]);
        assertThat(ledger.store.tail()).isEqualTo(tail);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nothing_is_recorded_before_the_ledger_was_checked(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            assertThatThrownBy(() -> ledger.record(1))
                    .isInstanceOf(LedgerUnverifiedException.class)
                    .hasMessageContaining("not been checked yet");

            ledger.sealed().record(1);

            assertThat(ledger.store.tail()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_was_recorded_is_sealed_less_than_a_second_later_without_being_asked(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            ledger.sealer.start();
            for (int i = 1; i <= 3; i++) {
                ledger.record(i);
                long recorded = ledger.store.tail() + 1;
                Awaitility.await().atMost(Duration.ofSeconds(1)).pollInterval(Duration.ofMillis(20))
                        .until(() -> ledger.size() == recorded);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_checkpoint_is_pinned_and_published_and_names_the_one_before(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            ledger.sealed().record(3).sealed().record(2).sealed().sealed();

            assertThat(ledger.published).extracting(PublishedCheckpoint::size).containsExactly(3L, 5L);
            assertThat(ledger.published).extracting(PublishedCheckpoint::previous).containsExactly(-1L, 3L);
            assertThat(Files.readString(pin.resolve(Pin.FILE))).isEqualTo(ledger.published.get(1).note());
            StoredCheckpoints stored = new StoredCheckpoints(ledger.collection(StoredCheckpoints.COLLECTION));
            assertThat(stored.latest().orElseThrow().note()).isEqualTo(ledger.published.get(1).note());
            assertThat(stored.newest(10)).extracting(PublishedCheckpoint::size).containsExactly(5L, 3L);
            assertThat(stored.verifierKeys()).hasSize(1).allMatch(key -> key.startsWith(SealedLedger.ORIGIN + "+"));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void sealing_goes_on_after_a_restart_where_it_ended(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger ledger = open(database)) {
                ledger.sealed().recordMany(700).sealed();
            }
            try (SealedLedger again = open(database)) {
                again.sealed().recordMany(100).sealed();

                assertThat(again.sealer.status().problem()).isNull();
                assertThat(again.size()).isEqualTo(800);
                LedgerLeaves leaves = new LedgerLeaves(
                        again.store, new StoredTiles(again.collection(StoredTiles.COLLECTION)));
                TreeBuilder anew = new TreeBuilder();
                again.store.storedFrom(0, 800).forEach(entry -> anew.add(
                        Hash.ofLeaf(entry.json().getBytes(StandardCharsets.UTF_8)), (tile, bytes) -> { }));
                assertThat(leaves.tree(800).root()).isEqualTo(anew.root());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_database_in_which_entries_were_removed_takes_no_more(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger ledger = open(database)) {
                ledger.sealed().record(3).record(2).sealed();
                ledger.collection("ledger").deleteOne(Filters.eq("_id", 3L));
            }
            try (SealedLedger again = open(database)) {
                assertShut(again.sealed(), "has 3 entries", "signed over 5", "older state of the database was put back");
            }
        }
    }

    @Test
    void an_older_copy_of_the_data_takes_no_more_beside_the_newer_pin(@TempDir Path folder) throws IOException {
        Path older = folder.resolve("older");
        Path live = folder.resolve("live");
        onEmbedded(live, ledger -> ledger.sealed().record(3).sealed());
        Files.createDirectories(older);
        Files.copy(live.resolve("ledger.mv"), older.resolve("ledger.mv"));
        onEmbedded(live, ledger -> ledger.sealed().record(2).sealed());

        onEmbedded(older, ledger -> assertShut(ledger.sealed(), "older state of the database was put back"));
        onEmbedded(live, ledger -> assertThat(ledger.sealed().gate.refusal()).isEmpty());
    }

    private void onEmbedded(Path folder, Consumer<SealedLedger> steps) {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(mongo.connectionString());
                SealedLedger ledger = new SealedLedger(client, "ledger", pin)) {
            steps.accept(ledger);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_ledger_that_was_written_on_after_it_was_put_back_takes_no_more(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger ledger = open(database)) {
                ledger.sealed().record(3).sealed().record(2).sealed();
                ledger.collection("ledger").deleteOne(Filters.eq("_id", 3L));
                Document first = ledger.collection("ledger").find(Filters.eq("_id", 0L)).first();
                ledger.collection("ledger").insertOne(new Document(first).append("_id", 3L)
                        .append("streams", List.of("x@0000000000", "x@0000000001", "x@0000000002")));
            }
            try (SealedLedger again = open(database)) {
                assertShut(again.sealed(), "first 5 entries of the ledger are not those");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_changed_byte_of_a_tile_in_the_database_is_met_at_the_start(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger ledger = open(database)) {
                ledger.sealed().recordMany(300).sealed();
                Document tile = ledger.collection(StoredTiles.COLLECTION).find(Filters.eq("_id", "0/0")).first();
                byte[] root = tile.get("root", Binary.class).getData();
                root[7] ^= 1;
                ledger.collection(StoredTiles.COLLECTION).updateOne(Filters.eq("_id", "0/0"), Updates.set("root", root));
            }
            try (SealedLedger again = open(database)) {
                assertShut(again.sealed(), "first 300 entries of the ledger are not those");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_missing_tile_is_named(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger ledger = open(database)) {
                ledger.sealed().recordMany(300).sealed();
                ledger.collection(StoredTiles.COLLECTION).deleteOne(Filters.eq("_id", "0/0"));
            }
            try (SealedLedger again = open(database)) {
                assertShut(again.sealed(), "tile 0/0 is missing");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_tile_that_does_not_follow_from_the_entries_is_not_sealed_over(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            ledger.sealed().record(1).sealed();
            ledger.collection(StoredTiles.COLLECTION).insertOne(
                    new Document("_id", "0/0").append("hashes", new byte[8192]).append("root", new byte[32]));
            ledger.recordMany(300).sealed();

            assertShut(ledger, "tile 0/0 in the database does not follow from the entries");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_history_that_another_key_signed_is_not_carried_on(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger other = new SealedLedger(
                    database.client(), database.name(), pin, SealedLedger.seed(2))) {
                other.sealed().record(3).sealed();
            }
            try (SealedLedger ledger = open(database)) {
                assertShut(ledger.sealed(), "signed by none of the keys of this log");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void without_the_pin_nothing_is_recorded_until_it_is_back(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            ledger.sealed().record(3).sealed();
            Path away = pin.resolveSibling(pin.getFileName() + "-away");
            Files.move(pin, away);

            assertShut(ledger.sealed(), "pin of the last checkpoint is out of reach");
            assertThat(ledger.sealer.status().broken()).isFalse();

            Files.move(away, pin);
            ledger.sealed().record(1).sealed();
            assertThat(ledger.size()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_pin_that_was_removed_is_not_made_anew(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger ledger = open(database)) {
                ledger.sealed().record(3).sealed();
            }
            String checkpoint = Files.readString(pin.resolve(Pin.FILE));
            Files.delete(pin.resolve(Pin.FILE));
            try (SealedLedger again = open(database)) {
                assertShut(again.sealed(), "is missing, though a checkpoint of 3 entries was signed");

                Files.writeString(pin.resolve(Pin.FILE), checkpoint);
                again.sealed().record(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_damaged_pin_shuts_the_ledger(TestServer server) throws IOException {
        try (TestDatabase database = server.freshDatabase(); SealedLedger ledger = open(database)) {
            ledger.sealed().record(3).sealed();
            Path file = pin.resolve(Pin.FILE);
            String checkpoint = Files.readString(file);
            Files.writeString(file, checkpoint.replace("\n3\n", "\n4\n"));

            assertShut(ledger.sealed(), "checkpoint in the pin is damaged");

            Files.writeString(file, checkpoint);
            assertThat(ledger.sealed().gate.refusal()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_checkpoint_that_was_pinned_and_not_published_is_published_at_the_next_start(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            PublishedCheckpoint second;
            try (SealedLedger ledger = open(database)) {
                ledger.sealed().record(3).sealed().record(2).sealed();
                PublishedCheckpoint first = ledger.published.get(0);
                second = ledger.published.get(1);
                ledger.collection(StoredCheckpoints.COLLECTION).deleteOne(Filters.eq("_id", 5L));
                ledger.collection(StoredCheckpoints.COLLECTION).updateOne(Filters.eq("_id", "latest"),
                        Updates.combine(Updates.set("size", 3L), Updates.set("note", first.note()),
                                Updates.set("previous", null)));
            }
            try (SealedLedger again = open(database)) {
                again.sealed();

                assertThat(again.published).extracting(PublishedCheckpoint::note).containsExactly(second.note());
                assertThat(again.size()).isEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_ledger_older_than_sealing_is_sealed_from_its_beginning(TestServer server) {
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger ledger = open(database)) {
                ledger.gate.open();
                ledger.recordMany(1_000);
            }
            try (SealedLedger again = open(database)) {
                assertThat(again.sealed().size()).isEqualTo(1_000);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void while_two_keys_are_given_both_sign_and_either_is_enough_afterwards(TestServer server) {
        byte[] old = SealedLedger.SEED;
        byte[] fresh = SealedLedger.seed(2);
        try (TestDatabase database = server.freshDatabase()) {
            try (SealedLedger ledger = open(database)) {
                ledger.sealed().record(1).sealed();
            }
            try (SealedLedger both = new SealedLedger(database.client(), database.name(), pin, fresh, old)) {
                both.sealed().record(1).sealed();
                String note = both.published.get(0).note();
                assertThat(note.lines().filter(line -> line.startsWith("— "))).hasSize(2);
            }
            try (SealedLedger after = new SealedLedger(database.client(), database.name(), pin, fresh)) {
                after.sealed().record(1).sealed();
                assertThat(after.size()).isEqualTo(3);
                assertThat(after.published.get(0).note().lines().filter(line -> line.startsWith("— "))).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void of_two_processes_one_seals_and_the_other_takes_over_when_it_falls_silent(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                SealedLedger first = open(database);
                SealedLedger second = open(database)) {
            first.sealed();
            second.sealed().record(2).sealed();
            assertThat(second.published).isEmpty();
            assertThat(first.sealed().size()).isEqualTo(2);
            second.sealed();
            assertThat(second.size()).as("what the other published").isEqualTo(2);

            second.record(1);
            Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(100))
                    .until(() -> second.sealed().size() == 3);

            first.record(1).sealed();
            assertThat(first.published).extracting(PublishedCheckpoint::size).containsExactly(2L);
            assertThat(second.sealed().size()).isEqualTo(4);
            assertThat(first.sealer.status().problem()).isNull();
        }
    }
}
