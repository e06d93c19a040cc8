package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coordinationledger.ledger.testing.MongoServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records on their way, with the steps that are offered at each stage to whom they belong and to others. */
class StepsAllowedTest {

    private static final String ON = "2024-02-01";
    private static final String POST = "post.RECORDER.1";
    private static final String POST_DECIDES = "post.APPROVER.2";
    private static final String COMMUNE = "commune.RECORDER.1";
    private static final String COMMUNE_DECIDES = "commune.APPROVER.2";
    private static final String PROVINCE_DECIDES = "province.APPROVER.2";

    private static HttpDesk desk;

    @BeforeAll
    static void start() {
        desk = new HttpDesk(MongoServers.stores().findFirst().orElseThrow());
        desk.take(POST, "members", Map.of(
                "id", "member", "effectiveOn", "2020-01-01", "code", "DV-001", "home", "post", "membership", "OFFICIAL",
                "personalData", Map.of("name", "Nguyễn Văn Thử")));
    }

    @AfterAll
    static void stop() {
        desk.stop();
    }

    private static void allowed(String user, String address, String... steps) {
        assertThat(desk.allowed(user, address)).as("%s at %s", user, address).containsExactly(steps);
    }

    private static String begun(String user, String resource, Map<String, Object> body) {
        return resource + "/" + desk.take(user, resource, body).get("id").asString();
    }

    @Test
    void an_assignment_offers_each_step_to_whose_turn_it_is() {
        String at = begun(POST, "cell-assignments", Map.of(
                "effectiveOn", ON, "member", "member", "post", "post", "commune", "commune"));
        allowed(COMMUNE_DECIDES, at, "agree");
        allowed(COMMUNE, at);
        allowed(POST, at);
        allowed(POST_DECIDES, at, "end");
        allowed(PROVINCE_DECIDES, at);

        desk.take(COMMUNE_DECIDES, at + "/agree", Map.of("effectiveOn", ON));
        allowed(POST_DECIDES, at, "end", "introduce");
        assertThat(desk.step("post.APPROVER.1", at, "introduce").at("/problem/type").asString())
                .isEqualTo("/problems/cell-assignment/selected-by-the-same-person");
        assertThat(desk.step(POST, at, "introduce").at("/problem/type").asString())
                .isEqualTo("/problems/command/role-not-competent");
        desk.take(POST_DECIDES, at + "/introduce", Map.of(
                "effectiveOn", ON, "letter", "1-GT/ĐU", "letterDate", ON, "cells", List.of("cell"), "regime",
                "ATTENDANCE", "votingRight", false));
        allowed(COMMUNE_DECIDES, at, "receive", "request-replacement");

        desk.take(COMMUNE_DECIDES, at + "/receive", Map.of("effectiveOn", ON));
        allowed(COMMUNE_DECIDES, at, "assign");
        desk.take(COMMUNE_DECIDES, at + "/assign", Map.of("effectiveOn", ON, "cell", "cell"));
        allowed("cell.APPROVER.1", at, "comment", "confirm-attendance");
        allowed(POST_DECIDES, at, "end", "replace", "suspend");
        allowed(PROVINCE_DECIDES, at);

        desk.take("cell.RECORDER.1", at + "/comment", Map.of("effectiveOn", "2025-01-10", "period", "2024"));
        allowed(POST_DECIDES, at, "end", "note-comment", "replace", "suspend");
        desk.take(POST_DECIDES, at + "/end", Map.of("effectiveOn", "2025-02-01", "reason", "Điều động"));
        allowed(POST_DECIDES, at);
        JsonNode over = desk.step(POST_DECIDES, at, "suspend");
        assertThat(over.at("/problem/type").asString()).isEqualTo("/problems/cell-assignment/already-over");
        assertThat(over.at("/problem/detail").asString()).isNotBlank().doesNotContain("{");
        assertThat(desk.step(POST_DECIDES, at, "void").get("sequences").valueStream().map(JsonNode::asInt))
                .first().isEqualTo(6);
        assertThat(desk.step(PROVINCE_DECIDES, at, "void").get("allowed").asBoolean()).isFalse();
        assertThat(desk.get(POST, at + "/steps").response().headers().firstValue("ETag")).hasValue("\"6\"");
    }

