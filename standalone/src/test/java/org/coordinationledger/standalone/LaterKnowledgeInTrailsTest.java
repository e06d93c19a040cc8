package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.Township.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Steps that were right as far as anybody knew when they were recorded, in 2012. In 2014 something else becomes known of
 * the member, the committee and the agreement that they rely on. Trails of 2013 find nothing; those of 2015 say since when
 * it was otherwise, when that became known and by which step.
 */
class LaterKnowledgeInTrailsTest {

    private static final MovedClock CLOCK = new MovedClock();
    private static final Township TOWNSHIP =
            new Township(List.of("province", "guard", "post", "commune", "merged"), CLOCK);

    @BeforeAll
    static void record_what_becomes_known() {
        TOWNSHIP.registerPostAndCommune();
        TOWNSHIP.register("post-2", "BORDER_POST", "post-2", Map.of("partySuperior", "guard"));
        TOWNSHIP.record("guard.records", "basis-documents", """
                {"id": "decision", "effectiveOn": "2010-02-01", "number": "12-QĐ", "kind": "DECISION",
                 "series": "STATE_YEAR", "issuer": "guard", "issuedOn": "2010-02-01", "subject": "Thôi quy chế",
                 "appliesTo": ["guard"]}""");

        CLOCK.moveTo(LocalDate.of(2012, 10, 1));
        TOWNSHIP.record("post.records", "cell-assignments", """
                {"id": "seat", "effectiveOn": "2012-03-01", "member": "m-1", "post": "post", "commune": "commune"}""");
        TOWNSHIP.record("commune.decides", "cell-assignments/seat/agree", "{\"effectiveOn\": \"2012-03-10\"}");
        TOWNSHIP.record("post.decides", "cell-assignments/seat/introduce", """
                {"effectiveOn": "2012-03-20", "letter": "1-GT/ĐU", "letterDate": "2012-03-19", "regime": "ATTENDANCE",
                 "votingRight": false}""");
        TOWNSHIP.record("commune.records", "cell-assignments/seat/receive", "{\"effectiveOn\": \"2012-04-01\"}");
        TOWNSHIP.record("commune.decides", "cell-assignments/seat/assign", "{\"effectiveOn\": \"2012-05-01\", \"cell\": \"cell\"}");
        TOWNSHIP.record("guard.records", "agreements", """
                {"id": "rules", "effectiveOn": "2012-06-01", "kind": "COORDINATION_RULES", "subject": "Quy chế",
                 "lead": "guard", "parties": ["guard", "commune"], "text": "text: Quy chế", "firstDay": "2012-06-01"}""");
        TOWNSHIP.record("guard.records", "agreements/rules/propose", "{\"effectiveOn\": \"2012-06-02\"}");
        TOWNSHIP.record("guard.decides", "agreements/rules/sign", """
                {"effectiveOn": "2012-06-03", "revision": 1, "text": "text: Quy chế"}""");
        TOWNSHIP.record("commune.decides", "agreements/rules/sign", """
                {"effectiveOn": "2012-06-10", "revision": 1, "text": "text: Quy chế"}""");
        TOWNSHIP.record("guard.records", "information-exchanges", """
                {"id": "meeting", "effectiveOn": "2012-08-15", "form": "MEETING", "agreement": "rules", "from": "guard",
                 "to": ["commune"], "topics": ["Tình hình"]}""");

        CLOCK.moveTo(LocalDate.of(2014, 3, 5));
        TOWNSHIP.record("post.decides", "members/m-1/transfer", "{\"effectiveOn\": \"2012-04-20\", \"to\": \"post-2\"}");
        TOWNSHIP.record("guard.decides", "agreements/rules/end", """
                {"effectiveOn": "2012-07-31", "reason": "Thay bằng quy chế khác", "bases": ["decision"]}""");
        CLOCK.moveTo(LocalDate.of(2014, 4, 7));
        TOWNSHIP.register("merged", "COMMUNE_PARTY_COMMITTEE", "merged", Map.of("partySuperior", "province"));
        TOWNSHIP.record("administrator", "organisations/commune/dissolve", """
                {"effectiveOn": "2012-06-05", "manner": "MERGED", "successors": ["merged"], "reason": "Sắp xếp"}""");
        TOWNSHIP.record("merged.decides", "cell-assignments/seat/inherit", """
                {"effectiveOn": "2014-04-01", "from": "commune", "by": "merged"}""");
        CLOCK.moveTo(LocalDate.of(2014, 6, 2));
        TOWNSHIP.record("administrator", "organisations/merged/void", """
                {"effectiveOn": "2014-06-02", "voids": 0, "reason": "Ghi nhầm"}""");
        CLOCK.moveTo(LocalDate.of(2015, 2, 1));
    }

