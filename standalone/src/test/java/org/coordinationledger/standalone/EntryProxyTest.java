package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the committed nginx configuration does with requests, before processes that are stand-ins; and what it rests on. */
class EntryProxyTest {

    private static final int REQUESTS = 10;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ComposeFile compose = ComposeFile.read();
    private final List<HttpServer> servers = new ArrayList<>();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void needNginx() {
        // where a real MongoDB is required, so is nginx: then its absence fails here
        Assumptions.assumeTrue(EntryProxy.program().isPresent(), "there is no nginx");
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    /** A process that takes requests; it answers 201, or ends the connection. */
    private int process(String name, boolean answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.add(name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (answers) {
                exchange.sendResponseHeaders(201, -1);
            }
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private HttpResponse<String> send(EntryProxy entry, String method, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(entry.address().resolve(path))
                        .method(method, BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void commands_go_to_the_command_side_and_all_else_to_the_query_side() throws Exception {
        List<Integer> decides = List.of(process("decides", true));
        List<Integer> shows = List.of(process("shows", true));
        try (EntryProxy entry = EntryProxy.start(compose.nginxConfiguration(), decides, shows)) {
            send(entry, "POST", "/api/v1/organisations");
            send(entry, "GET", "/api/v1/organisations");
            send(entry, "POST", "/api/v1/texts");
            send(entry, "GET", "/api/v1/texts/digest");
            send(entry, "POST", "/operations/view-rebuild");
            send(entry, "GET", "/openapi/commands");
            send(entry, "GET", "/openapi");
            send(entry, "GET", "/api/v1/commands");
            send(entry, "GET", "/api/v1/commands/begin");
            send(entry, "GET", "/api/v1/briefings/b-1/steps");
            send(entry, "POST", "/api/v1/briefings/b-1/submit?dryRun=true");
            send(entry, "GET", "/api/v1/briefings/steps");
            send(entry, "GET", "/log/checkpoint");
            send(entry, "GET", "/log/tile/0/x001/234.p/5");
            send(entry, "GET", "/api/v1/imports");
            send(entry, "GET", "/api/v1/imports/templates/members?format=csv");
            send(entry, "POST", "/api/v1/imports/members");
            send(entry, "GET", "/console/import");
        }
        assertThat(received)
                .containsExactly(
                        "decides POST /api/v1/organisations",
                        "shows GET /api/v1/organisations",
                        "decides POST /api/v1/texts",
                        "shows GET /api/v1/texts/digest",
                        "shows POST /operations/view-rebuild",
                        "decides GET /openapi",
                        "shows GET /openapi",
                        "decides GET /api/v1/commands",
                        "decides GET /api/v1/commands/begin",
                        "decides GET /api/v1/briefings/b-1/steps",
                        "decides POST /api/v1/briefings/b-1/submit?dryRun=true",
                        "shows GET /api/v1/briefings/steps",
                        "shows GET /log/checkpoint",
                        "shows GET /log/tile/0/x001/234.p/5",
                        "decides GET /api/v1/imports",
                        "decides GET /api/v1/imports/templates/members?format=csv",
                        "decides POST /api/v1/imports/members",
                        "shows GET /console/import");
    }

    @Test
    void what_cannot_be_sent_to_one_process_goes_to_another() throws Exception {
        List<Integer> decides = List.of(SideProcess.freePort(), process("decides", true));
        try (EntryProxy entry = EntryProxy.start(compose.nginxConfiguration(), decides, decides)) {
            for (int n = 0; n < REQUESTS; n++) {
                assertThat(send(entry, "POST", "/api/v1/organisations").statusCode()).isEqualTo(201);
            }
        }
        assertThat(received).hasSize(REQUESTS);
    }

    @Test
    void a_command_that_was_sent_is_not_sent_again_and_its_sender_is_told_to_repeat_it() throws Exception {
        List<Integer> decides = List.of(process("one", false), process("other", false));
        try (EntryProxy entry = EntryProxy.start(compose.nginxConfiguration(), decides, decides)) {
            HttpResponse<String> answer = send(entry, "POST", "/api/v1/organisations");

            assertThat(received).hasSize(1);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("Idempotency-Key");
        }
    }

    @Test
    void the_images_are_built_from_every_module_and_hold_the_jars_that_are_tested() {
        String dockerfile = compose.text("Dockerfile");
        assertThat(Pattern.compile("<module>(.+)</module>").matcher(compose.text("pom.xml")).results())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(dockerfile)
                        .contains("COPY " + module.group(1) + " " + module.group(1) + "\n"));
        for (String side : List.of("command-side", "query-side")) {
            assertThat(dockerfile).contains("/" + side + "/target/" + compose.jar(side).getFileName() + " ");
        }
    }
}
