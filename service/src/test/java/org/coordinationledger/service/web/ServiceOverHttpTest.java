package org.coordinationledger.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.probe.ProbeApplication;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = ProbeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ServiceOverHttpTest {

    private static final String PASSWORD = "mật khẩu của lan";
    private static final String LONGEST = "d".repeat(72);
    private static final String INTRODUCED =
            """
            {"effectiveOn":"2018-05-31","letter":"09-GT/ĐU","letterDate":"2018-05-30","cells":["c1"],\
            "regime":"ATTENDANCE","votingRight":false}""";

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        Path folder = MongoServers.temporaryFolder("service");
        UsersFile users = new UsersFile(folder.resolve("users.json"));
        users.write(List.of(
                new User("lan", UsersFile.hash(PASSWORD, 4), "P-001", new OrganisationId("post-1"), Role.RECORDER),
                new User("dai", UsersFile.hash(LONGEST, 4), "P-002", new OrganisationId("post-1"), Role.RECORDER)));
        registry.add("ledger.data-dir", folder::toString);
    }

    private record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return EventJson.mapper().readTree(response.body());
        }

        String type() {
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(json().get("title").asString()).isNotBlank();
            assertThat(json().get("detail").asString()).isNotBlank().doesNotContain("{", "problem.");
            assertThat(json().get("status").asInt()).isEqualTo(status());
            assertThat(response.body()).doesNotContain("Exception", "org.", "\tat ");
            return json().get("type").asString().substring("/problems/".length());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @Test
    void without_a_login_only_health_and_the_api_description_answer() {
        Answer refused = send(request("/probe/actor"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.type()).isEqualTo("unauthenticated");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(send(request("/nowhere")).status()).isEqualTo(401);
        assertThat(send(request("/env")).status()).isEqualTo(401);
        assertThat(send(request("/health")).status()).isEqualTo(200);
        assertThat(send(request("/health/liveness")).json().get("status").asString()).isEqualTo("UP");
        Answer ready = send(request("/health/readiness"));
        assertThat(ready.json().at("/components/store/details/store").asString()).isEqualTo("embedded");
        JsonNode api = send(request("/openapi")).json();
        assertThat(api.at("/info/title").asString()).isEqualTo("Coordination ledger");
        assertThat(api.at("/components/securitySchemes/basic/scheme").asString()).isEqualTo("basic");
        assertThat(api.at("/paths/~1probe~1actor/get/responses/default/$ref").asString())
                .isEqualTo("#/components/responses/Problem");
        assertThat(api.at("/paths/~1probe~1actor/get/parameters").isMissingNode()).isTrue();
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_answer() {
        Answer wrong = send(request("/probe/actor").header("Authorization", basic("lan", "guess")));
        Answer unknown = send(request("/probe/actor").header("Authorization", basic("nobody", "guess")));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.response().body()).isEqualTo(unknown.response().body());
    }

    /** bcrypt compares 72 bytes; that such a password is refused shows too that requests go through the check that is bounded. */
    @Test
    void a_password_counts_to_its_last_letter() {
        assertThat(send(request("/probe/actor").header("Authorization", basic("dai", LONGEST))).status()).isEqualTo(200);
        assertThat(send(request("/probe/actor").header("Authorization", basic("dai", LONGEST + "x"))).status()).isEqualTo(401);
    }

    @Test
    void a_controller_gets_the_actor_of_the_request() {
        Answer answer = get("/probe/actor");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body())
                .isEqualTo("{\"organisation\":\"post-1\",\"person\":\"P-001\",\"role\":\"RECORDER\"}");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_request_has_one_correlation_id() {
        assertThat(get("/probe/actor").header("X-Correlation-Id")).hasSize(36);
        Answer given = send(loggedIn("/probe/actor").header("X-Correlation-Id", "abc-12345"));
        assertThat(given.header("X-Correlation-Id")).isEqualTo("abc-12345");
        Answer odd = send(loggedIn("/probe/actor").header("X-Correlation-Id", "<script>"));
        assertThat(odd.header("X-Correlation-Id")).hasSize(36);
    }

    @Test
    void what_is_sent_right_is_bound() {
        Answer answer = post("/probe/introduced", INTRODUCED);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("letter").asString()).isEqualTo("09-GT/ĐU");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"letter\":\"09-GT/ĐU\" | \"letter\":\"09-GT/ĐU\",\"note\":\"x\" | 422 | unknown-field | note",
                "\"c1\" | {} | 422 | wrong-type | cells[0]",
                "\"votingRight\":false | \"votingRight\":\"maybe\" | 422 | wrong-type | votingRight",
                "[\"c1\"] | 7 | 422 | wrong-type | cells",
                "\"ATTENDANCE\" | \"GUEST\" | 422 | unknown-value | regime",
                "\"2018-05-31\" | \"2018-02-30\" | 422 | impossible-date | effectiveOn",
                "\"2018-05-30\" | \"1029-05-30\" | 422 | value/impossible-date | letterDate",
                "\"letter\":\"09-GT/ĐU\", |  | 422 | missing-field | letter",
                ",\"votingRight\":false |  | 422 | missing-field | votingRight",
                "\"c1\" | \"a@b\" | 422 | value/malformed-id | cells[0]",
                "09-GT/ĐU | 09-GT/ĐU <b> | 422 | value/malformed-number | letter",
                "[\"c1\"] | [\"c1\" | 400 | malformed-json | ",
                "\"regime\" | \"letter\" | 400 | malformed-json | "
            })
    void each_mistake_in_a_body_has_its_own_problem(
            String right, String wrong, int status, String type, String field) {
        Answer answer = post("/probe/introduced", INTRODUCED.replace(right, wrong == null ? "" : wrong));
        assertThat(answer.type()).isEqualTo(type);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("field").asString("")).isEqualTo(field == null ? "" : field);
    }

    @Test
    void text_that_is_not_normalized_is_refused_with_its_field() {
        Answer answer = post("/probe/introduced", INTRODUCED.replace("ĐU", "ĐU\u0309"));
        assertThat(answer.type()).isEqualTo("value/not-normalized");
        assertThat(answer.json().get("field").asString()).isEqualTo("letter");
        assertThat(answer.json().get("detail").asString()).startsWith("Trường letter: ");
    }

    @Test
    void a_replacement_of_an_unknown_event_is_refused_with_those_known() {
        String body = "{\"effectiveOn\":\"2020-01-01\",\"corrects\":1,\"replacement\":{\"event\":\"%s\"},\"reason\":\"x\"}";
        Answer unknown = post("/probe/corrected", body.formatted("member.promoted"));
        assertThat(unknown.type()).isEqualTo("unknown-value");
        assertThat(unknown.json().get("field").asString()).isEqualTo("replacement.event");
        assertThat(unknown.json().get("known").toString()).contains("member.rated");
        Answer nested = post("/probe/corrected", body.formatted("member.rated\",\"year\":\"2020"));
        assertThat(nested.type()).isEqualTo("wrong-type");
        assertThat(nested.json().get("field").asString()).isEqualTo("replacement.year");
    }

    @Test
    void a_number_out_of_range_is_a_wrong_type() {
        Answer answer = post("/probe/rated", "{\"effectiveOn\":\"2020-12-31\",\"year\":99999999999,\"rating\":\"WELL\"}");
        assertThat(answer.type()).isEqualTo("wrong-type");
        assertThat(answer.json().get("expected").asString()).isEqualTo("integer");
    }

    @Test
    void malformed_json_is_refused_with_its_place() {
        Answer answer = post("/probe/introduced", "{\n  \"letter\": oops}");
        assertThat(answer.type()).isEqualTo("malformed-json");
        assertThat(answer.json().get("line").asInt()).isEqualTo(2);
        assertThat(answer.json().get("column").asInt()).isPositive();
        assertThat(post("/probe/introduced", INTRODUCED + "{}").type()).isEqualTo("malformed-json");
        assertThat(post("/probe/introduced", "").type()).isEqualTo("missing-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"letter\":7}", "{\"7\":1}"})
    void json_with_a_number_or_name_too_long_to_read_is_refused(String shape) {
        String body = shape.replace("7", "7".repeat(60_000));
        Answer answer = post("/probe/introduced", body);
        assertThat(answer.type()).isEqualTo("json-out-of-bounds");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_large_body_is_refused_declared_or_chunked() {
        byte[] large = "x".repeat(10 << 20).getBytes(StandardCharsets.US_ASCII);
        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(large),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                        INTRODUCED.replace("c1", "c".repeat(10 << 20)).getBytes(StandardCharsets.UTF_8))))) {
            Answer answer = send(loggedIn("/probe/introduced")
                    .header("Content-Type", "application/json")
                    .POST(body));
            assertThat(answer.type()).isEqualTo("body-too-large");
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().get("mostBytes").asInt()).isEqualTo(1 << 20);
        }
    }

    @Test
    void what_spring_itself_refuses_is_a_problem() {
        Answer unknown = get("/nowhere");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.type()).isEqualTo("unknown-resource");
        assertThat(get("/error").type()).isEqualTo("unknown-resource");
        Answer method = send(loggedIn("/probe/actor").DELETE());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.type()).isEqualTo("method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("GET");
        Answer media = send(loggedIn("/probe/introduced")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x")));
        assertThat(media.status()).isEqualTo(415);
        assertThat(media.type()).isEqualTo("unsupported-media-type");
        Answer accept = send(loggedIn("/probe/actor").header("Accept", "image/png"));
        assertThat(accept.status()).isEqualTo(406);
        assertThat(accept.type()).isEqualTo("not-acceptable");
        assertThat(get("/probe/members/m1").type()).isEqualTo("missing-parameter");
        Answer date = get("/probe/members/m1?effectiveOn=2020-02-30");
        assertThat(date.type()).isEqualTo("invalid-parameter");
        assertThat(date.json().get("expected").asString()).isEqualTo("YYYY-MM-DD");
        assertThat(get("/probe//actor").type()).isEqualTo("bad-request");
    }

    @Test
    void rejections_keep_their_data_and_status() {
        Answer missing = get("/probe/members/m1?effectiveOn=2020-02-20");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.type()).isEqualTo("unknown-record");
        assertThat(missing.json().get("id").asString()).isEqualTo("m1");
        assertThat(missing.json().get("instance").asString()).isEqualTo("/probe/members/m1");
        Answer malformed = get("/probe/members/a@b?effectiveOn=2020-02-20");
        assertThat(malformed.status()).isEqualTo(422);
        assertThat(malformed.type()).isEqualTo("value/malformed-id");
        Answer stale = get("/probe/stale");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("actual").asInt()).isEqualTo(5);
        Answer behind = get("/probe/behind");
        assertThat(behind.status()).isEqualTo(503);
        assertThat(behind.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void words_follow_the_language_asked_for() {
        Answer english = send(loggedIn("/probe/stale").header("Accept-Language", "en-GB,en;q=0.8"));
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.json().get("title").asString()).isEqualTo("The record has changed");
        Answer french = send(loggedIn("/probe/stale").header("Accept-Language", "fr"));
        assertThat(french.header("Content-Language")).isEqualTo("vi");
        assertThat(french.json().get("title").asString()).isEqualTo("Hồ sơ đã thay đổi");
    }

    @Test
    void what_is_refused_before_any_controller_is_a_problem_too() {
        Answer answer = get("/probe/actor?slow=filter");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.type()).isEqualTo("overloaded");
        assertThat(answer.header("Retry-After")).isEqualTo("3");
    }

    @Test
    void of_a_fault_only_the_incident_number_leaves_the_server() {
        Answer answer = get("/probe/broken");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.type()).isEqualTo("internal-error");
        assertThat(answer.json().get("incident").asString()).hasSize(36);
        assertThat(answer.response().body()).doesNotContain("secret");
    }

    @Test
    void headers_and_addresses_are_bounded() {
        Answer address = get("/probe/actor?x=" + "y".repeat(20_000));
        assertThat(address.status()).isEqualTo(400);
        assertThat(address.type()).isEqualTo("bad-request");
        assertThat(address.response().body()).doesNotContain("Tomcat");
        Answer parameters = get("/probe/members/m1?" + "x&".repeat(5_500));
        assertThat(parameters.status()).isEqualTo(400);
        assertThat(parameters.type()).isEqualTo("bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /probe/members/a%2Fb HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /probe/members/a%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /probe/actor HTTP/1.1\r\n\r\n",
                "GARBAGE\r\n\r\n"
            })
    void what_the_server_itself_cannot_read_is_a_problem_too(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Type: application/problem+json", "\"type\":\"/problems/bad-request\"")
                    .doesNotContain("<html", "Exception", "\tat ");
        }
    }

    private Answer get(String path) {
        return send(loggedIn(path));
    }

    private Answer post(String path, String body) {
        return send(loggedIn(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder loggedIn(String path) {
        return request(path).header("Authorization", basic("lan", PASSWORD));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
