package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Lists and figures of household assignments. */
class HouseholdsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    private static Deed step(Province province, String local, String post, RecordEvent event) {
        return new Deed(
                HouseholdAssignmentState.TYPE, province.id(local),
                new Actor("somebody", province.organisationId(post), Role.APPROVER), event);
    }

    /** Agreed on the first of October 2018, in charge of households from the first of November on. */
    private static void charge(QuerySide side, Province province, String local, String member, String post,
            String commune, String cell, String... households) {
        side.record(
                step(province, local, post, new HouseholdAssignmentEvent.Agreed(
                        Province.day("2018-10-01"), new MemberId(province.id(member)), province.organisationId(post),
                        province.organisationId(commune), province.organisationId(cell), List.of(), true)),
                step(province, local, post, new HouseholdAssignmentEvent.Assigned(
                        Province.day("2018-11-01"), codes(households), List.of())));
    }

    /** m1 of s1 has three households in x1 and one in x2; m2 of s2 has two in x2. */
    private static Province charges(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        charge(side, province, "h1", "m1", "s1", "c1", "x1", "HO-1", "HO-2", "HO-3");
        charge(side, province, "h2", "m1", "s1", "c2", "x2", "HO-1");
        charge(side, province, "h3", "m2", "s2", "c2", "x2", "HO-2", "HO-3");
        return province;
    }

    @ParameterizedTest
    @MethodSource("sides")
    void members_and_households_in_charge_are_told_by_post_and_by_cell_and_all_above(QuerySide side) {
        Province province = charges(side, "ho1");

        assertThat(value(side, "householdsInCharge", province, "d", "2018-11-01")).isEqualTo(6);
        assertThat(value(side, "householdsInCharge", province, "c2", "2018-11-01")).isEqualTo(3);
        assertThat(value(side, "householdsInCharge", province, "s1", "2018-11-01")).isEqualTo(4);
        assertThat(value(side, "householdsInCharge", province, "x1", "2018-10-31")).isZero();
        assertThat(value(side, "membersInChargeOfHouseholds", province, "d", "2018-11-01")).isEqualTo(2);
        assertThat(value(side, "membersInChargeOfHouseholds", province, "b", "2018-11-01")).isEqualTo(2);
        assertThat(value(side, "membersInChargeOfHouseholds", province, "s1", "2018-11-01")).isEqualTo(1);
        assertThat(value(side, "membersInChargeOfHouseholds", province, "x2", "2018-10-31")).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_hand_over_moves_households_and_visits_stay_with_who_made_them(QuerySide side) {
        Province province = charges(side, "ho2");
        charge(side, province, "h4", "m2", "s1", "c2", "x2", "HO-4");
        side.record(
                step(province, "h2", "s1", new HouseholdAssignmentEvent.VisitRecorded(
                        Province.day("2018-12-01"), codes("HO-1"))),
                step(province, "h3", "s2", new HouseholdAssignmentEvent.VisitRecorded(
                        Province.day("2018-12-02"), codes("HO-2", "HO-3"))),
                step(province, "h2", "s1", new HouseholdAssignmentEvent.HandedOver(
                        Province.day("2019-01-01"), new HouseholdAssignmentId(province.id("h4")), codes("HO-1"))),
                step(province, "h4", "s1", new HouseholdAssignmentEvent.TakenOver(
                        Province.day("2019-01-01"), new HouseholdAssignmentId(province.id("h2")), 3, codes("HO-1"))));

        assertThat(value(side, "householdsInCharge", province, "x2", "2018-12-31")).isEqualTo(4);
        assertThat(value(side, "householdsInCharge", province, "x2", "2019-01-01")).isEqualTo(4);
        assertThat(value(side, "membersInChargeOfHouseholds", province, "x2", "2018-12-31")).isEqualTo(2);
        assertThat(value(side, "membersInChargeOfHouseholds", province, "x2", "2019-01-01")).isEqualTo(1);
        assertThat(value(side, "householdVisits", province, "s1", "2019-01-01")).isEqualTo(1);
        assertThat(value(side, "householdVisits", province, "x2", "2018-12-01")).isEqualTo(1);
        assertThat(value(side, "householdVisits", province, "x2", "2018-12-02")).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_list_tells_how_many_households_and_the_record_which(QuerySide side) {
        Province province = charges(side, "ho3");

        JsonNode facts = side.get("/api/v1/household-assignments?effectiveOn=2018-11-01&filter.cell=" + province.id("x1"))
                .at("/items/0/facts");
        assertThat(facts.at("/households/value").intValue()).isEqualTo(3);
        assertThat(facts.toString()).doesNotContain("HO-1");
        assertThat(facts.get("open").asBoolean()).isTrue();
        assertThat(facts.get("illustrative").asBoolean()).isTrue();
        assertThat(facts.get("member").asString()).isEqualTo(province.id("m1"));
        assertThat(side.get("/api/v1/household-assignments/" + province.id("h1") + "?effectiveOn=2018-11-01")
                        .at("/state/households/2")
                        .asString())
                .isEqualTo("HO-3");
        JsonNode before = side.get("/api/v1/household-assignments?effectiveOn=2018-10-31&filter.cell="
                        + province.id("x1"))
                .at("/items/0/facts");
        assertThat(before.get("stage").asString()).isEqualTo("AGREED");
        assertThat(before.get("open").asBoolean()).isFalse();
        assertThat(before.get("unfinished").asBoolean()).isTrue();
        assertThat(before.at("/waiting/0/what").asString()).isEqualTo("HOUSEHOLDS_ASSIGNMENT");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_has_not_ended_is_left_open_by_a_dissolved_cell(QuerySide side) {
        Province province = charges(side, "ho4");
        side.record(step(province, "h2", "s1", new HouseholdAssignmentEvent.Ended(
                Province.day("2019-06-01"), Province.REASON)));
        String leftOpen = "/api/v1/organisations/" + province.id("x2") + "/left-open?effectiveOn=";

        assertThat(side.get(leftOpen + "2019-05-31").at("/items").findValuesAsString("id"))
                .contains(province.id("h2"), province.id("h3"));
        assertThat(side.get(leftOpen + "2019-06-01").at("/items").findValuesAsString("id"))
                .contains(province.id("h3"))
                .doesNotContain(province.id("h2"));
    }

    private static List<HouseholdCode> codes(String... households) {
        return Stream.of(households).map(HouseholdCode::new).toList();
    }

    private static int value(QuerySide side, String figure, Province province, String scope, String day) {
        Answer answer =
                side.get("/api/v1/figures/%s?scope=%s&effectiveOn=%s".formatted(figure, province.id(scope), day));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }
}
