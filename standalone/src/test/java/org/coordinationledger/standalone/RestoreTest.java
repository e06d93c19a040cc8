package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.coordinationledger.demo.Demonstration;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.StoredEntry;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.TilePath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import picocli.CommandLine;

/** The ledger is lost, and written anew from what an auditor has mirrored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreTest {

    private static final List<String> READS = List.of(
            "/api/v1/figures/openCellAssignments?effectiveOn=2020-01-01", "/api/v1/organisations?limit=200",
            "/api/v1/cell-assignments?limit=200");

    private final Path folder = MongoServers.temporaryFolder("restore");
    private final Path lost = folder.resolve("lost");
    private final Path mirror = folder.resolve("mirror");
    private final Path logins = folder.resolve("logins.csv");
    private List<String> answers = List.of();
    private List<StoredEntry> entries = List.of();

    @BeforeAll
    void recordAndMirror() throws IOException {
        Demonstration demonstration = Demonstration.of(List.of("ninh-thuan"));
        Files.createDirectories(lost);
        demonstration.writeLogins(Server.usersFile(lost), logins);
        try (Server server = Server.start(0, lost, new Store(null), Server.Output.QUIET)) {
            demonstration.record(server.address(), System.out);
            answers = answers(server);
            LedgerStore ledger = server.bean(LedgerStore.class);
            SealedLog log = server.bean(SealedLog.class);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> log.size() == ledger.tail() + 1);
            entries = ledger.storedFrom(0, 10_000);
            write(mirror.resolve("checkpoint"), log.latest().orElseThrow().cosignedNote().getBytes(StandardCharsets.UTF_8));
            for (long index = 0; index * TilePath.FULL < log.size(); index++) {
                TilePath.Entries bundle = TilePath.Entries.of(index, log.size());
                write(mirror.resolve(bundle.path()), EntryBundle.write(log.entries(bundle).orElseThrow()));
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private List<String> answers(Server server) {
        OutsideClient client = new OutsideClient(server.address(), logins);
        return READS.stream().map(read -> {
            try {
                Answer answer = client.get("auditor", read + "&waitForPosition=" + server.bean(LedgerStore.class).tail());
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                return answer.text();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).toList();
    }

    private Path anew(String name) throws IOException {
        Path data = folder.resolve(name);
        Files.createDirectories(data);
        for (String file : List.of("log-key", "kek", "users.json")) {
            Files.copy(lost.resolve(file), data.resolve(file));
        }
        return data;
    }

    private static String restore(int exitCode, Path mirror, Path data) {
        StringWriter said = new StringWriter();
        CommandLine line = Ledger.commandLine();
        line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        assertThat(line.execute("restore", "--from", mirror.toString(), "--data", data.toString()))
                .as(said.toString()).isEqualTo(exitCode);
        return said.toString();
    }

    @Test
    void every_entry_and_answer_is_as_before_and_recording_goes_on() throws IOException {
        Path data = anew("restored");
        assertThat(restore(0, mirror, data)).contains("Restored " + entries.size() + " entries");

        try (Server server = Server.start(0, data, new Store(null), Server.Output.QUIET)) {
            LedgerStore ledger = server.bean(LedgerStore.class);
            assertThat(ledger.storedFrom(0, 10_000)).isEqualTo(entries);
            assertThat(answers(server)).isEqualTo(answers);
            Answer recorded = new OutsideClient(server.address(), logins).post("administrator", "/api/v1/organisations", """
                    {"effectiveOn": "2010-01-01", "kind": "CENTRAL_BODY", "name": "Cơ quan sau khôi phục", "illustrative": true}""");
            assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
            SealedLog log = server.bean(SealedLog.class);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> log.size() == ledger.tail() + 1);
        }
        assertThat(restore(1, mirror, data)).as("more was recorded since").contains("look for a newer mirror first");
        Files.delete(data.resolve("log-pin").resolve("checkpoint"));
        assertThat(restore(1, mirror, data)).contains("holds a ledger");
    }

    @Test
    void a_mirror_that_does_not_verify_is_refused_and_nothing_is_written() throws IOException {
        Path broken = folder.resolve("broken");
        write(broken.resolve("checkpoint"), Files.readAllBytes(mirror.resolve("checkpoint")));
        Path data = anew("refused");
        assertThat(restore(1, broken, data)).contains("missing from the mirror");

        String first = TilePath.Entries.of(0, entries.size()).path();
        byte[] bundle = Files.readAllBytes(mirror.resolve(first));
        bundle[100] ^= 1;
        write(broken.resolve(first), bundle);
        assertThat(restore(1, broken, data)).contains("are not those over which its checkpoint was signed");
        write(broken.resolve(first), Arrays.copyOf(bundle, bundle.length - 1));
        assertThat(restore(1, broken, data)).contains("is damaged");
        assertThat(data.resolve("log-pin").resolve("checkpoint")).doesNotExist();
        assertThat(data.resolve("ledger.mv")).doesNotExist();
    }
}
