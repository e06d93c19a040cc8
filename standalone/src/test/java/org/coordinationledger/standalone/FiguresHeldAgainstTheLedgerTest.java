package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.coordinationledger.standalone.Township.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a step says that figures came to is what the ledger gives, or the step is refused. */
class FiguresHeldAgainstTheLedgerTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Township TOWNSHIP = new Township(List.of("province", "commune", "post"), Clock.systemUTC());
    private static final String CELLS = "cells";
    private static final String FREEZE = "reviews/review/freeze-figures";

    @BeforeAll
    static void a_review_and_a_programme() {
        TOWNSHIP.register("province", "PROVINCIAL_PARTY_COMMITTEE", "Tổ chức province", Map.of());
        TOWNSHIP.register("commune", "COMMUNE_PARTY_COMMITTEE", "Tổ chức commune", Map.of("partySuperior", "province"));
        TOWNSHIP.register("cell-1", "CELL", "Tổ chức cell-1", Map.of("partySuperior", "commune"));
        TOWNSHIP.register("cell-2", "CELL", "Tổ chức cell-2", Map.of("partySuperior", "commune"));
        TOWNSHIP.record("commune.records", "basis-documents", """
                {"id": "plan", "effectiveOn": "2013-01-01", "number": "01-KH/ĐU", "kind": "PLAN", "series": "STATE_YEAR",
                 "issuer": "commune", "issuedOn": "2013-01-01", "subject": "Kế hoạch", "appliesTo": ["commune"]}""");
        TOWNSHIP.record("commune.decides", "reviews", """
                {"id": "review", "effectiveOn": "2014-01-15", "convener": "commune", "kind": "INTERIM",
                 "reviewed": {"resource": "basis-documents", "id": "plan"}, "firstDay": "2013-01-01",
                 "lastDay": "2013-12-31"}""");
        TOWNSHIP.record("commune.decides", "programmes", """
                {"id": "programme", "effectiveOn": "2014-01-01", "organisation": "commune", "kind": "PLAN",
                 "subject": "Kế hoạch", "firstDay": "2014-01-01", "targets": [{"key": "cells", "indicator": "Chi bộ",
                 "unit": "chi bộ", "planned": {"value": 2}, "dueOn": "2014-12-31"}]}""");
    }

    /** A step that is refused, and of which nothing is recorded. */
    private static JsonNode refused(String user, String address, JsonNode body, String code) {
        long tail = TOWNSHIP.tail();
        Answer answer = TOWNSHIP.send(user, address, body);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(TOWNSHIP.tail()).isEqualTo(tail);
        return answer.json();
    }

    private static ObjectNode freezing(String figure, int value, long position) {
        return (ObjectNode) JSON.readTree("""
                {"effectiveOn": "2014-01-16", "position": %d, "figures": [
                 {"figure": "%s", "scope": "commune", "effectiveOn": "2013-12-31", "value": {"value": %d}}]}"""
                .formatted(position, figure, value));
    }

    private static JsonNode frozen() {
        return TOWNSHIP.read("reviews/review/figures", Map.of("effectiveOn", "2014-06-30")).json();
    }

    @Test
    void a_review_freezes_what_the_ledger_gives_where_it_stood_and_nothing_else() {
        long before = TOWNSHIP.tail();
        TOWNSHIP.register("cell-3", "CELL", "Tổ chức cell-3", Map.of("partySuperior", "commune"));
        long now = TOWNSHIP.tail();

        JsonNode other = refused("commune.decides", FREEZE, freezing(CELLS, 3, before), "figure/comes-to-another");
        assertThat(other.path("said").asString()).isEqualTo("3");
        assertThat(other.path("comesTo").asString()).as("before the third cell was registered").isEqualTo("2");
        TOWNSHIP.record("commune.decides", FREEZE, freezing(CELLS, 2, before).toString());
        assertThat(frozen().path("agree").asBoolean()).isTrue();
        TOWNSHIP.record("commune.decides", FREEZE, freezing(CELLS, 3, now).toString());
        TOWNSHIP.register("cell-4", "CELL", "Tổ chức cell-4", Map.of("partySuperior", "commune"));
        assertThat(frozen().path("agree").asBoolean()).as("what is recorded later changes nothing there").isTrue();
    }

    @Test
    void an_unknown_figure_names_those_that_are_nearly_called_so() {
        JsonNode problem = refused(
                "commune.decides", FREEZE, freezing("openCellAssigments", 1, TOWNSHIP.tail()), "figure/unknown-name");

        assertThat(problem.path("near").valueStream().map(JsonNode::asString)).startsWith("openCellAssignments");
        assertThat(problem.path("detail").asString()).contains("openCellAssignments");
    }

    @Test
    void no_position_is_named_to_which_the_ledger_has_not_come() {
        long tail = TOWNSHIP.tail();

        JsonNode problem = refused(
                "commune.decides", FREEZE, freezing(CELLS, 2, tail + 1), "figure/beyond-the-ledger");

        assertThat(problem.path("tail").asLong()).isEqualTo(tail);
    }

    @Test
    void a_correction_and_a_trial_are_held_against_the_ledger_as_well() {
        long position = TOWNSHIP.tail();
        int count = count(position);
        long sequence = TOWNSHIP.record("commune.decides", FREEZE, freezing(CELLS, count, position).toString())
                .json().path("sequence").asLong();
        ObjectNode replacement = freezing(CELLS, count + 1, position);
        replacement.put("event", "review.figures-frozen");
        ObjectNode correction = JSON.createObjectNode()
                .put("effectiveOn", "2014-01-17").put("corrects", sequence).put("reason", "Ghi nhầm");
        correction.set("replacement", replacement);

        refused("commune.decides", "reviews/review/correct", correction, "figure/comes-to-another");
        refused("commune.decides", FREEZE + "?dryRun=true", freezing(CELLS, count + 1, position),
                "figure/comes-to-another");
    }

    @Test
    void progress_that_names_a_figure_is_what_the_figure_comes_to() {
        long position = TOWNSHIP.tail();
        String address = "programmes/programme/report-progress";
        int count = count(position);

        refused("commune.records", address, progress(count + 5, position), "figure/comes-to-another");
        TOWNSHIP.record("commune.records", address, progress(count, position).toString());

        JsonNode figures =
                TOWNSHIP.read("programmes/programme/figures", Map.of("effectiveOn", "2014-06-30")).json();
        assertThat(figures.path("figures").size()).isOne();
        assertThat(figures.path("agree").asBoolean()).isTrue();
    }

    private static JsonNode progress(int achieved, long position) {
        return JSON.readTree("""
                {"effectiveOn": "2014-06-01", "target": "cells", "achieved": {"value": %d}, "computedFrom":
                 {"figure": "%s", "scope": "commune", "effectiveOn": "2013-12-31", "position": %d}}"""
                .formatted(achieved, CELLS, position));
    }

    /** What the ledger gives at a position. */
    private static int count(long position) {
        return TOWNSHIP.read("figures/" + CELLS + "/to-be-recorded", Map.of(
                "scope", "commune", "effectiveOn", "2013-12-31", "knownOn", Long.toString(position)))
                .json().path("value").asInt();
    }
}
