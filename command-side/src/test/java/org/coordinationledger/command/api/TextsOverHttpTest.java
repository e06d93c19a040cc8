package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class TextsOverHttpTest {

    private static final String PASSWORD = "văn bản";
    private static final String PLAIN = "text/plain;charset=utf-8";
    private static final byte[] RULES = "Điều 1. Nguyên tắc phối hợp\n".getBytes(StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return EventJson.mapper().readTree(response.body());
        }

        String problem() {
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(json().get("detail").asString()).isNotBlank().doesNotContain("{");
            return json().get("type").asString();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_text_is_stored_once_and_answered_with_its_digest(TestServer server) throws Exception {
        on(server, desk -> {
            Answer first = post(desk, Role.RECORDER, PLAIN, RULES);
            Answer again = post(desk, Role.SIGNATORY, "text/plain", RULES);

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.response().body()).isEqualTo(first.response().body());
            assertThat(first.json().get("bytes").asInt()).isEqualTo(RULES.length);
            TextDigest digest = new TextDigest(first.json().get("digest").asString());
            assertThat(first.response().headers().firstValue("Location")).hasValue("/api/v1/texts/" + digest);
            assertThat(desk.part(TextStore.class).find(digest))
                    .hasValueSatisfying(utf8 -> assertThat(utf8).isEqualTo(RULES));
            assertThat(desk.ledger().tail()).as("nothing is recorded in the ledger").isEqualTo(-1);
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_cannot_be_stored_is_told_as_a_problem(TestServer server) throws Exception {
        on(server, desk -> {
            Answer json = post(desk, Role.RECORDER, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(json.status()).isEqualTo(415);
            assertThat(json.problem()).isEqualTo("/problems/unsupported-media-type");
            assertThat(post(desk, Role.RECORDER, "text/plain;charset=utf-16", RULES).status()).isEqualTo(415);
            assertThat(post(desk, Role.RECORDER, "nonsense", RULES).status()).isEqualTo(415);
            assertThat(post(desk, Role.RECORDER, null, RULES).status()).isEqualTo(415);
            assertThat(post(desk, Role.RECORDER, PLAIN, new byte[0]).problem()).isEqualTo("/problems/value/blank");
            Answer broken = post(desk, Role.RECORDER, PLAIN, new byte[] {(byte) 0xC3});
            assertThat(broken.problem()).isEqualTo("/problems/not-utf8");
            assertThat(broken.status()).isEqualTo(400);
            byte[] tooLong = new byte[TextStore.MOST_BYTES + 1];
            Arrays.fill(tooLong, (byte) 'a');
            Answer large = post(desk, Role.RECORDER, PLAIN, tooLong);
            assertThat(large.status()).isEqualTo(413);
            assertThat(large.problem()).isEqualTo("/problems/body-too-large");
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void texts_are_brought_by_those_who_take_steps(TestServer server) throws Exception {
        on(server, desk -> {
            assertThat(post(desk, Role.INSPECTOR, PLAIN, RULES).status()).isEqualTo(201);
            for (Role role : new Role[] {Role.AUDITOR, Role.ADMINISTRATOR}) {
                Answer refused = post(desk, role, PLAIN, RULES);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.problem()).isEqualTo("/problems/command/role-not-competent");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_step_names_a_text_only_once_it_is_stored(TestServer server) throws Exception {
        on(server, desk -> {
            String lead = desk.organisation("PROVINCIAL_BORDER_GUARD_COMMITTEE", null);
            String district = desk.organisation("DISTRICT_PARTY_COMMITTEE", null);
            String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(RULES));
            Actor recorder = new Actor("recorder", new OrganisationId(lead), Role.RECORDER);
            Map<String, Object> draft = Map.of(
                    "effectiveOn", "2021-03-01", "kind", "COORDINATION_RULES", "subject", "Quy chế phối hợp",
                    "lead", lead, "parties", List.of(lead, district), "text", digest, "firstDay", "2021-04-01");

            assertThat(catchThrowableOfType(
                                    RejectedException.class, () -> desk.begin("agreements", recorder, null, draft))
                            .rejection())
                    .isEqualTo(new NeighbourRejection.UnknownText(digest));
            assertThat(post(desk, Role.RECORDER, PLAIN, RULES).status()).isEqualTo(201);
            assertThat(desk.begin("agreements", recorder, null, draft).sequence()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_description_of_the_api_tells_how(TestServer server) throws Exception {
        on(server, desk -> {
            JsonNode post = new Answer(http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + desk.port() + "/openapi")).build(),
                            BodyHandlers.ofString()))
                    .json()
                    .at("/paths/~1api~1v1~1texts/post");
            assertThat(post.at("/requestBody/content").has("text/plain;charset=UTF-8")).isTrue();
            JsonNode stored = post.at("/responses/201/content/application~1json");
            assertThat(stored.at("/example").propertyNames()).containsExactlyInAnyOrder("digest", "bytes");
        });
    }

    private interface Doing {
        void with(RunningDesk desk) throws Exception;
    }

    private static void on(TestServer server, Doing doing) throws Exception {
        Path users = MongoServers.temporaryFolder("texts-users").resolve("users.json");
        new UsersFile(users)
                .write(Arrays.stream(Role.values())
                        .map(role -> new User(
                                name(role), UsersFile.hash(PASSWORD, 4), "P-" + role, new OrganisationId("post"), role))
                        .toList());
        RunningDesk desk = new RunningDesk(
                server, server.freshDatabase(), "--ledger.identity.users-file=" + users);
        try {
            doing.with(desk);
        } finally {
            desk.stop();
        }
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private Answer post(RunningDesk desk, Role role, @Nullable String contentType, byte[] body) throws Exception {
        String login = Base64.getEncoder()
                .encodeToString((name(role) + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + desk.port() + "/api/v1/texts"))
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.ofByteArray(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    }
}
