package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Nothing acknowledged is lost or doubled when the service is killed: judged by a client with a list of its own. */
class KillTest {

    private static final int ORGANISATIONS = 240;
    private static final int KILLED_AFTER = 80;
    private static final int SENDERS = 6;
    private static final String PATH = "/api/v1/organisations";
    private static final String ADMINISTRATOR = "administrator";

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    /** What the client asks for: a record that it names itself, under a key of its own. */
    private record Wish(String id, String key) {

        String body() {
            return """
                    {"id": "%s", "effectiveOn": "2020-01-01", "kind": "CENTRAL_BODY", "name": "Cơ quan %s",
                     "illustrative": true}""".formatted(id, id);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nothing_acknowledged_is_lost_or_doubled_and_views_catch_up(TestServer store) throws Exception {
        LedgerProcess.onFreshData(store, "ledger-kill", KillTest::killAndRestart);
    }

    private static void killAndRestart(Path folder, Path logins, @Nullable String uri) throws Exception {
        List<Wish> wishes = Stream.generate(() -> new Wish(UUID.randomUUID().toString(), UUID.randomUUID().toString()))
                .limit(ORGANISATIONS)
                .toList();
        Map<Wish, Long> acknowledged = new ConcurrentHashMap<>();
        try (LedgerProcess first = LedgerProcess.start(folder, uri)) {
            sendUntilKilled(first, new OutsideClient(first.address(), logins), wishes, acknowledged);
        }
        assertThat(acknowledged).hasSizeBetween(KILLED_AFTER, ORGANISATIONS - 1);

        try (LedgerProcess second = LedgerProcess.start(folder, uri)) {
            OutsideClient client = new OutsideClient(second.address(), logins);
            Map<Wish, Long> positions = sendAllAgain(client, wishes, acknowledged);
            checkViews(client, wishes, positions);
        }
    }

    private static void sendUntilKilled(
            LedgerProcess process, OutsideClient client, List<Wish> wishes, Map<Wish, Long> acknowledged)
            throws Exception {
        AtomicInteger next = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(KILLED_AFTER);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            running.add(senders.submit(() -> {
                try {
                    for (int n = next.getAndIncrement(); n < wishes.size(); n = next.getAndIncrement()) {
                        Answer answer = send(client, wishes.get(n));
                        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
                        acknowledged.put(wishes.get(n), answer.body().path("position").asLong());
                        enough.countDown();
                    }
                } catch (IOException killed) {
                    enough.countDown();
                }
            }));
        }
        assertThat(enough.await(3, TimeUnit.MINUTES)).isTrue();
        process.kill();
        for (Future<?> sender : running) {
            sender.get(1, TimeUnit.MINUTES);
        }
        senders.shutdown();
    }

    /** Every wish again under its own key: what was acknowledged is answered as it was, the rest is recorded now. */
    private static Map<Wish, Long> sendAllAgain(
            OutsideClient client, List<Wish> wishes, Map<Wish, Long> acknowledged) throws IOException {
        Map<Wish, Long> positions = new ConcurrentHashMap<>();
        for (Wish wish : wishes) {
            Answer answer = send(client, wish);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            long position = answer.body().path("position").asLong();
            positions.put(wish, position);
            Long before = acknowledged.get(wish);
            if (before != null) {
                assertThat(answer.body().path("repeated").asBoolean()).isTrue();
                assertThat(position).isEqualTo(before);
            }
        }
        assertThat(new HashSet<>(positions.values())).hasSize(wishes.size());
        return positions;
    }

    private static void checkViews(OutsideClient client, List<Wish> wishes, Map<Wish, Long> positions)
            throws IOException {
        long last = positions.values().stream().max(Long::compare).orElseThrow();
        Awaitility.await("views take over from the process that was killed, and catch up")
                .atMost(Duration.ofMinutes(2))
                .until(() -> client.get(ADMINISTRATOR, PATH + "?limit=1&waitForPosition=" + last).status() == 200);
        Set<String> listed = new HashSet<>();
        String next = "";
        do {
            Answer page = client.get(
                    ADMINISTRATOR,
                    PATH + "?limit=100&waitForPosition=" + last + (next.isEmpty() ? "" : "&after=" + next));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode item : page.body().path("items")) {
                assertThat(listed.add(item.path("id").asString())).as("listed once").isTrue();
            }
            next = page.body().path("next").asString("");
        } while (!next.isEmpty());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(wishes.stream().map(Wish::id).toList());

        for (Wish wish : wishes.subList(0, 20)) {
            JsonNode events = client.get("auditor", PATH + "/" + wish.id() + "/events").body().path("events");
            assertThat(events).hasSize(1);
            assertThat(events.get(0).path("position").asLong()).isEqualTo(positions.get(wish));
        }
    }

    private static Answer send(OutsideClient client, Wish wish) throws IOException {
        return client.post(ADMINISTRATOR, PATH, wish.body(), Map.of("Idempotency-Key", wish.key()));
    }
}
