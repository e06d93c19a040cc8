package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.Commit;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.MongodProcess;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Ten times more callers than commands are let in, and a database that falls silent and comes back. */
class OverloadTest {

    private static final String PASSWORD = "quá tải";
    private static final int PLACES = 4;
    private static final int CALLERS = 10 * PLACES;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OVERLOADED = "/problems/overloaded";
    private static final String UNKNOWN = "/problems/outcome-unknown";
    private static final String UNREACHABLE = "/problems/store-unreachable";

    static Stream<Path> mongod() {
        return MongoServers.mongod().stream();
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean enough;

    private record Answer(String key, int status, JsonNode body, boolean saysWhenToComeBack) {

        String type() {
            return body.path("type").asString("");
        }
    }

    @ParameterizedTest
    @MethodSource("mongod")
    void callers_are_answered_whatever_happens_and_told_what_became_of_their_request(Path program) throws Exception {
        MongodProcess mongod = MongodProcess.start(program, MongoServers.temporaryFolder("overload"));
        Path users = MongoServers.temporaryFolder("overload-users").resolve("users.json");
        new UsersFile(users).write(List.of(new User(
                "lan", UsersFile.hash(PASSWORD, 4), "P-001", new OrganisationId("centre"), Role.ADMINISTRATOR)));
        TestServer server = new TestServer("mongod", mongod.connectionString());
        RunningDesk desk = new RunningDesk(server, server.freshDatabase(),
                "--ledger.web.concurrent-commands=" + PLACES, "--ledger.identity.users-file=" + users);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int i = 0; i < CALLERS; i++) {
                running.add(callers.submit(() -> call(desk)));
            }
            until(answer -> answer.status() == 201, 50);
            until(answer -> answer.type().equals(OVERLOADED), 50);

            mongod.freeze();
            until(answer -> Set.of(UNKNOWN, UNREACHABLE).contains(answer.type()), 1);
            Awaitility.await().atMost(PATIENCE).until(() -> get(desk, "/health/readiness") == 503);
            assertThat(get(desk, "/health/liveness")).isEqualTo(200);

            mongod.thaw();
            long before = recorded();
            Awaitility.await().atMost(PATIENCE).until(() -> recorded() >= before + 50);
            Awaitility.await().atMost(PATIENCE).until(() -> get(desk, "/health/readiness") == 200);
            enough = true;
            for (Future<?> each : running) {
                each.get();
            }
            check(desk);
        } finally {
            enough = true;
            mongod.thaw();
            callers.shutdownNow();
            desk.stop();
            mongod.kill();
        }
    }

    private void check(RunningDesk desk) throws Exception {
        assertThat(answers).allMatch(answer -> answer.status() == 201
                || (answer.status() == 503
                        && answer.saysWhenToComeBack()
                        && Set.of(OVERLOADED, UNKNOWN, UNREACHABLE).contains(answer.type())));
        for (Answer answer : answers) {
            Commit commit = desk.ledger().commitByRequest("P-001", answer.key()).orElse(null);
            if (answer.status() == 201) {
                assertThat(commit).as(answer.key()).isNotNull();
                assertThat(commit.last()).isEqualTo(answer.body().path("position").asLong());
            } else if (answer.type().equals(OVERLOADED)) {
                assertThat(commit).as(answer.key()).isNull();
            } else if (answer.type().equals(UNKNOWN)) {
                assertThat(answer.body().path("key").asString()).isEqualTo(answer.key());
                Answer again = post(desk, answer.key());
                assertThat(again.status()).as(again.toString()).isEqualTo(201);
                assertThat(again.body().path("repeated").asBoolean()).isEqualTo(commit != null);
            }
        }
    }

    private void until(Predicate<Answer> kind, int many) {
        Awaitility.await().atMost(PATIENCE).until(() -> answers.stream().filter(kind).count() >= many);
    }

    private long recorded() {
        return answers.stream().filter(answer -> answer.status() == 201).count();
    }

    private @Nullable Void call(RunningDesk desk) throws Exception {
        while (!enough) {
            Answer answer = post(desk, UUID.randomUUID().toString());
            answers.add(answer);
            if (answer.status() != 201) {
                // a client that is told to come again leaves the machine to the others for a while
                Thread.sleep(100);
            }
        }
        return null;
    }

    private Answer post(RunningDesk desk, String key) throws IOException, InterruptedException {
        Map<String, Object> body = CommandDeskTest.organisation(key, "CELL", null);
        HttpResponse<String> answer = http.send(
                request(desk, "/api/v1/organisations")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(EventJson.mapper().writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(key, answer.statusCode(), EventJson.mapper().readTree(answer.body()),
                answer.headers().firstValue("Retry-After").isPresent());
    }

    private int get(RunningDesk desk, String path) throws IOException, InterruptedException {
        return http.send(request(desk, path).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder request(RunningDesk desk, String path) {
        String login = Base64.getEncoder().encodeToString(("lan:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + login);
    }
}