    @Test
    void a_briefing_is_passed_by_another_than_who_wrote_it() {
        String text = desk.text(POST, "Tình hình biên giới");
        String at = begun(POST, "briefings", Map.of(
                "effectiveOn", ON, "post", "post", "subject", "Tình hình", "topic", "SECURITY",
                "classification", "ORDINARY", "digest", text));
        allowed(POST, at, "revise", "submit");
        allowed(POST_DECIDES, at, "revise", "submit", "withdraw");
        allowed(COMMUNE_DECIDES, at);
        desk.take(POST, at + "/submit", Map.of("effectiveOn", ON, "revision", 1));
        allowed(POST, at);
        allowed("post.APPROVER.1", at, "reject", "return", "withdraw");
        allowed(POST_DECIDES, at, "pass", "reject", "return", "withdraw");
        desk.take(POST_DECIDES, at + "/pass", Map.of(
                "effectiveOn", ON, "revision", 1, "digest", text, "actingBody", "COMMITTEE"));
        allowed(POST, at, "deliver", "revise");
        desk.take(POST, at + "/deliver", Map.of(
                "effectiveOn", ON, "cell", "cell", "audience", "CELL", "digest", text));
        allowed(POST, at, "deliver", "revise");
        allowed(POST_DECIDES, at, "deliver", "revise", "withdraw");
        desk.take(POST_DECIDES, at + "/withdraw", Map.of("effectiveOn", "2024-03-01", "reason", "Đã cũ"));
        allowed(POST_DECIDES, at);
    }

    @Test
    void an_agreement_is_signed_once_by_each_party() {
        String text = desk.text(POST, "Quy chế phối hợp");
        String at = begun("post.APPROVER.1", "agreements", Map.of(
                "effectiveOn", ON, "kind", "COORDINATION_RULES", "subject", "Quy chế", "lead", "post",
                "parties", List.of("post", "commune"), "text", text, "firstDay", ON));
        allowed("post.SIGNATORY.1", at, "assign-number", "lapse", "propose", "revise");
        allowed("commune.SIGNATORY.1", at);
        desk.take("post.APPROVER.1", at + "/propose", Map.of("effectiveOn", ON));
        allowed("commune.SIGNATORY.1", at, "decline", "sign");
        allowed("province.SIGNATORY.1", at);
        desk.take("commune.SIGNATORY.1", at + "/sign", Map.of("effectiveOn", ON, "revision", 1, "text", text));
        assertThat(desk.step("commune.SIGNATORY.1", at, "sign").at("/problem/type").asString())
                .isEqualTo("/problems/agreement/already-signed");
        desk.take("post.SIGNATORY.1", at + "/sign", Map.of("effectiveOn", ON, "revision", 1, "text", text));
        allowed("commune.SIGNATORY.1", at, "name-person-in-charge", "name-witness", "propose-annual-contents");
        desk.take("post.APPROVER.1", at + "/propose-annual-contents", Map.of(
                "effectiveOn", ON, "period", "2024", "items", List.of("Giao ban hằng quý")));
        allowed("commune.SIGNATORY.1", at, "agree-annual-contents", "name-person-in-charge", "name-witness",
                "propose-annual-contents");
        allowed("province.SIGNATORY.1", at);
    }

