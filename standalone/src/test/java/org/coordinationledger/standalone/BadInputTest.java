package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.UUID;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer is a problem of its own kind, and nothing is recorded. */
class BadInputTest {

    private static final String ADMINISTRATOR = "administrator";
    private static final String AUDITOR = "auditor";
    private static final String POST_RECORDER = "dong-thap.posts.1.records";
    private static final String POST_DECIDER = "dong-thap.posts.1.decides";
    private static final String ORGANISATIONS = "/api/v1/organisations";
    private static final String ASSIGNMENTS = "/api/v1/cell-assignments";

    private final RunningDemo demo = RunningDemo.instance();
    private final OutsideClient client = demo.client();
    private long tailBefore;

    @BeforeEach
    void remember() {
        tailBefore = demo.tail();
    }

    @AfterEach
    void nothing_is_recorded() {
        assertThat(demo.tail()).isEqualTo(tailBefore);
    }

    private static void assertRefused(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).as(answer.text()).isEqualTo("/problems/" + problem);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("title").asString("")).isNotBlank();
        assertThat(answer.body().path("detail").asString("")).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "\tat ", "org.coordinationledger", "org.springframework");
    }

    private static String organisation(String name, String effectiveOn) {
        return "{\"effectiveOn\": \"%s\", \"kind\": \"CELL\", \"name\": \"%s\", \"illustrative\": true}"
                .formatted(effectiveOn, name);
    }

    private static String reason(String reason) {
        return "{\"effectiveOn\": \"2021-01-01\", \"reason\": \"%s\"}".formatted(reason);
    }

    /** An open assignment of the first post, as it is listed. */
    private JsonNode assignment() throws IOException {
        JsonNode post = client.get(AUDITOR, ORGANISATIONS + "?filter.kind=BORDER_POST&limit=50")
                .body().path("items").valueStream()
                .filter(p -> p.at("/facts/name").asString().equals("Đồn Biên phòng Thông Bình"))
                .findFirst().orElseThrow();
        return client.get(AUDITOR, ASSIGNMENTS + "?filter.post=" + post.path("id").asString()
                        + "&filter.stage=ASSIGNED&limit=1")
                .body().path("items").get(0);
    }

    private String endPath() throws IOException {
        return ASSIGNMENTS + "/" + assignment().path("id").asString() + "/end";
    }

    @Test
    void a_state_secret() throws IOException {
        Answer answer = client.post(
                POST_RECORDER, "/api/v1/briefings",
                "{\"effectiveOn\": \"2021-01-01\", \"post\": \"post\", \"subject\": \"Tình hình\","
                        + " \"topic\": \"SECURITY\", \"classification\": \"SECRET\", \"digest\": \""
                        + "0".repeat(64) + "\"}");

        assertRefused(answer, 422, "briefing/state-secret");
        assertThat(answer.text()).doesNotContain("Tình hình");
    }

    @Test
    void an_unknown_field() throws IOException {
        Answer answer = client.post(
                ADMINISTRATOR, ORGANISATIONS,
                "{\"effectiveOn\": \"2021-01-01\", \"kind\": \"CELL\", \"name\": \"Chi bộ\", \"colour\": \"red\"}");

        assertRefused(answer, 422, "unknown-field");
        assertThat(answer.body().path("field").asString()).isEqualTo("colour");
    }

    @Test
    void a_wrong_type() throws IOException {
        Answer answer = client.post(
                ADMINISTRATOR, ORGANISATIONS,
                "{\"effectiveOn\": \"2021-01-01\", \"kind\": \"CELL\", \"name\": 7, \"illustrative\": true}");

        assertRefused(answer, 422, "wrong-type");
        assertThat(answer.body().path("field").asString()).isEqualTo("name");
    }

    @Test
    void an_impossible_date() throws IOException {
        assertRefused(
                client.post(ADMINISTRATOR, ORGANISATIONS, organisation("Chi bộ", "2021-02-30")),
                422, "impossible-date");
    }

    @Test
    void a_body_of_ten_megabytes() throws IOException {
        assertRefused(
                client.post(POST_DECIDER, endPath(), reason("a".repeat(10 << 20))), 413, "body-too-large");
    }

    @Test
    void an_unknown_id() throws IOException {
        String unknown = ASSIGNMENTS + "/" + UUID.randomUUID();

        assertRefused(client.post(POST_DECIDER, unknown + "/end", reason("Hết")), 404, "unknown-record");
        assertRefused(client.get(AUDITOR, unknown), 404, "unknown-record");
    }

    @Test
    void an_id_with_an_at_sign() throws IOException {
        assertRefused(
                client.post(POST_DECIDER, ASSIGNMENTS + "/a@1/end", reason("Hết")), 422, "value/malformed-id");
        assertThat(client.get(AUDITOR, ASSIGNMENTS + "/a@1").problem()).isEqualTo("/problems/value/malformed-id");
    }

    @Test
    void a_basis_that_is_not_in_force() throws IOException {
        JsonNode taken = assignment();
        JsonNode superseded = client.get(
                        AUDITOR, "/api/v1/basis-documents?effectiveOn=2013-06-01&limit=1&filter.number=09-Q%C4%90%2FTU")
                .body().path("items").get(0);

        Answer answer = client.post(POST_RECORDER, ASSIGNMENTS, """
                {"effectiveOn": "2019-06-01", "member": "%s", "post": "%s", "commune": "%s", "illustrative": true,
                 "bases": ["%s"]}"""
                .formatted(
                        taken.at("/facts/member").asString(), taken.at("/facts/post").asString(),
                        taken.at("/facts/commune").asString(), superseded.path("id").asString()));

        assertRefused(answer, 409, "neighbour/basis-not-in-force");
        assertThat(answer.body().path("since").asString()).isEqualTo("2018-06-01");
    }

    @Test
    void a_stale_version() throws IOException {
        assertRefused(
                client.post(POST_DECIDER, endPath(), reason("Hết"), Map.of("If-Match", "\"1\"")), 412, "stale-version");
    }

    @Test
    void text_that_is_not_in_normalization_form_c() throws IOException {
        String decomposed = Normalizer.normalize("Chi bộ ấp 7", Normalizer.Form.NFD);

        assertRefused(
                client.post(ADMINISTRATOR, ORGANISATIONS, organisation(decomposed, "2021-01-01")),
                422, "value/not-normalized");
    }

    @Test
    void a_reason_of_seventy_thousand_bytes() throws IOException {
        assertRefused(client.post(POST_DECIDER, endPath(), reason("a".repeat(70_000))), 422, "value/too-long");
    }

    @Test
    void a_role_that_is_not_competent() throws IOException {
        assertRefused(
                client.post(POST_RECORDER, ORGANISATIONS, organisation("Chi bộ", "2021-01-01")),
                403, "command/role-not-competent");
    }

    @Test
    void an_answer_in_another_format() throws IOException {
        assertRefused(
                client.post(
                        ADMINISTRATOR, ORGANISATIONS, organisation("Chi bộ", "2021-01-01"), Map.of("Accept", "text/csv")),
                406, "not-acceptable");
    }

    @Test
    void a_day_that_is_not_written_as_one() throws IOException {
        String day = "\"2021-01-01\"";
        String body = organisation("Chi bộ", "2021-01-01");

        assertRefused(client.post(ADMINISTRATOR, ORGANISATIONS, body.replace(day, "[2021, 1, 1]")), 422, "wrong-type");
        assertRefused(
                client.post(ADMINISTRATOR, ORGANISATIONS, body.replace(day, "\"2021-01-01T00:00:00Z\"")),
                422, "impossible-date");
    }

    @Test
    void a_sequence_that_is_no_whole_number() throws IOException {
        assertRefused(
                client.post(
                        POST_DECIDER, endPath().replace("/end", "/void"), "{\"voids\": 4.5, \"reason\": \"Ghi nhầm\"}"),
                422, "wrong-type");
    }

    @Test
    void what_is_nested_too_deep() throws IOException {
        assertRefused(
                client.post(ADMINISTRATOR, ORGANISATIONS, "[".repeat(5_000) + "]".repeat(5_000)),
                400, "json-out-of-bounds");
    }

    @Test
    void a_name_with_hidden_characters() throws IOException {
        assertRefused(
                client.post(ADMINISTRATOR, ORGANISATIONS, organisation("Chi bộ\u200b ấp 1", "2021-01-01")),
                422, "value/forbidden-character");
    }

    @Test
    void what_is_not_json() throws IOException {
        assertRefused(client.post(ADMINISTRATOR, ORGANISATIONS, "{\"effectiveOn\": "), 400, "malformed-json");
    }
}
