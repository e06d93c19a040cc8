package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Why a figure has its value. */
class FigureReasonsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_figure_names_its_records_by_organisation_and_the_step_that_made_each_count(QuerySide side) {
        Province province = new Province(side, "yr").small();
        long first = side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2016-01-01"));
        long corrected = side.record(new Deed(
                CellAssignmentState.TYPE, province.id("a2"),
                new Actor("assigns", province.organisationId("c2"), Role.APPROVER),
                new Amendment.Corrected(
                        Province.day("2016-02-01"), 4,
                        new CellAssignmentEvent.Assigned(
                                Province.day("2016-01-10"), province.organisationId("x2"), List.of()),
                        "1", Province.REASON, List.of())));

        Answer why = why(side, "openCellAssignments", "?effectiveOn=2017-01-01&scope=" + province.id("p"));
        assertThat(why.at("/value").intValue()).isEqualTo(2);
        assertThat(why.at("/recordCount").intValue()).isEqualTo(2);
        assertThat(why.at("/organisationCount").intValue()).isEqualTo(2);
        assertThat(why.at("/title").asString()).isNotBlank();
        assertThat(why.at("/definition").asString()).contains("tạm dừng");
        assertThat(why.at("/organisations").findValuesAsString("organisation"))
                .containsExactly(province.id("s1"), province.id("s2"));
        assertThat(why.at("/organisations/0/name").asString()).isEqualTo("BORDER_POST s1");
        JsonNode a1 = why.at("/organisations/0/shown/0");
        assertThat(a1.at("/id").asString()).isEqualTo(province.id("a1"));
        assertThat(a1.at("/title").asString()).isEqualTo(province.id("m1") + " · " + province.id("x1"));
        assertThat(a1.at("/since").asString()).isEqualTo("2015-01-01");
        assertThat(a1.at("/step/event").asString()).isEqualTo("cell-assignment.assigned");
        assertThat(a1.at("/step/position").longValue()).isEqualTo(first);
        assertThat(a1.at("/step/sequence").longValue()).isEqualTo(4);
        assertThat(a1.at("/step/effectiveOn").asString()).isEqualTo("2015-01-01");
        JsonNode a2 = why.at("/organisations/1/shown/0");
        assertThat(a2.at("/since").asString()).as("as it was corrected").isEqualTo("2016-01-10");
        assertThat(a2.at("/step/sequence").longValue()).as("the step itself, which was only moved").isEqualTo(4);
        assertThat(side.get(a1.at("/record").asString()).at("/state/stage").asString()).isEqualTo("ASSIGNED");
        assertThat(side.get(a1.at("/history").asString()).at("/steps").size()).isEqualTo(5);
        assertThat(side.get(why.at("/records").asString()).at("/items").size()).isEqualTo(2);

