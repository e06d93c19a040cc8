package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.StoredEntry;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.view.declaration.FeatureViews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.util.FileSystemUtils;

/**
 * The database is dropped, and written anew from what an auditor mirrored over HTTP, with the members' data keys from their
 * own backup. On a real MongoDB with all scenarios; on the embedded store, where there is none, with one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreTest {

    private static final String DATABASE = "ledger_to_be_dropped";

    private final TestServer store = MongoServers.realMongo().orElseGet(MongoServers::embedded);
    private final @Nullable String uri =
            store.isEmbedded() ? null : Store.withDatabase(store.connectionString(), DATABASE);
    private final Path folder = MongoServers.temporaryFolder("restore");
    private final Path data = folder.resolve("data");
    private final Path mirror = folder.resolve("mirror");
    private final Path keys = folder.resolve("member-keys.jsonl");
    private final Path logins = folder.resolve("logins.csv");
    private final Path password = folder.resolve("password");

    private List<StoredEntry> entries = List.of();
    private WholeLedger whole = new WholeLedger(List.of());
    private Map<String, String> answers = Map.of();
    private Map<String, String> tiles = Map.of();
    private Map<Long, LogProof> proofs = Map.of();
    private MemberInClear kept = new MemberInClear("", "", "");
    private MemberInClear erased = new MemberInClear("", "", "");

    @BeforeAll
    void record_all_and_mirror_it_over_http() throws IOException {
        Demonstration demonstration = Demonstration.of(
                store.isEmbedded() ? List.of("ninh-thuan") : Demonstration.scenarioNames());
        Files.createDirectories(data);
        demonstration.writeLogins(Server.usersFile(data), logins);
        Server.writeKeys(data);
        try (Server server = start()) {
            demonstration.record(server.address(), System.out);
            assertThat(demonstration.everyFigureAgrees()).isTrue();
            LedgerStore ledger = server.bean(LedgerStore.class);
            OutsideClient client = new OutsideClient(server.address(), logins);
            List<MemberInClear> members = MemberInClear.some(client, ledger, 2);
            kept = members.get(0);
            erased = members.get(1);
            if (!store.isEmbedded()) {
                backUpKeys();
            }
            erased.erase(client);
            client.awaitSealed(ledger::tail);
            entries = ledger.storedFrom(0, 10_000);
            whole = WholeLedger.of(ledger, server.bean(FeatureViews.class));
            answers = whole.answers(client);
            tiles = whole.tiles(client);
            proofs = whole.proofs(client);
            Files.writeString(password, client.passwordOf("auditor"));
            AuditorRun run = AuditorRun.of(
                    "mirror", server.address(), mirror, "--user", "auditor", "--password-file", password);
            assertThat(run.code()).as(run.said()).isZero();
        }
        if (store.isEmbedded()) {
            backUpKeys();
        }
    }

    @AfterAll
    void leave_nothing_behind() {
        dropped();
    }

    private Server start() {
        return Server.start(0, data, new Store(uri), Server.Output.QUIET);
    }

    private void backUpKeys() throws IOException {
        LedgerCommandRun backup = LedgerCommandRun.of(uri, "keys", "backup", "--to", keys, "--data", data);
        assertThat(backup.code()).as(backup.said()).isZero();
    }

    private void dropped() {
        if (uri == null) {
            data.resolve("ledger.mv").toFile().delete();
            return;
        }
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            client.getDatabase(DATABASE).drop();
            client.getDatabase(DATABASE + "_keys").drop();
        }
    }

    private LedgerCommandRun restore(Path from) throws IOException {
        return LedgerCommandRun.of(uri, "restore", "--from", from, "--data", data);
    }

    @Test
    @Order(1)
    void a_mirror_that_does_not_verify_is_refused_and_nothing_is_written() throws IOException {
        dropped();
        Path broken = folder.resolve("broken");
        write(broken.resolve("checkpoint"), Files.readAllBytes(mirror.resolve("checkpoint")));
        refusal(restore(broken), "missing from the mirror");

        FileSystemUtils.copyRecursively(mirror, broken);
        String first = TilePath.Entries.of(0, entries.size()).path();
        byte[] bundle = Files.readAllBytes(mirror.resolve(first));
        bundle[100] ^= 1;
        write(broken.resolve(first), bundle);
        refusal(restore(broken), "does not hold the hashes of the mirror's entries");
        write(broken.resolve(first), Arrays.copyOf(bundle, bundle.length - 1));
        refusal(restore(broken), "is damaged");
        bundle[100] ^= 1;
        write(broken.resolve(first), bundle);
        Path tile = broken.resolve(TilePath.Hashes.of(0, 0, entries.size()).path());
        byte[] hashes = Files.readAllBytes(tile);
        hashes[7] ^= 1;
        write(tile, hashes);
        refusal(restore(broken), "does not hold the hashes of the mirror's entries");
        hashes[7] ^= 1;
        write(tile, hashes);
        try (Stream<Path> texts = Files.list(broken.resolve("texts"))) {
            Files.delete(texts.findFirst().orElseThrow());
        }
        refusal(restore(broken), "texts are missing from the mirror");
        if (uri != null) {
            try (MongoClient client = MongoClients.create(store.connectionString())) {
                assertThat(client.listDatabaseNames()).doesNotContain(DATABASE);
            }
        }
    }

    private static void refusal(LedgerCommandRun run, String reason) {
        assertThat(run.code()).as(run.said()).isEqualTo(1);
        assertThat(run.said()).contains(reason);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }

    @Test
    @Order(2)
    void every_figure_history_name_and_proof_is_as_before_and_recording_goes_on() throws IOException {
        dropped();
        LedgerCommandRun restored = restore(mirror);
        assertThat(restored.code()).as(restored.said()).isZero();
        assertThat(restored.said()).contains("Restored " + entries.size() + " entries");
        LedgerCommandRun keysBack = LedgerCommandRun.of(uri, "keys", "restore", "--from", keys, "--data", data);
        assertThat(keysBack.code()).as(keysBack.said()).isZero();

        try (Server server = start()) {
            LedgerStore ledger = server.bean(LedgerStore.class);
            OutsideClient client = new OutsideClient(server.address(), logins);
            assertThat(ledger.storedFrom(0, entries.size())).isEqualTo(entries);
            assertThat(whole.answers(client)).isEqualTo(answers);
            client.awaitSealed(ledger::tail);
            assertThat(whole.tiles(client)).isEqualTo(tiles);
            whole.sameProofs(proofs, client);
            AuditorRun since = AuditorRun.of(
                    "since", mirror.resolve("checkpoint"), server.address(), "--user", "auditor", "--password-file", password);
            assertThat(since.code()).as(since.said()).isZero();
            assertThat(kept.shown(client)).isEqualTo(kept.name());
            Awaitility.await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(erased.shown(client)).isEmpty());
            Answer recorded = client.post("administrator", "/api/v1/organisations", """
                    {"effectiveOn": "2010-01-01", "kind": "CENTRAL_BODY", "name": "Cơ quan sau khôi phục", "illustrative": true}""");
            assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
            client.awaitSealed(ledger::tail);
        }
    }

    @Test
    @Order(3)
    void neither_a_ledger_nor_keys_are_overwritten() throws IOException {
        byte[] backup = Files.readAllBytes(keys);
        refusal(restore(mirror), "look for a newer mirror first");
        Files.delete(data.resolve("log-pin").resolve("checkpoint"));
        refusal(restore(mirror), "holds a ledger");
        refusal(LedgerCommandRun.of(uri, "keys", "restore", "--from", keys, "--data", data), "not replaced");
        refusal(LedgerCommandRun.of(uri, "keys", "backup", "--to", keys, "--data", data), "is there already");
        assertThat(new String(backup, StandardCharsets.UTF_8)).doesNotContain(kept.name());
        assertThat(keys).hasBinaryContent(backup);
    }
}
