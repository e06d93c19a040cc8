package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.ledger.testing.MongoServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a command would meet is told, and nothing is left of the asking. */
class DryRunTest {

    private static final String POST = "post.RECORDER.1";
    private static final String DRY = "?dryRun=true";
    private static final Map<String, Object> MEMBER = Map.of(
            "effectiveOn", "2020-01-01", "code", "DV-009", "home", "post", "membership", "OFFICIAL",
            "personalData", Map.of("name", "Nguyễn Văn Thử"));

    private static HttpDesk desk;

    @BeforeAll
    static void start() {
        desk = new HttpDesk(MongoServers.stores().findFirst().orElseThrow());
    }

    @AfterAll
    static void stop() {
        desk.stop();
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    @Test
    void what_would_be_recorded_is_told_and_nothing_is_recorded() {
        long tail = desk.desk().ledger().tail();
        HttpDesk.Answer tried = desk.post(POST, "members" + DRY, MEMBER, "Idempotency-Key", "dry-1");

        assertThat(tried.status()).isEqualTo(200);
        JsonNode trial = tried.json();
        assertThat(trial.get("event").asString()).isEqualTo("member.registered");
        assertThat(trial.get("sequence").asLong()).isZero();
        assertThat(trial.at("/content/code").asString()).isEqualTo("DV-009");
        assertThat(trial.has("id")).isFalse();
        assertThat(tried.response().body()).doesNotContain("personalData", "Nguyễn");
        assertThat(desk.desk().ledger().tail()).isEqualTo(tail);

        assertThat(desk.post(POST, "members", with(MEMBER, "code", "DV-010"), "Idempotency-Key", "dry-1").status())
                .as("the key was not used up").isEqualTo(201);
    }

    @Test
    void a_request_that_was_taken_before_is_told_as_such() {
        Map<String, Object> body = with(MEMBER, "code", "DV-011");
        long position = desk.post(POST, "members", body, "Idempotency-Key", "dry-2").json().get("position").asLong();

        JsonNode again = desk.post(POST, "members" + DRY, body, "Idempotency-Key", "dry-2").json();
        assertThat(again.get("repeated").asBoolean()).isTrue();
        assertThat(again.get("position").asLong()).isEqualTo(position);
        assertThat(desk.post(POST, "members" + DRY, MEMBER, "Idempotency-Key", "dry-2").problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_trial_is_refused_as_the_command_is() {
        String member = desk.take(POST, "members", with(MEMBER, "code", "DV-012")).get("id").asString();
        String leave = "members/" + member + "/leave-service";
        Map<String, Object> reason = Map.of("effectiveOn", "2024-01-01", "reason", "Nghỉ hưu");
        for (String dry : List.of(DRY, "")) {
            assertThat(desk.post(POST, "members" + dry, with(MEMBER, "code", "DV-012")).problem())
                    .isEqualTo("member/code-taken");
            assertThat(desk.post("commune.RECORDER.1", leave + dry, reason).problem()).isEqualTo("member/not-its-home");
            assertThat(desk.post("post.AUDITOR.1", leave + dry, reason).problem())
                    .isEqualTo("command/role-not-competent");
            assertThat(desk.post(POST, leave + dry, reason, "If-Match", "\"7\"").problem()).isEqualTo("stale-version");
            assertThat(desk.post(POST, "members/none/leave-service" + dry, reason).problem())
                    .isEqualTo("unknown-record");
            assertThat(desk.post(POST, "members" + dry, with(MEMBER, "id", "post")).problem())
                    .as("the id of an organisation").isEqualTo("unknown-record");
        }
    }

    @Test
    void a_mistyped_wish_for_a_trial_records_nothing() {
        long tail = desk.desk().ledger().tail();

        assertThat(desk.post(POST, "members?dryrun=true", MEMBER).problem()).isEqualTo("unknown-parameter");
        assertThat(desk.post(POST, "members?dryRun=perhaps", MEMBER).problem()).isEqualTo("invalid-parameter");
        assertThat(desk.desk().ledger().tail()).isEqualTo(tail);
    }

    @Test
    void a_problem_names_the_field_that_it_is_about() {
        assertThat(field("members", with(MEMBER, "home", "nowhere"))).isEqualTo("home");
        assertThat(field("members", with(MEMBER, "code", ""))).isEqualTo("code");
        assertThat(field("members", with(MEMBER, "effectiveOn", "1066-10-14"))).isEqualTo("effectiveOn");
        assertThat(field("members", with(MEMBER, "personalData", Map.of("name", "a\nb")))).isEqualTo("personalData");
        Map<String, Object> agreement = Map.of(
                "effectiveOn", "2024-02-01", "kind", "COORDINATION_RULES", "subject", "Quy chế", "lead", "post",
                "parties", List.of("post", "none"), "text", desk.text(POST, "Quy chế"), "firstDay", "2024-02-01");
        assertThat(field("agreements", agreement)).isEqualTo("parties[1]");
        assertThat(field("agreements", with(agreement, "lastDay", "2024-01-01"))).isEqualTo("lastDay");
        assertThat(field("agreements", with(agreement, "bases", List.of("none")))).isEqualTo("bases[0]");
        assertThat(field("agreements", with(agreement, "parties", List.of("post")))).isEqualTo("parties");
        String member = desk.take(POST, "members", with(MEMBER, "code", "DV-013")).get("id").asString();
        assertThat(field("members/" + member + "/correct", Map.of(
                        "corrects", 0, "reason", "Nhầm", "replacement", Map.of(
                                "event", "member.registered", "effectiveOn", "2020-01-01", "code", "DV-013",
                                "home", "nowhere", "membership", "OFFICIAL", "illustrative", false,
                                "personalData", Map.of("name", "Nguyễn Văn Thử")))))
                .isEqualTo("replacement.home");
    }

    private static String field(String resource, Map<String, Object> body) {
        HttpDesk.Answer answer = desk.post("post.APPROVER.1", resource + DRY, body);
        assertThat(answer.status()).as(answer.response().body()).isGreaterThanOrEqualTo(400);
        return answer.json().path("field").asString("");
    }
}
