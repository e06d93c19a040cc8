package org.coordinationledger.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.service.ledger.StoreConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Somebody with the database's password changes what a running service serves: the auditor, and a checker that nobody here
 * wrote where {@link Fsck} finds one, agree with the log as it was recorded and reject it changed. With
 * {@code -Dledger.tamper.scenarios=all} on all scenarios.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedLogTest {

    private static final String DATABASE = "ledger_tampered_with";
    private static final long MORE_THAN_A_TILE = 300;
    private static final String LEDGER = "ledger";
    private static final String TILES = "logtiles";
    private static final String CHECKPOINTS = "logcheckpoints";

    /** The auditor's exit codes where something does not verify, and where the server cannot answer for it. */
    private static final int WRONG = 1;
    private static final int UNREACHABLE = 3;

    private final TestServer store = MongoServers.realMongo().orElseGet(MongoServers::embedded);
    private final @Nullable String uri =
            store.isEmbedded() ? null : Store.withDatabase(store.connectionString(), DATABASE);
    private final Path folder = MongoServers.temporaryFolder("tampered");
    private final Path logins = folder.resolve("logins.csv");
    private final Path password = folder.resolve("password");
    private final Path vkey = folder.resolve("vkey");

    private @Nullable Server running;
    private Optional<Fsck> fsck = Optional.empty();

    /** How a database is changed, and put back as it was. */
    private interface Tampering {
        void on(MongoDatabase database);
    }

    @BeforeAll
    void record() throws IOException {
        boolean all = "all".equals(System.getProperty("ledger.tamper.scenarios"));
        Demonstration demonstration =
                Demonstration.of(all ? Demonstration.scenarioNames() : List.of("ninh-thuan"));
        demonstration.writeLogins(Server.usersFile(folder), logins);
        Server.writeKeys(folder);
        start();
        demonstration.record(server().address(), System.out);
        OutsideClient client = client();
        for (long tail = server().bean(LedgerStore.class).tail(); tail < MORE_THAN_A_TILE; tail++) {
            register(client, "Cơ quan thêm %d".formatted(tail));
        }
        client.awaitSealed(server().bean(LedgerStore.class)::tail);
        Files.writeString(password, client.passwordOf("auditor"));
        String key = client.getAnonymously("/log/vkey").text().strip();
        Files.writeString(vkey, key);
        fsck = Fsck.named(folder.resolve("fsck-key"), key, "auditor", client.passwordOf("auditor"));
    }

    @AfterAll
    void stop() {
        if (uri != null) {
            database().drop();
        }
        server().close();
    }

    private void start() {
        running = Server.start(0, folder, new Store(uri), Server.Output.QUIET);
    }

    private Server server() {
        return Objects.requireNonNull(running);
    }

    private OutsideClient client() {
        return new OutsideClient(server().address(), logins);
    }

    private MongoDatabase database() {
        return server().bean(MongoClient.class).getDatabase(server().bean(StoreConnection.class).database());
    }

    private AuditorRun audit() {
        return AuditorRun.of("verify", server().address(), "--without-texts", "--user", "auditor",
                "--password-file", password, "--key-file", vkey);
    }

    private static void register(OutsideClient client, String name) throws IOException {
        OutsideClient.Answer answer = client.post("administrator", "/api/v1/organisations", """
                {"effectiveOn": "2010-01-01", "kind": "CENTRAL_BODY", "name": "%s", "illustrative": true}""".formatted(name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void everybodyAgrees() throws IOException {
        AuditorRun run = audit();
        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.said()).contains("Everything holds.");
        if (fsck.isPresent()) {
            assertThat(fsck.get().agrees(server().address())).isTrue();
        }
    }

    private void everybodyRejects(String what, int code, String reason) throws IOException {
        AuditorRun run = audit();
        System.out.println(what + ": " + run.said().strip().replaceAll("(?s).*\n", ""));
        assertThat(run.code()).as("%s: %s", what, run.said()).isEqualTo(code);
        assertThat(run.said()).as(what).contains(reason).doesNotContain("Everything holds.");
        if (fsck.isPresent()) {
            assertThat(fsck.get().agrees(server().address())).as(what).isFalse();
        }
    }

    /** Changes one document, sees it rejected with the auditor's exit code and reason, and puts it back. */
    private void rejectedWhen(
            String what, String collection, Object id, Tampering tampering, int code, String reason) throws IOException {
        MongoCollection<Document> documents = database().getCollection(collection);
        Document before = Objects.requireNonNull(documents.find(eq("_id", id)).first(), what);
        try {
            tampering.on(database());
            everybodyRejects(what, code, reason);
        } finally {
            documents.replaceOne(eq("_id", id), before, new ReplaceOptions().upsert(true));
        }
    }

    /** How the auditor begins to say what is wrong with an entry. */
    private static String at(long position) {
        return String.format(Locale.ROOT, "at position %,d: ", position);
    }

    private static Tampering entry(long commit, String from, String to) {
        return database -> {
            MongoCollection<Document> ledger = database.getCollection(LEDGER);
            Document document = Objects.requireNonNull(ledger.find(eq("_id", commit)).first());
            List<String> entries = new ArrayList<>(document.getList("entries", String.class));
            assertThat(entries.get(0)).contains(from);
            entries.set(0, entries.get(0).replaceFirst(from, to));
            ledger.replaceOne(eq("_id", commit), document.append("entries", entries));
        };
    }

    /** Puts the entries of one commit into another of as many entries. */
    private static Tampering copied(long from, long to) {
        return database -> {
            MongoCollection<Document> ledger = database.getCollection(LEDGER);
            Document copied = Objects.requireNonNull(ledger.find(eq("_id", from)).first());
            Document document = Objects.requireNonNull(ledger.find(eq("_id", to)).first());
            ledger.replaceOne(eq("_id", to), document.append("entries", copied.getList("entries", String.class)));
        };
    }

    /** The first commits of one entry after a position. */
    private List<Long> singles(long after, int count) {
        List<Long> found = new ArrayList<>();
        for (Document commit : database().getCollection(LEDGER).find(gt("_id", after)).sort(Sorts.ascending("_id"))) {
            if (commit.getList("entries", String.class).size() == 1 && found.size() < count) {
                found.add(commit.getLong("_id"));
            }
        }
        assertThat(found).hasSize(count);
        return found;
    }

    private long lastCommit() {
        return Objects.requireNonNull(database().getCollection(LEDGER).find().sort(Sorts.descending("_id")).first())
                .getLong("_id");
    }

    @Test
    void a_log_that_is_served_while_it_grows_is_agreed_with_and_rejected_once_an_entry_is_changed() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger recorded = new AtomicInteger();
        OutsideClient client = client();
        Thread writer = new Thread(() -> {
            try {
                while (!done.get()) {
                    register(client, "Cơ quan %d".formatted(recorded.incrementAndGet()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
        try {
            for (int round = 0; round < 3; round++) {
                everybodyAgrees();
            }
            long changed = singles(10, 1).get(0);
            rejectedWhen("during writes, a letter of an entry", LEDGER, changed,
                    entry(changed, "effectiveOn\":\"2", "effectiveOn\":\"1"),
                    WRONG, at(changed) + "the entry is not the one that was signed");
        } finally {
            done.set(true);
            writer.join();
        }
        assertThat(recorded.get()).isPositive();
        client.awaitSealed(server().bean(LedgerStore.class)::tail);
        everybodyAgrees();
    }

    @Test
    void entries_changed_swapped_doubled_or_taken_away_are_rejected() throws IOException {
        everybodyAgrees();
        List<Long> singles = singles(20, 2);
        long first = singles.get(0);
        long second = singles.get(1);
        String signed = "the entry is not the one that was signed";

        rejectedWhen("a letter of an entry", LEDGER, first, entry(first, "effectiveOn\":\"2", "effectiveOn\":\"1"),
                WRONG, at(first) + signed);
        long last = lastCommit();
        rejectedWhen("a letter of the last entry", LEDGER, last, entry(last, "effectiveOn\":\"2", "effectiveOn\":\"1"),
                WRONG, at(last) + signed);
        rejectedWhen("an entry doubled", LEDGER, second, copied(first, second),
                WRONG, at(second) + signed);
        Document wasFirst = Objects.requireNonNull(database().getCollection(LEDGER).find(eq("_id", first)).first());
        rejectedWhen("two entries swapped", LEDGER, second, database -> {
            Document wasSecond = Objects.requireNonNull(database.getCollection(LEDGER).find(eq("_id", second)).first());
            copied(first, second).on(database);
            database.getCollection(LEDGER)
                    .updateOne(eq("_id", first), Updates.set("entries", wasSecond.getList("entries", String.class)));
        }, WRONG, at(first) + signed);
        database().getCollection(LEDGER).replaceOne(eq("_id", first), wasFirst);
        rejectedWhen("a missing entry", LEDGER, first,
                database -> database.getCollection(LEDGER).deleteOne(eq("_id", first)),
                UNREACHABLE, "/log/tile/entries/000");
        everybodyAgrees();
    }

    @Test
    void a_checkpoint_that_was_changed_is_rejected_and_an_older_one_by_whoever_saw_a_newer() throws IOException {
        everybodyAgrees();
        Path mirror = folder.resolve("mirror");
        AuditorRun mirrored = mirror(mirror);
        assertThat(mirrored.code()).as(mirrored.said()).isZero();
        MongoCollection<Document> checkpoints = database().getCollection(CHECKPOINTS);
        Document latest = Objects.requireNonNull(checkpoints.find(eq("_id", "latest")).first());

        rejectedWhen("a root in the checkpoint", CHECKPOINTS, "latest", database -> {
            String note = latest.getString("note");
            int root = note.indexOf('\n', note.indexOf('\n') + 1) + 3;
            char other = note.charAt(root) == 'A' ? 'B' : 'A';
            checkpoints.updateOne(eq("_id", "latest"),
                    Updates.set("note", note.substring(0, root) + other + note.substring(root + 1)));
        }, WRONG, "a signature does not fit the text");
        Document older = Objects.requireNonNull(checkpoints.find(eq("_id", latest.getLong("previous"))).first());
        checkpoints.replaceOne(eq("_id", "latest"), new Document(older).append("_id", "latest"));
        everybodyAgrees();
        AuditorRun again = mirror(mirror);
        assertThat(again.code()).as(again.said()).isEqualTo(WRONG);
        assertThat(again.said()).contains("it was rolled back");
        AuditorRun since = AuditorRun.of("since", mirror.resolve("checkpoint"), server().address(), "--user", "auditor",
                "--password-file", password, "--key-file", vkey);
        assertThat(since.code()).as(since.said()).isEqualTo(WRONG);
        assertThat(since.said()).contains("it was rolled back");
        checkpoints.replaceOne(eq("_id", "latest"), latest);
        everybodyAgrees();
    }

    private AuditorRun mirror(Path mirror) {
        return AuditorRun.of("mirror", server().address(), mirror, "--user", "auditor", "--password-file", password,
                "--key-file", vkey);
    }

    @Test
    void tiles_changed_swapped_or_taken_away_before_the_service_read_them_are_rejected() throws IOException {
        String notSigned = "the hashes in tile/0/000 are not those that were signed";
        tileRejectedWhen("a hash of a tile", WRONG, notSigned, database -> {
            MongoCollection<Document> tiles = database.getCollection(TILES);
            byte[] hashes = Objects.requireNonNull(tiles.find(eq("_id", "0/0")).first()).get("hashes", Binary.class).getData();
            hashes[13] ^= 4;
            tiles.updateOne(eq("_id", "0/0"), Updates.set("hashes", new Binary(hashes)));
        });
        tileRejectedWhen("two hashes of a tile swapped", WRONG, notSigned, database -> {
            MongoCollection<Document> tiles = database.getCollection(TILES);
            byte[] hashes = Objects.requireNonNull(tiles.find(eq("_id", "0/0")).first()).get("hashes", Binary.class).getData();
            byte[] swapped = hashes.clone();
            System.arraycopy(hashes, 0, swapped, 32, 32);
            System.arraycopy(hashes, 32, swapped, 0, 32);
            tiles.updateOne(eq("_id", "0/0"), Updates.set("hashes", new Binary(swapped)));
        });
        tileRejectedWhen("a missing tile", UNREACHABLE, "/log/tile/0/000",
                database -> database.getCollection(TILES).deleteOne(eq("_id", "0/0")));
        everybodyAgrees();
    }

    /** The service keeps full tiles that it read: it is started anew on the changed database, and on the mended one. */
    private void tileRejectedWhen(String what, int code, String reason, Tampering tampering) throws IOException {
        Document before = Objects.requireNonNull(database().getCollection(TILES).find(eq("_id", "0/0")).first());
        try {
            tampering.on(database());
            restart();
            everybodyRejects(what, code, reason);
        } finally {
            database().getCollection(TILES).replaceOne(eq("_id", "0/0"), before, new ReplaceOptions().upsert(true));
            restart();
        }
    }

    private void restart() {
        server().close();
        start();
    }
}
