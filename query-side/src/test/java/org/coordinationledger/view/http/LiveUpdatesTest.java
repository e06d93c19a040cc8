package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coordinationledger.console.live.LiveUpdates;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that listen are told when the views have come further. */
class LiveUpdatesTest {

    private static final int MANY = 200;
    private static final long PATIENCE_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    /** The first position that is told over a connection, which is then closed, with its id before it. */
    private CompletableFuture<String> firstTold(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines()).thenApplyAsync(response -> {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            StringBuilder told = new StringBuilder();
            try (Stream<String> lines = response.body()) {
                for (String line : (Iterable<String>) lines::iterator) {
                    if (line.startsWith("id:") || line.startsWith("event:")) {
                        told.append(line).append(' ');
                    } else if (line.startsWith("data:")) {
                        return told.append(line).toString();
                    }
                }
            }
            return "nothing";
        });
    }

    private static String get(CompletableFuture<String> told) throws Exception {
        return told.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static String event(long position) {
        return "id:%d event:position data:%d".formatted(position, position);
    }

    /** Waits until so many listen at least; some of whom went before may not be missed yet. */
    private static void waitFor(LiveUpdates updates, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (updates.count() < count && System.nanoTime() < deadline) {
            Thread.yield();
        }
        assertThat(updates.count()).isGreaterThanOrEqualTo(count);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void whoever_listens_is_told_the_position_as_soon_as_something_is_recorded(QuerySide side) throws Exception {
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        Province province = new Province(side, "lv").small();
        side.get("/api/v1/organisations?limit=1");
        LiveUpdates updates = side.bean(LiveUpdates.class);
        CompletableFuture<String> told =
                firstTold(visitor.request("/console/live?after=" + side.lastPosition()));
        waitFor(updates, 1);
        assertThat(told).isNotDone();

        long position = side.record(province.organisation("x9", OrganisationKind.CELL, "c1", null));

        assertThat(get(told)).isEqualTo(event(position));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void whoever_comes_again_is_told_at_once_what_was_missed(QuerySide side) throws Exception {
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        new Province(side, "lw").small();
        side.get("/api/v1/organisations?limit=1");
        long last = side.lastPosition();

        assertThat(get(firstTold(visitor.request("/console/live?after=" + (last - 1))))).isEqualTo(event(last));
        assertThat(get(firstTold(visitor.request("/console/live?after=" + last)
                        .header("Last-Event-ID", Long.toString(last - 2)))))
                .isEqualTo(event(last));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void one_thread_tells_hundreds(QuerySide side) throws Exception {
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        Province province = new Province(side, "lx").small();
        side.get("/api/v1/organisations?limit=1");
        LiveUpdates updates = side.bean(LiveUpdates.class);
        long telling = telling();
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(firstTold(visitor.request("/console/live?after=" + side.lastPosition())));
        }
        waitFor(updates, MANY);
        assertThat(telling()).isEqualTo(telling).isPositive();

        long position = side.record(province.organisation("x9", OrganisationKind.CELL, "c1", null));

        for (CompletableFuture<String> told : all) {
            assertThat(get(told)).isEqualTo(event(position));
        }
    }

    private static long telling() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("live-updates"))
                .count();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void only_who_is_logged_in_listens_and_a_position_must_be_one(QuerySide side) {
        assertThat(side.send(side.request("/console/live", "nobody")).status()).isEqualTo(302);
        assertThat(ConsoleVisitor.login(side).get("/console/live?after=x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void pages_of_today_listen_and_pages_of_the_past_do_not(QuerySide side) {
        new Province(side, "ly").small();
        ConsoleVisitor visitor = ConsoleVisitor.login(side);
        String record = "/console/records/organisations/ly-p";
        for (String path : List.of("/console", "/console/figures", "/console/figures/cells", record)) {
            assertThat(visitor.page(path)).as(path).contains("data-live=\"" + side.lastPosition() + "\"");
            assertThat(visitor.page(path + "?effectiveOn=2020-01-01")).as(path).doesNotContain("data-live");
        }
        assertThat(visitor.page("/console/records")).doesNotContain("data-live");
    }
}
