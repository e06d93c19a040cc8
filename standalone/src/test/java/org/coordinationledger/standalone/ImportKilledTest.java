package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An import that is killed in the middle goes on by itself at the next start, and every row is recorded once. */
class ImportKilledTest {

    private static final int ROWS = 200;
    private static final int KILLED_AFTER = 40;
    private static final String ADMINISTRATOR = "administrator";
    private static final String NAME = "Cơ quan nhập số ";

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void every_row_is_recorded_once_though_the_process_was_killed(TestServer store) throws Exception {
        LedgerProcess.onFreshData(store, "import-kill", ImportKilledTest::killAndRestart);
    }

    private static void killAndRestart(Path folder, Path logins, @Nullable String uri) throws Exception {
        String path;
        try (LedgerProcess first = LedgerProcess.start(folder, uri)) {
            OutsideClient client = new OutsideClient(first.address(), logins);
            OutsideClient.Answer read = read(client);
            assertThat(read.body().at("/summary/counts/TO_RECORD").intValue()).isEqualTo(ROWS);
            path = "/api/v1/imports/" + read.body().at("/summary/id").asString();
            assertThat(client.post(ADMINISTRATOR, path + "/record", "").status()).isEqualTo(202);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> recorded(client, path) >= KILLED_AFTER);
            first.kill();
        }
        try (LedgerProcess second = LedgerProcess.start(folder, uri)) {
            OutsideClient client = new OutsideClient(second.address(), logins);
            int found = recorded(client, path);
            assertThat(found).as("killed in the middle").isBetween(KILLED_AFTER, ROWS - 1);
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> client.get(ADMINISTRATOR, path)
                    .body().at("/summary/state").asString().equals("DONE"));
            assertThat(recorded(client, path)).isEqualTo(ROWS);
            assertThat(names(client, path)).hasSize(ROWS);
        }
    }

    /** The preview, as soon as there are views to know names from; until then nothing is previewed half. */
    private static OutsideClient.Answer read(OutsideClient client) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(
                () -> {
                    OutsideClient.Answer read = client.postFile(ADMINISTRATOR, "/api/v1/imports/organisations", file());
                    assertThat(read.status()).as(read.text()).isIn(201, 503);
                    return read;
                },
                read -> read.status() == 201);
    }

    private static String file() {
        return "effectiveOn;organisationKind;organisationName\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "2020-01-01;CENTRAL_BODY;" + NAME + i)
                        .collect(Collectors.joining("\n"));
    }

    private static int recorded(OutsideClient client, String path) throws IOException {
        return client.get(ADMINISTRATOR, path).body().at("/summary/counts/RECORDED").intValue();
    }

    /** The names of all organisations that came from the file; one that is there twice fails. */
    private static Set<String> names(OutsideClient client, String path) throws IOException {
        String last = client.get(ADMINISTRATOR, path + "?limit=1&from=" + (ROWS - 1)).body().at("/rows/0/record").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get("auditor", "/api/v1/organisations/" + last).status() == 200);
        Set<String> names = new HashSet<>();
        String next = "";
        while (next != null) {
            JsonNode page = client.get("auditor", "/api/v1/organisations?limit=200" + next).body();
            page.get("items").forEach(item -> {
                String name = item.at("/facts/name").asString();
                if (name.startsWith(NAME)) {
                    assertThat(names.add(name)).as(name).isTrue();
                }
            });
            String after = page.path("next").asString(null);
            next = after == null ? null : "&after=" + after;
        }
        return names;
    }
}