    @Test
    void an_inspection_offers_what_belongs_to_team_subject_and_who_commissioned_it() {
        LocalDate today = LocalDate.now();
        String inspector = "province.INSPECTOR.1";
        String at = begun(PROVINCE_DECIDES, "inspections", Map.of(
                "effectiveOn", ON, "kind", "INSPECTION", "commissionedBy", "province", "number", "1-QĐ/UBKT",
                "subjects", List.of("post"), "scope", "Quy định 123", "team", List.of("P-province-1"),
                "leader", "P-province-1", "firstDay", ON, "lastDay", today.plusYears(2).toString()));
        allowed(inspector, at, "find");
        allowed("commune.INSPECTOR.1", at);
        allowed(POST, at, "hear", "self-report");
        allowed(COMMUNE, at);
        desk.take(inspector, at + "/find", Map.of(
                "effectiveOn", ON, "finding", "late", "kind", "SHORTCOMING", "organisation", "post", "what", "Chậm"));
        assertThat(desk.step(PROVINCE_DECIDES, at, "conclude").at("/problem/type").asString())
                .isEqualTo("/problems/inspection/not-heard");
        desk.take(POST, at + "/hear", Map.of("effectiveOn", ON, "statement", "Nhất trí"));
        allowed(PROVINCE_DECIDES, at, "conclude");
        desk.take(PROVINCE_DECIDES, at + "/conclude", Map.of(
                "effectiveOn", ON, "number", "2-KL/UBKT", "findings", List.of("late")));
        allowed(PROVINCE_DECIDES, at, "close", "require-remedy");
        desk.take(PROVINCE_DECIDES, at + "/require-remedy", Map.of(
                "effectiveOn", ON, "finding", "late", "responsible", "post", "what", "Bổ sung",
                "dueOn", today.plusYears(1).toString()));
        allowed(PROVINCE_DECIDES, at);
        allowed(POST, at, "report-remedy");
        allowed(COMMUNE, at);
        desk.take(POST, at + "/report-remedy", Map.of("effectiveOn", ON, "finding", "late", "what", "Đã bổ sung"));
        allowed(POST, at);
        allowed(PROVINCE_DECIDES, at, "accept-remedy", "refuse-remedy");
        desk.take(PROVINCE_DECIDES, at + "/accept-remedy", Map.of("effectiveOn", ON, "finding", "late"));
        allowed(PROVINCE_DECIDES, at, "close");
        desk.take(PROVINCE_DECIDES, at + "/close", Map.of("effectiveOn", ON));
        allowed(PROVINCE_DECIDES, at);
    }

    @Test
    void households_are_the_posts_to_look_after() {
        String at = begun(COMMUNE, "household-assignments", Map.of(
                "effectiveOn", ON, "member", "member", "post", "post", "commune", "commune", "cell", "cell"));
        allowed(POST_DECIDES, at, "assign", "end");
        allowed(COMMUNE_DECIDES, at);
        desk.take(POST_DECIDES, at + "/assign", Map.of("effectiveOn", ON, "households", List.of("HO-A-001")));
        allowed(POST_DECIDES, at, "add-households", "end", "hand-over", "record-visit", "release-households");
        desk.take(POST_DECIDES, at + "/end", Map.of("effectiveOn", "2024-06-01", "reason", "Hết nhiệm vụ"));
        allowed(POST_DECIDES, at);
    }

    @Test
    void who_may_begin_what_is_said_for_every_resource() {
        JsonNode post = desk.get(POST, "commands/begin").json().get("beginnings");
        assertThat(post).hasSize(CommandDescriptionsTest.FEATURES.all().size());
        assertThat(may(post, "cell-assignments")).isTrue();
        assertThat(may(post, "briefings")).isTrue();
        assertThat(may(post, "organisations")).isFalse();
        assertThat(may(desk.get(PROVINCE_DECIDES, "commands/begin").json().get("beginnings"), "briefings")).isFalse();
        assertThat(desk.get("centre.AUDITOR.1", "commands/begin").json().get("beginnings"))
                .noneMatch(beginning -> beginning.get("allowed").asBoolean());
        assertThat(desk.get(POST, "commands").json().get("features")).hasSize(post.size());
    }

    private static boolean may(JsonNode beginnings, String resource) {
        return beginnings.valueStream()
                .filter(b -> b.get("resource").asString().equals(resource))
                .findFirst()
                .orElseThrow()
                .get("allowed")
                .asBoolean();
    }

    @Test
    void an_unknown_record_or_parameter_is_told() {
        assertThat(desk.get(POST, "briefings/none/steps").problem()).isEqualTo("unknown-record");
        assertThat(desk.get(POST, "nothings/none/steps").problem()).isEqualTo("unknown-resource");
        assertThat(desk.get(POST, "commands?language=vi").problem()).isEqualTo("unknown-parameter");
    }
}
