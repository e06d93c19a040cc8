package org.coordinationledger.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.coordinationledger.demo.Plan.Command;
import org.coordinationledger.demo.Plan.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** How the recorder behaves towards answers that a healthy service seldom gives. */
class RecorderTest {

    private static final Login LOGIN = new Login("somebody", "secret", "P-1", "o", "Organisation", "RECORDER");

    private final Queue<String> paths = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    private interface Answer {
        void to(HttpExchange exchange, int request) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answering(Answer answer) {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            int request = requests.incrementAndGet();
            paths.add(exchange.getRequestURI().getPath());
            answer.to(exchange, request);
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Recorder recorder() {
        return new Recorder(
                new ApiClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
    }

    private static Command command(String path) {
        return new Command(
                "scenarios/x.yaml:7", "do " + path, "key" + path, LOGIN, path, JsonMapper.shared().createObjectNode());
    }

    private static Command refused(String path, String as) {
        Command command = command(path);
        return new Command(
                command.place(), command.what(), command.requestKey(), command.by(), path, command.body(), as);
    }

    private static Plan plan(Stage... stages) {
        return new Plan("x", List.of(stages), List.of(), null);
    }

    @Test
    void what_was_refused_for_now_is_sent_again() {
        answering((exchange, request) -> {
            if (request == 1) {
                send(exchange, 503, "{}");
            } else {
                send(exchange, 201, "{\"id\":\"i\",\"position\":41,\"sequence\":0}");
            }
        });
        try (Recorder recorder = recorder()) {
            recorder.record(plan(new Stage("one", List.of(List.of(command("/a"))))), () -> {});

            assertThat(recorder.lastPosition()).isEqualTo(41);
            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void a_refusal_names_the_line_the_step_and_the_problem_and_nothing_follows_it() {
        answering((exchange, request) -> send(
                exchange, 409, "{\"type\":\"/problems/some-rule\",\"title\":\"Some rule\",\"detail\":\"Why.\"}"));
        try (Recorder recorder = recorder()) {
            Plan plan = plan(
                    new Stage("one", List.of(List.of(command("/a"), command("/b")))),
                    new Stage("two", List.of(List.of(command("/c")))));

            assertThatThrownBy(() -> recorder.record(plan, () -> {}))
                    .hasNoCause()
                    .hasMessage("scenarios/x.yaml:7: \"do /a\" by somebody (RECORDER) was refused: "
                            + "409 from POST /api/v1/a: /problems/some-rule Some rule Why.");
            assertThat(paths).containsExactly("/api/v1/a");
        }
    }

    @Test
    void a_step_that_is_to_be_refused_is_and_the_chain_goes_on() {
        answering((exchange, request) -> {
            if (request == 1) {
                send(exchange, 409, "{\"type\":\"/problems/briefing/already-over\"}");
            } else {
                send(exchange, 201, "{\"id\":\"i\",\"position\":3}");
            }
        });
        try (Recorder recorder = recorder()) {
            AtomicInteger told = new AtomicInteger();
            recorder.record(
                    plan(new Stage("one", List.of(List.of(refused("/a", "briefing/already-over"), command("/b"))))),
                    told::incrementAndGet);

            assertThat(paths).containsExactly("/api/v1/a", "/api/v1/b");
            assertThat(told).hasValue(2);
        }
    }

    @Test
    void a_step_that_is_to_be_refused_and_is_recorded_or_refused_as_something_else_is_a_failure() {
        answering((exchange, request) -> send(
                exchange, request == 1 ? 201 : 409, "{\"type\":\"/problems/other\",\"position\":3}"));
        try (Recorder recorder = recorder()) {
            Plan plan = plan(new Stage("one", List.of(List.of(refused("/a", "briefing/already-over")))));

            assertThatThrownBy(() -> recorder.record(plan, () -> {}))
                    .hasMessage("scenarios/x.yaml:7: \"do /a\" was recorded, though it was to be refused as"
                            + " briefing/already-over");
            assertThatThrownBy(() -> recorder.record(plan, () -> {}))
                    .hasMessageContaining("was refused: 409")
                    .hasMessageContaining("/problems/other");
        }
    }

    @Test
    void a_stage_begins_when_the_one_before_is_recorded() {
        answering((exchange, request) -> send(exchange, 201, "{\"id\":\"i\",\"position\":" + request + "}"));
        try (Recorder recorder = recorder()) {
            recorder.record(
                    plan(
                            new Stage("one", List.of(List.of(command("/a1"), command("/a2")), List.of(command("/a3")))),
                            new Stage("two", List.of(List.of(command("/b"))))),
                    () -> {});

            assertThat(paths).hasSize(4).endsWith("/api/v1/b").containsSubsequence("/api/v1/a1", "/api/v1/a2");
        }
    }
}
