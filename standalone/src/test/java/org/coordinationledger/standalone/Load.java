package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.standalone.OutsideClient.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Clients outside that register communes one after another, each under a key of its own, at any process of the command side.
 * What was not answered, or refused for now, is sent again under its key, to the next process. They keep the list of what
 * was acknowledged.
 */
final class Load implements AutoCloseable {

    private static final int SENDERS = 6;

    /** Longer than this nobody waits: for an answer with its repetitions, for views, for more answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final TwoSides sides;
    private final String name;
    private final List<OutsideClient> processes;
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Commune> communes = new ConcurrentHashMap<>();
    private final Queue<String> refusedForNow = new ConcurrentLinkedQueue<>();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicLong lastPosition = new AtomicLong(-1);
    private volatile boolean finishing;

    private Load(TwoSides sides, String name) {
        this.sides = sides;
        this.name = name;
        this.processes = sides.commandSides().stream().map(sides::clientOf).toList();
    }

    /** @param name tells the keys of several loads on one ledger apart */
    static Load start(TwoSides sides, String name) {
        Load load = new Load(sides, name);
        for (int n = 0; n < SENDERS; n++) {
            load.running.add(load.senders.submit(load::sendUntilFinished));
        }
        return load;
    }

    private void sendUntilFinished() {
        while (!finishing) {
            int number = next.getAndIncrement();
            String key = name + "-" + number;
            Commune commune = new Commune();
            communes.put(key, commune);
            long position = sendUntilAcknowledged(commune, key, number);
            assertThat(acknowledged.put(key, position)).isNull();
            lastPosition.accumulateAndGet(position, Math::max);
        }
    }

    private long sendUntilAcknowledged(Commune commune, String key, int number) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 0; ; attempt++) {
            assertThat(System.nanoTime()).as("%s is never answered", key).isLessThan(deadline);
            long sent = System.nanoTime();
            try {
                Answer answer = commune.register(processes.get((number + attempt) % processes.size()), key);
                if (answer.status() == 201) {
                    return answer.body().path("position").asLong();
                }
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).as(answer.text()).isNotEmpty();
                refusedForNow.add(answer.problem());
            } catch (IOException killed) {
                unanswered.incrementAndGet();
            } finally {
                longestMillis.accumulateAndGet(
                        Duration.ofNanos(System.nanoTime() - sent).toMillis(), Math::max);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until so many more commands are acknowledged. */
    void awaitMore(int commands) {
        int before = acknowledged.size();
        Awaitility.await("more commands are recorded").atMost(PATIENCE).pollInterval(PAUSE).until(() -> {
            failIfASenderFailed();
            return acknowledged.size() >= before + commands;
        });
    }

    private void failIfASenderFailed() throws Exception {
        for (Future<?> sender : running) {
            if (sender.isDone()) {
                sender.get();
            }
        }
    }

    /** The greatest position acknowledged so far. */
    long lastPosition() {
        return lastPosition.get();
    }

    /** Waits until a process of the query side shows all up to a position. */
    void awaitShown(SideProcess shows, long position) {
        OutsideClient client = sides.clientOf(shows);
        Awaitility.await("the views are carried on").atMost(PATIENCE).pollInterval(PAUSE).until(() ->
                client.get("auditor", "/api/v1/organisations?limit=1&waitForPosition=" + position)
                                .status()
                        == 200);
    }

    /** Stops sending; what is under way is sent until it is acknowledged. */
    void finish() throws Exception {
        finishing = true;
        for (Future<?> sender : running) {
            sender.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        System.out.printf(
                "%s: %d acknowledged, %d times no answer, %d times refused for now %s, longest request %d ms%n",
                name, acknowledged.size(), unanswered.get(), refusedForNow.size(), new HashSet<>(refusedForNow),
                longestMillis.get());
    }

    /** Each acknowledged command is in the ledger once, where it was said to be; and nothing else of this load is. */
    void checkLedger() {
        try (LedgerStore ledger = sides.ledger()) {
            StoredLedger stored = StoredLedger.read(ledger);
            Map<String, Integer> commits = stored.commitsByRequest();
            commits.keySet().removeIf(key -> !key.startsWith(name + "-"));
            assertThat(commits.keySet()).isEqualTo(acknowledged.keySet());
            assertThat(commits.values()).containsOnly(1);
            acknowledged.forEach((key, position) -> assertThat(stored.recordAt(position))
                    .isEqualTo(communes.get(key).id()));
        }
    }

    /** The views show each once, in every process, and are what they are when they are built anew. */
    void checkViews() throws IOException {
        for (SideProcess shows : sides.querySides()) {
            Set<String> expected = new HashSet<>();
            communes.values().forEach(commune -> expected.add(commune.id()));
            assertThat(listed(sides.clientOf(shows))).containsAll(expected);
        }
        checkRebuilt(sides, lastPosition());
    }

    private Set<String> listed(OutsideClient client) throws IOException {
        Set<String> listed = new HashSet<>();
        String after = "";
        do {
            Answer page = client.get(
                    "auditor",
                    "/api/v1/organisations?filter.kind=COMMUNE_PARTY_COMMITTEE&limit=100&waitForPosition="
                            + lastPosition() + (after.isEmpty() ? "" : "&after=" + after));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode item : page.body().path("items")) {
                assertThat(listed.add(item.path("id").asString())).as("listed once").isTrue();
            }
            after = page.body().path("next").asString("");
        } while (!after.isEmpty());
        return listed;
    }

    /** Builds the views anew while nobody writes: every span is what it was. */
    static void checkRebuilt(TwoSides sides, long position) throws IOException {
        StoredViews views = sides.views();
        int before = views.generation();
        Map<String, Document> carriedOn = views.spans();
        OutsideClient client = sides.clientOf(sides.querySides().get(0));
        Answer asked = client.post("administrator", "/operations/view-rebuild", "");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        Awaitility.await("views built anew").atMost(PATIENCE).pollInterval(PAUSE).until(() ->
                views.generation() > before
                        && client.get("administrator", "/operations/views").body().path("position").asLong()
                                >= position);
        assertThat(views.spans()).isEqualTo(carriedOn);
    }

    @Override
    public void close() {
        finishing = true;
        senders.shutdownNow();
    }
}
