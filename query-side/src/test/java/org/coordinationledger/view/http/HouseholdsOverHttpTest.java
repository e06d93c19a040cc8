package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.timeline.Amendment;
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

    /** m1 visited two households in 2018, two in spring 2019 and one in summer; m2 one in spring and three in summer. */
    private static Province visits(QuerySide side, String key) {
        Province province = charges(side, key);
        side.record(
                visit(province, "h1", "s1", "2018-12-01", "HO-1", "HO-2"),
                visit(province, "h1", "s1", "2019-03-10", "HO-2"),
                visit(province, "h1", "s1", "2019-03-20", "HO-3"),
                visit(province, "h2", "s1", "2019-07-01", "HO-1"),
                visit(province, "h3", "s2", "2019-03-31", "HO-2"),
                visit(province, "h3", "s2", "2019-07-01", "HO-2", "HO-3"),
                visit(province, "h3", "s2", "2019-08-01", "HO-2"));
        return province;
    }

    private static Deed visit(Province province, String local, String post, String day, String... households) {
        return step(province, local, post, new HouseholdAssignmentEvent.VisitRecorded(
                Province.day(day), codes(households)));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void visits_within_a_period_are_those_made_in_it(QuerySide side) {
        Province province = visits(side, "ho5");
        String quarter = "2019-12-31&from=2019-01-01&to=2019-03-31";

        assertThat(value(side, "householdVisits", province, "p", "2019-12-31")).isEqualTo(9);
        assertThat(value(side, "householdVisits", province, "p", quarter)).isEqualTo(3);
        assertThat(value(side, "householdVisits", province, "s1", quarter)).isEqualTo(2);
        assertThat(value(side, "householdVisits", province, "x1", "2019-12-31&from=2019-03-20")).isEqualTo(1);
        assertThat(value(side, "householdVisits", province, "x1", "2019-12-31&to=2019-03-10")).isEqualTo(3);
        assertThat(value(side, "householdVisits", province, "s2", "2019-07-01&from=2019-07-01&to=2019-12-31")).isEqualTo(2);
        assertThat(value(side, "householdVisits", province, "p", "2019-12-31&from=2019-09-01")).isZero();
        Answer posts = side.get("/api/v1/figures/householdVisits/by-organisation?by=command&scope=%s&effectiveOn=%s"
                .formatted(province.id("b"), quarter));
        assertThat(posts.at("/rows").valueStream().map(row -> row.at("/value").intValue())).containsExactly(2, 1);
        Answer quarters = side.get("/api/v1/figures/householdVisits/trend?scope=%s&from=2018-12-31&to=2019-09-30"
                .formatted(province.id("p")) + "&step=quarter&perStep=true");
        assertThat(quarters.at("/points").valueStream().map(point -> point.at("/value").intValue()))
                .containsExactly(2, 3, 0, 4);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void who_asks_why_is_told_whose_visits_of_the_period_they_are(QuerySide side) {
        Province province = visits(side, "ho6");
        String quarter = "?effectiveOn=2019-12-31&from=2019-01-01&to=2019-03-31&scope=" + province.id("p");

        Answer list = side.get("/api/v1/figures/householdVisits/records" + quarter);
        assertThat(list.at("/items").findValuesAsString("id"))
                .containsExactlyInAnyOrder(province.id("h1"), province.id("h3"));
        Answer why = side.get("/api/v1/figures/householdVisits/why" + quarter);
        assertThat(why.at("/value").intValue()).isEqualTo(3);
        assertThat(why.at("/organisations").valueStream()
                        .flatMap(part -> part.at("/shown").valueStream())
                        .map(row -> row.at("/id").asString() + " " + row.at("/value/value").intValue()))
                .containsExactlyInAnyOrder(province.id("h1") + " 2", province.id("h3") + " 1");
        Answer compared = side.get("/api/v1/figures/householdVisits/why?effectiveOn=2019-12-31&from=2019-03-15"
                + "&comparedWith=2019-06-30&scope=" + province.id("p"));
        assertThat(compared.at("/value").intValue()).isEqualTo(6);
        assertThat(compared.at("/compared").intValue()).isEqualTo(2);
        assertThat(compared.at("/change/added/shown").findValuesAsString("id")).containsExactly(province.id("h2"));
        assertThat(compared.at("/change/changed/shown/0/id").asString()).isEqualTo(province.id("h3"));
        assertThat(compared.at("/change/changed/shown/0/value/value").intValue()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_period_before_the_scope_was_there_has_no_visits(QuerySide side) {
        Province province = visits(side, "ho7");

        assertThat(value(side, "householdVisits", province, "s1", "2019-12-31&from=2001-01-01&to=2001-12-31")).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void of_what_was_voided_only_what_would_lie_in_the_period_is_told(QuerySide side) {
        Province province = visits(side, "ho8");
        side.record(step(province, "h1", "s1", new Amendment.Voided(
                Province.day("2019-03-10"), 3, Province.REASON, List.of())));

        Answer why = side.get("/api/v1/figures/householdVisits/why?effectiveOn=2019-12-31&from=2019-03-05&to=2019-03-15&scope="
                + province.id("p"));

        assertThat(why.at("/value").intValue()).isZero();
        assertThat(why.at("/fallenOut/count").intValue()).isEqualTo(1);
        assertThat(why.at("/fallenOut/shown/0/id").asString()).isEqualTo(province.id("h1"));
        assertThat(why.at("/fallenOut/shown/0/value/value").intValue()).isEqualTo(1);
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
