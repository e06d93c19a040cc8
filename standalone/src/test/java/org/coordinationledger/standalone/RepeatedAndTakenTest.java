package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Refusals that need something recorded before them. */
class RepeatedAndTakenTest {

    private static final String ORGANISATIONS = "/api/v1/organisations";
    private static final String ASSIGNMENTS = "/api/v1/cell-assignments";

    private final RunningDemo demo = RunningDemo.instance();
    private final OutsideClient client = demo.client();

    private static String centralBody(String name) {
        return "{\"effectiveOn\": \"2021-01-01\", \"kind\": \"CENTRAL_BODY\", \"name\": \"%s\", \"illustrative\": true}"
                .formatted(name);
    }

    @Test
    void a_repeated_request_is_answered_as_at_first_and_recorded_once() throws IOException {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = client.post("administrator", ORGANISATIONS, centralBody("Ủy ban thứ nhất"), key);
        long tail = demo.tail();

        Answer again = client.post("administrator", ORGANISATIONS, centralBody("Ủy ban thứ nhất"), key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(first.body().path("repeated").asBoolean()).isFalse();
        assertThat(again.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(demo.tail()).isEqualTo(tail);
    }

    @Test
    void who_got_no_answer_finds_what_became_of_the_request() throws IOException {
        String key = UUID.randomUUID().toString();
        String path = "/api/v1/requests/" + key;

        Answer before = client.get("administrator", path);
        assertThat(before.status()).as(before.text()).isEqualTo(404);
        assertThat(before.problem()).isEqualTo("/problems/read/request-not-recorded");
        assertThat(before.body().path("key").asString()).isEqualTo(key);

        Answer first = client.post(
                "administrator", ORGANISATIONS, centralBody("Ủy ban thứ tư"), Map.of("Idempotency-Key", key));
        Answer outcome = client.get("administrator", path);
        assertThat(outcome.status()).as(outcome.text()).isEqualTo(200);
        for (String same : List.of("resource", "id", "sequence", "position", "recordedAt")) {
            assertThat(outcome.body().path(same)).as(same).isEqualTo(first.body().path(same));
        }
        assertThat(outcome.body().path("location").asString()).isEqualTo(first.header("Location"));
        assertThat(outcome.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
        assertThat(outcome.body().path("events")).hasToString("[\"organisation.registered\"]");
        assertThat(client.get("auditor", path).status()).isEqualTo(404);
        assertThat(client.get("administrator", path + "?limit=1").problem()).isEqualTo("/problems/unknown-parameter");
    }

    @Test
    void a_repeated_key_with_other_content_is_refused() throws IOException {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        client.post("administrator", ORGANISATIONS, centralBody("Ủy ban thứ hai"), key);
        long tail = demo.tail();

        Answer other = client.post("administrator", ORGANISATIONS, centralBody("Ủy ban thứ ba"), key);

        assertThat(other.status()).as(other.text()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(demo.tail()).isEqualTo(tail);
    }

    @Test
    void a_member_who_has_a_seat_gets_no_second_one() throws IOException {
        JsonNode seat = client.get("auditor", ASSIGNMENTS + "?filter.stage=ASSIGNED&limit=1")
                .body().path("items").get(0).path("facts");
        String post = user(seat.path("post").asString());
        String commune = user(seat.path("commune").asString());
        Answer selected = recorded(client.post(post + ".records", ASSIGNMENTS, """
                {"effectiveOn": "2020-01-01", "member": "%s", "post": "%s", "commune": "%s", "illustrative": true}"""
                .formatted(
                        seat.path("member").asString(), seat.path("post").asString(),
                        seat.path("commune").asString())));
        String path = ASSIGNMENTS + "/" + selected.body().path("id").asString();
        recorded(client.post(commune + ".decides", path + "/agree", "{\"effectiveOn\": \"2020-01-02\"}"));
        recorded(client.post(post + ".decides", path + "/introduce", """
                {"effectiveOn": "2020-01-03", "letter": "99-GT/ĐU", "letterDate": "2020-01-03",
                 "regime": "ATTENDANCE", "votingRight": false}"""));
        recorded(client.post(commune + ".records", path + "/receive", "{\"effectiveOn\": \"2020-01-04\"}"));
        long tail = demo.tail();

        Answer assigned = client.post(commune + ".decides", path + "/assign", """
                {"effectiveOn": "2020-01-05", "cell": "%s"}""".formatted(seat.path("cell").asString()));

        assertThat(assigned.status()).as(assigned.text()).isEqualTo(409);
        assertThat(assigned.problem()).isEqualTo("/problems/cell-assignment/member-already-assigned");
        assertThat(demo.tail()).isEqualTo(tail);
    }

    private static Answer recorded(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    /** What the logins of an organisation begin with. */
    private String user(String organisation) throws IOException {
        return client.userOf(organisation).replaceFirst("\\.(records|decides)$", "");
    }
}