        Answer between = why(side, "openCellAssignments", "?effectiveOn=2016-01-05&comparedKnownOn=" + (corrected - 1)
                + "&scope=" + province.id("p"));
        assertThat(between.at("/value").intValue()).isEqualTo(1);
        assertThat(between.at("/compared").intValue()).isEqualTo(2);
        assertThat(between.at("/change/gone/count").intValue()).isEqualTo(1);
        assertThat(between.at("/change/gone/shown/0/id").asString()).isEqualTo(province.id("a2"));
        assertThat(between.at("/change/gone/shown/0/step/position").longValue()).isEqualTo(corrected);
        assertThat(between.at("/change/gone/shown/0").has("since")).as("it never did by then").isFalse();
        assertThat(between.at("/change/added/count").intValue()).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void between_two_days_it_is_said_what_came_and_what_went(QuerySide side) {
        Province province = new Province(side, "yd").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        long second = side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2016-01-01"));
        long ended = side.record(province.assignment(
                "a1", "s1", "ends", new CellAssignmentEvent.Ended(Province.day("2017-06-01"), Province.REASON)));

        Answer why = why(side, "openCellAssignments", "?effectiveOn=2018-01-01&comparedWith=2015-06-01&scope="
                + province.id("p"));
        assertThat(why.at("/value").intValue()).isEqualTo(1);
        assertThat(why.at("/compared").intValue()).isEqualTo(1);
        assertThat(why.at("/change/effectiveOn").asString()).isEqualTo("2015-06-01");
        assertThat(why.at("/change/added/shown").findValuesAsString("id")).containsExactly(province.id("a2"));
        assertThat(why.at("/change/added/shown/0/step/position").longValue()).isEqualTo(second);
        JsonNode gone = why.at("/change/gone/shown/0");
        assertThat(gone.at("/id").asString()).isEqualTo(province.id("a1"));
        assertThat(gone.at("/since").asString()).isEqualTo("2017-06-01");
        assertThat(gone.at("/step/event").asString()).isEqualTo("cell-assignment.ended");
        assertThat(gone.at("/step/position").longValue()).isEqualTo(ended);
        assertThat(why.at("/change/changed/count").intValue()).isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_falls_out_because_an_heir_s_registration_is_voided_is_told_with_the_voiding(QuerySide side) {
        Province province = new Province(side, "yv").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2015-01-01"));
        long inherited = side.record(
                province.organisation("h", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "d", null),
                province.administrator("x1", new OrganisationEvent.Reattached(
                        Province.day("2020-01-01"), Line.PARTY, province.organisationId("h"), null, List.of())),
                province.administrator("c1", new OrganisationEvent.Dissolved(
                        Province.day("2020-01-01"), OrganisationEvent.Manner.MERGED,
                        List.of(province.organisationId("h")), Province.REASON, List.of())),
                province.assignment("a1", "h", "passes", new Succession.Inherited(
                        Province.day("2020-01-01"), province.organisationId("c1"), province.organisationId("h"), null,
                        List.of())));
        long voided = side.record(province.administrator("h", new Amendment.Voided(
                Province.day("2021-01-01"), 0, Province.REASON, List.of())));
        String asked = "?effectiveOn=2020-06-01&scope=" + province.id("d");

        Answer before = why(side, "openCellAssignments", asked + "&knownOn=" + inherited);
        assertThat(before.at("/value").intValue()).isEqualTo(2);
        assertThat(before.at("/fallenOut/count").intValue()).isZero();
        assertThat(before.at("/fallenOut/whole").booleanValue()).isTrue();

        Answer since = why(side, "openCellAssignments", asked);
        assertThat(since.at("/value").intValue()).isEqualTo(1);
        assertThat(since.at("/fallenOut/count").intValue()).isEqualTo(1);
        JsonNode fallen = since.at("/fallenOut/shown/0");
        assertThat(fallen.at("/id").asString()).isEqualTo(province.id("a1"));
        assertThat(fallen.at("/by/resource").asString()).isEqualTo("organisations");
        assertThat(fallen.at("/by/id").asString()).isEqualTo(province.id("h"));
        assertThat(fallen.at("/step/event").asString()).isEqualTo("record.voided");
        assertThat(fallen.at("/step/position").longValue()).isEqualTo(voided);
        assertThat(side.get(fallen.at("/record").asString()).at("/state/stage").asString()).isEqualTo("ASSIGNED");
        assertThat(why(side, "communes", asked).at("/fallenOut/shown/0/id").asString())
                .as("the heir itself, which is known no more").isEqualTo(province.id("h"));
        assertThat(why(side, "openCellAssignments", "?effectiveOn=2019-06-01&scope=" + province.id("d"))
                        .at("/fallenOut/count").intValue())
                .as("on a day on which the heir had nothing yet").isZero();
        assertThat(why(side, "openCellAssignments", "?effectiveOn=2020-06-01&scope=" + province.id("s1"))
                        .at("/fallenOut/count").intValue())
                .as("the post still places it").isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_falls_out_because_a_step_of_its_own_is_voided_is_told_and_what_ended_is_not(QuerySide side) {
        Province province = new Province(side, "yw").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2015-01-01"));
        side.record(province.assignment(
                "a2", "s2", "ends", new CellAssignmentEvent.Ended(Province.day("2016-01-01"), Province.REASON)));
        long voided = side.record(province.assignment("a1", "c1", "voids", new Amendment.Voided(
                Province.day("2016-02-01"), 4, Province.REASON, List.of())));

        Answer why = why(side, "openCellAssignments", "?effectiveOn=2017-01-01&scope=" + province.id("p"));
        assertThat(why.at("/value").intValue()).isZero();
        assertThat(why.at("/fallenOut/shown").findValuesAsString("id")).contains(province.id("a1"));
        assertThat(why.at("/fallenOut/count").intValue()).isEqualTo(1);
        assertThat(why.at("/fallenOut/shown/0/by/resource").asString()).isEqualTo("cell-assignments");
        assertThat(why.at("/fallenOut/shown/0/step/position").longValue()).isEqualTo(voided);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_sum_says_which_records_have_another_value(QuerySide side) {
        Province province = new Province(side, "ys").small();
        side.record(
                step(province, "g1", new SupportActivityEvent.Promised(
                        Province.day("2016-01-01"), SupportKind.BUDGET, province.organisationId("b"),
                        List.of(province.organisationId("c1")), vnd("900"), null, false, null, List.of(), false)),
                step(province, "g1", new SupportActivityEvent.PromiseKept(Province.day("2016-03-01"), vnd("300"))),
                step(province, "g1", new SupportActivityEvent.PromiseKept(Province.day("2017-03-01"), vnd("200"))));

        Answer why = why(side, "supportGivenVnd", "?effectiveOn=2018-01-01&comparedWith=2016-12-31&scope="
                + province.id("c1"));
        assertThat(why.at("/value").intValue()).isEqualTo(500);
        assertThat(why.at("/compared").intValue()).isEqualTo(300);
        assertThat(why.at("/organisations/0/organisation").asString())
                .as("the one in the scope, not the giver")
                .isEqualTo(province.id("c1"));
        assertThat(why.at("/change/changed/count").intValue()).isEqualTo(1);
        assertThat(why.at("/change/changed/shown/0/value/value").intValue()).isEqualTo(500);
        assertThat(why.at("/change/added/count").intValue()).isZero();
        assertThat(why(side, "supportGivenVnd", "?from=2017-01-01&effectiveOn=2018-01-01&scope=" + province.id("c1"))
                        .at("/recordCount")
                        .intValue())
                .as("it was first given in 2016")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void no_more_records_are_shown_than_the_bound_and_all_are_counted(QuerySide side) {
        Province province = new Province(side, "yb").small();
        for (int i = 0; i < 101; i++) {
            side.record(province.assignment("a%03d".formatted(i), "m1", i < 99 ? "s1" : "s2", "c1", "x1", "2015-01-01"));
        }

        Answer why = why(side, "openCellAssignments", "?effectiveOn=2016-01-01&comparedWith=2014-01-01&scope="
                + province.id("p"));
        assertThat(why.at("/recordCount").intValue()).isEqualTo(101);
        assertThat(why.at("/organisations").valueStream().map(one -> one.at("/records").intValue()))
                .containsExactly(99, 2);
        assertThat(why.at("/organisations").valueStream().mapToInt(one -> one.at("/shown").size()).sum())
                .isEqualTo(100);
        assertThat(why.at("/change/added/count").intValue()).isEqualTo(101);
        assertThat(why.at("/change/added/shown").size()).isEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void every_figure_says_what_it_is_in_both_languages(QuerySide side) {
        Province province = new Province(side, "yl").small();
        String path = "/api/v1/figures/cells/why?effectiveOn=2016-01-01&scope=" + province.id("p");

        Answer english = side.send(side.request(path + "&waitForPosition=" + side.lastPosition(), "recorder")
                .header("Accept-Language", "en"));
        assertThat(english.at("/definition").asString()).startsWith("Party cells");
        assertThat(english.at("/organisations/0/shown/0/step/title").asString()).isNotBlank();
        assertThat(side.get(path).at("/definition").asString()).startsWith("Chi bộ");
        assertThat(side.get("/api/v1/figures/coastKm/why?effectiveOn=2016-01-01&scope=" + province.id("b"))
                        .at("/value")
                        .intValue())
                .isEqualTo(254);
        assertThat(side.get("/api/v1/figures/cells/why?scope=nowhere").type()).isEqualTo("/problems/unknown-record");
        assertThat(side.get("/api/v1/figures/cells/why?comparedKnownOn=yesterday").type())
                .isEqualTo("/problems/invalid-parameter");
    }

    private static Deed step(Province province, String local, SupportActivityEvent event) {
        return new Deed(
                SupportActivityState.TYPE, province.id(local),
                new Actor("recorder", province.organisationId("b"), Role.RECORDER), event);
    }

    private static Extent vnd(String amount) {
        return new Extent(new Quantity(new BigDecimal(amount), Quality.EXACT, null), null);
    }

    private static Answer why(QuerySide side, String figure, String query) {
        Answer answer = side.get("/api/v1/figures/" + figure + "/why" + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }
}
