package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures on several days, and within periods. */
class FigureTrendsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_trend_tells_a_figure_on_each_day_as_known_at_one_position(QuerySide side) {
        Province province = new Province(side, "td").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2016-03-15"));
        long before = side.lastPosition();
        side.record(province.assignment(
                "a1", "s1", "ends", new CellAssignmentEvent.Ended(Province.day("2017-06-01"), Province.REASON)));
        String scope = "&scope=" + province.id("p");

        assertThat(points(trend(side, "openCellAssignments", "?from=2014-12-31&to=2018-12-31&step=year" + scope)))
                .containsExactly("2014-12-31 0", "2015-12-31 1", "2016-12-31 2", "2017-12-31 1", "2018-12-31 1");
        assertThat(points(trend(
                        side, "openCellAssignments",
                        "?from=2014-12-31&to=2018-12-31&step=year&knownOn=" + before + scope)))
                .as("before the end was known")
                .containsExactly("2014-12-31 0", "2015-12-31 1", "2016-12-31 2", "2017-12-31 2", "2018-12-31 2");
        assertThat(points(trend(side, "openCellAssignments", "?from=2016-01-31&to=2016-04-30" + scope)))
                .as("months, the last day of those that are too short")
                .containsExactly("2016-01-31 1", "2016-02-29 1", "2016-03-31 2", "2016-04-30 2");
        Answer quarters = trend(side, "openCellAssignments", "?from=2016-01-01&effectiveOn=2016-08-01&step=quarter" + scope);
        assertThat(points(quarters)).containsExactly("2016-01-01 1", "2016-04-01 2", "2016-07-01 2");
        assertThat(quarters.at("/step").asString()).isEqualTo("quarter");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_day_before_there_was_such_an_organisation_has_no_value(QuerySide side) {
        Province province = new Province(side, "tn").small();

        assertThat(points(trend(
                        side, "cells", "?from=2009-01-01&to=2011-01-01&step=year&scope=" + province.id("p"))))
                .containsExactly("2009-01-01 ", "2010-01-01 2", "2011-01-01 2");
        assertThat(side.get("/api/v1/figures/cells/trend?from=2008-01-01&to=2009-01-01&scope=" + province.id("p"))
                        .type())
                .isEqualTo("/problems/unknown-record");
        Answer coast = trend(side, "coastKm", "?from=2012-01-01&to=2013-01-01&step=year&scope=" + province.id("b"));
        assertThat(points(coast)).containsExactly("2012-01-01 254", "2013-01-01 254");
        assertThat(coast.at("/points/0/quality").asString()).isEqualTo("EXACT");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_happened_is_counted_in_the_period_of_its_day_and_moves_with_a_correction(QuerySide side) {
        Province province = new Province(side, "tp").small();
        side.record(
                meeting(province, "m-1", "x1", "2019-03-10"),
                meeting(province, "m-2", "x1", "2019-03-31"),
                meeting(province, "m-3", "x2", "2019-04-01"),
                meeting(province, "m-4", "x2", "2020-01-05"));
        String scope = "&effectiveOn=2021-01-01&scope=" + province.id("p");

        assertThat(count(side, "?from=2019-03-01&to=2019-03-31" + scope)).isEqualTo(2);
        assertThat(count(side, "?from=2019-04-01&to=2019-04-01" + scope)).isEqualTo(1);
        assertThat(count(side, "?from=2019-04-01" + scope)).isEqualTo(2);
        assertThat(count(side, "?to=2019-03-10" + scope)).isEqualTo(1);
        assertThat(count(side, "?from=2019-01-01&to=2019-12-31&effectiveOn=2019-03-31&scope=" + province.id("p")))
                .as("on a day within the period, what has come")
                .isEqualTo(2);
        assertThat(count(side, "?from=2019-03-01&to=2019-03-31&effectiveOn=2021-01-01&scope=" + province.id("c2")))
                .isZero();
        assertThat(side.get("/api/v1/figures/cellMeetings/records?from=2019-03-01&to=2019-03-31" + scope)
                        .at("/items")
                        .findValuesAsString("id"))
                .containsExactly(province.id("m-1"), province.id("m-2"));

        long before = side.lastPosition();
        side.record(new Deed(
                CellMeetingState.TYPE, province.id("m-2"), recorder(province, "x1"),
                new Amendment.Corrected(
                        Province.day("2019-05-01"), 0, held(province, "x1", "2019-04-02"), "1", Province.REASON,
                        List.of())));
        assertThat(count(side, "?from=2019-03-01&to=2019-03-31" + scope)).isEqualTo(1);
        assertThat(count(side, "?from=2019-04-01&to=2019-04-30" + scope)).isEqualTo(2);
        assertThat(count(side, "?from=2019-03-01&to=2019-03-31&knownOn=" + before + scope)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_trend_tells_what_happened_in_each_step(QuerySide side) {
        Province province = new Province(side, "ts").small();
        side.record(
                meeting(province, "m-1", "x1", "2019-02-28"),
                meeting(province, "m-2", "x1", "2019-03-01"),
                meeting(province, "m-3", "x2", "2019-03-31"),
                meeting(province, "m-4", "x2", "2019-05-01"));
        String asked = "?from=2019-02-28&to=2019-05-31&scope=" + province.id("p");

        Answer each = trend(side, "cellMeetings", asked + "&perStep=true");
        assertThat(points(each)).containsExactly("2019-02-28 1", "2019-03-28 1", "2019-04-28 1", "2019-05-28 1");
        assertThat(each.at("/points").findValuesAsString("from"))
                .containsExactly("2019-01-29", "2019-03-01", "2019-03-29", "2019-04-29");
        assertThat(points(trend(side, "cellMeetings", asked)))
                .containsExactly("2019-02-28 1", "2019-03-28 2", "2019-04-28 3", "2019-05-28 4");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_trend_that_cannot_be_told_says_why(QuerySide side) {
        new Province(side, "tw").small();
        String trend = "/api/v1/figures/cells/trend";

        assertThat(side.get(trend).type()).isEqualTo("/problems/missing-parameter");
        assertThat(side.get(trend + "?from=2020-01-01&to=2019-01-01").type())
                .isEqualTo("/problems/read/period-ends-before-it-begins");
        assertThat(side.get(trend + "?from=2015-01-01&to=2020-01-01").type()).isEqualTo("/problems/read/too-many-days");
        assertThat(side.get(trend + "?from=2015-01-01&to=2019-12-31").at("/points").size()).isEqualTo(60);
        assertThat(side.get(trend + "?from=2020-01-01&to=2020-02-01&step=day").type())
                .isEqualTo("/problems/invalid-parameter");
        assertThat(side.get(trend + "?from=2020-01-01&to=2020-02-01&perStep=true").type())
                .as("cells do not happen")
                .isEqualTo("/problems/unknown-parameter");
        assertThat(side.get("/api/v1/figures/basisDocumentsInForce/trend?from=2020-01-01").type())
                .isEqualTo("/problems/read/not-broken-down");
    }

    private static Deed meeting(Province province, String local, String cell, String day) {
        return new Deed(
                CellMeetingState.TYPE, province.id(local), recorder(province, cell), held(province, cell, day));
    }

    private static RecordEvent held(Province province, String cell, String day) {
        return new CellMeetingEvent.Held(
                Province.day(day), province.organisationId(cell), new MeetingMonth(day.substring(0, 7)), List.of(),
                List.of(), List.of(), null, true);
    }

    private static Actor recorder(Province province, String organisation) {
        return new Actor("somebody", province.organisationId(organisation), Role.RECORDER);
    }

    private static int count(QuerySide side, String query) {
        Answer answer = side.get("/api/v1/figures/cellMeetings" + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }

    private static Answer trend(QuerySide side, String figure, String query) {
        Answer answer = side.get("/api/v1/figures/" + figure + "/trend" + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private static List<String> points(Answer answer) {
        return answer.at("/points").valueStream()
                .map(point -> point.at("/effectiveOn").asString() + " " + point.at("/value").asString(""))
                .toList();
    }
}