    /** What is found about other records: the step, what had to be so, of which record, and which step told otherwise. */
    private static List<String> found(String record, String knownOn) {
        return findings(record, knownOn, "en").stream()
                .map(finding -> "%d %s %s: %s %s".formatted(
                        finding.path("step").asInt(), finding.at("/data/condition").asString(),
                        finding.at("/data/record").asString(), finding.at("/data/knownOn").asString(),
                        finding.at("/data/by").asString()))
                .toList();
    }

    private static List<JsonNode> findings(String record, String knownOn, String language) {
        Answer answer = TOWNSHIP.read(
                record + "/trail", Map.of("knownOn", knownOn, "effectiveOn", "2014-12-31", "lateAfterDays", "36500"),
                language);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("findings").valueStream()
                .filter(finding -> finding.path("code").asString().startsWith("RELIANCE"))
                .toList();
    }

    @Test
    void nothing_is_found_while_nothing_else_is_known() {
        for (String record : List.of("cell-assignments/seat", "agreements/rules", "information-exchanges/meeting")) {
            assertThat(found(record, "2014-03-04")).as(record).isEmpty();
        }
    }

    @Test
    void a_member_who_as_became_known_had_gone_to_another_post_is_found_where_the_seat_was_given() {
        assertThat(found("cell-assignments/seat", "2014-03-05"))
                .containsExactly("4 AT_HOME m-1: 2014-03-05 member.transferred");
        JsonNode finding = findings("cell-assignments/seat", "2014-03-05", "en").get(0);
        assertThat(finding.path("words").asString())
                .contains("DV-1", "the member belongs to the post that the record names");
        String vietnamese = findings("cell-assignments/seat", "2014-03-05", "vi").get(0).path("words").asString();
        assertThat(vietnamese).contains("DV-1", "đảng viên thuộc đồn mà hồ sơ nêu", "20/04/2012", "05/03/2014");
        JsonNode data = finding.path("data");
        assertThat(data.path("since").asString()).isEqualTo("2012-04-20");
        JsonNode told = TOWNSHIP.read("entries/" + data.path("byPosition").asLong(), Map.of()).json();
        assertThat(told.toString()).contains("member.transferred", "m-1");
        assertThat(TOWNSHIP.read("members/m-1/history", Map.of())
                        .json().path("steps").get(data.path("byStep").asInt()).path("event").asString())
                .isEqualTo("member.transferred");
    }

    @Test
    void an_agreement_that_as_became_known_had_ended_is_found_where_information_was_exchanged_under_it() {
        assertThat(found("information-exchanges/meeting", "2014-03-05"))
                .containsExactly("0 IN_FORCE rules: 2014-03-05 agreement.jointly-ended");
    }

    @Test
    void a_committee_that_as_became_known_was_dissolved_is_found_where_it_signed_and_took_part() {
        assertThat(found("agreements/rules", "2014-04-07"))
                .containsExactly("3 STANDS commune: 2014-04-07 organisation.dissolved");
        assertThat(findings("agreements/rules", "2014-04-07", "en").get(0).at("/data/since").asString())
                .isEqualTo("2012-06-05");
        assertThat(found("information-exchanges/meeting", "2014-04-07"))
                .containsExactlyInAnyOrder(
                        "0 IN_FORCE rules: 2014-03-05 agreement.jointly-ended",
                        "0 STANDS commune: 2014-04-07 organisation.dissolved");
    }

    @Test
    void an_heir_whose_registration_was_voided_is_found_where_it_inherited() {
        String about = "5 STANDS merged: 2014-06-02 record.voided";

        assertThat(found("cell-assignments/seat", "2014-06-01")).doesNotContain(about);
        assertThat(found("cell-assignments/seat", "2014-06-02")).contains(about);
        assertThat(findings("cell-assignments/seat", "2014-06-02", "en"))
                .filteredOn(finding -> finding.at("/data/record").asString().equals("merged"))
                .extracting(finding -> finding.path("code").asString())
                .as("it never was registered, as is known now")
                .containsExactly("RELIANCE_UNFOUNDED");
    }
}
