package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class FiguresOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_figures_of_dong_thap_are_those_of_its_report(QuerySide side) {
        Province dongThap = new Province(side, "dt").dongThap();
        String now = "?scope=" + dongThap.id("p") + "&effectiveOn=2020-03-03";
        String before = "?scope=" + dongThap.id("p") + "&effectiveOn=2018-05-31";

        assertThat(value(side, "communes" + now).intValue()).isEqualTo(8);
        assertThat(value(side, "posts" + now).intValue()).isEqualTo(5);
        assertThat(value(side, "cells" + now).intValue()).isEqualTo(33);
        assertThat(value(side, "cellsCovered" + now).intValue()).isEqualTo(33);
        assertThat(value(side, "openCellAssignments" + before).intValue()).isEqualTo(33);
        assertThat(value(side, "openCellAssignments" + now).intValue()).isEqualTo(66);
        assertThat(value(side, "basisDocumentsInForce" + before).toString()).isEqualTo("[\"09-QĐ/TU\"]");
        assertThat(value(side, "basisDocumentsInForce" + now).toString()).isEqualTo("[\"04\",\"681-CT/ĐU\"]");
        Answer growth = side.get("/api/v1/figures/openCellAssignmentsGrowth" + now + "&comparedWith=2018-05-31");
        assertThat(growth.at("/value").toString()).isEqualTo("2");
        assertThat(growth.at("/compared").intValue()).isEqualTo(33);
        Answer compared = side.get("/api/v1/figures/openCellAssignments" + now + "&comparedWith=2018-05-31");
        assertThat(compared.at("/value").intValue()).isEqualTo(66);
        assertThat(compared.at("/growth").toString()).isEqualTo("2");
        assertThat(value(side, "openCellAssignments?scope=" + dongThap.id("s5") + "&effectiveOn=2020-03-03")
                        .intValue())
                .isEqualTo(8);
        assertThat(value(side, "basisDocumentsInForce?scope=" + dongThap.id("x7") + "&effectiveOn=2018-05-31")
                        .toString())
                .isEqualTo("[\"09-QĐ/TU\"]");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_figure_opens_into_the_records_behind_it_page_by_page(QuerySide side) {
        Province province = new Province(side, "fp").small();
        for (int i = 0; i < 5; i++) {
            side.record(province.assignment("a" + i, "m1", "s1", "c1", "x1", "2015-01-01"));
        }
        String path = "/api/v1/figures/openCellAssignments/records?limit=2&effectiveOn=2016-01-01&scope="
                + province.id("d");

        Answer first = side.get(path);
        side.record(province.assignment("a-late", "m1", "s1", "c1", "x1", "2015-01-01"));
        Answer second = side.get(path + "&after=" + first.at("/next").asString());
        Answer third = side.get(path + "&after=" + second.at("/next").asString());

        assertThat(Stream.of(first, second, third)
                        .flatMap(a -> a.at("/items").valueStream())
                        .map(i -> i.get("id").asString()))
                .as("all pages are of the position of the first")
                .containsExactly(
                        province.id("a0"), province.id("a1"), province.id("a2"), province.id("a3"), province.id("a4"));
        assertThat(third.at("/next").isNull()).isTrue();
        assertThat(first.at("/items/0/facts/stage").asString()).isEqualTo("ASSIGNED");
        assertThat(side.get(path.replace("limit=2", "limit=200")).at("/items").size()).isEqualTo(6);
        assertThat(side.get("/api/v1/cell-assignments/" + province.id("a0") + "/events")
                        .at("/events")
                        .size())
                .isEqualTo(5);
        assertThat(side.get(path.replace("2016-01-01", "2016-01-02") + "&after="
                                + first.at("/next").asString())
                        .type())
                .isEqualTo("/problems/invalid-parameter");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_child_reattached_late_moves_the_figure_only_where_and_since_it_is_known(QuerySide side) {
        Province province = new Province(side, "re").small();
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.organisation(
                "d2", OrganisationKind.DISTRICT_PARTY_COMMITTEE, "p", null));
        long before = side.lastPosition();
        side.record(province.administrator("c1", new OrganisationEvent.Reattached(
                Province.day("2017-01-01"), Line.PARTY, province.organisationId("d2"), null, List.of())));
        long after = side.lastPosition();

        String figure = "openCellAssignments?scope=" + province.id("d") + "&effectiveOn=";
        assertThat(value(side, figure + "2016-12-31&knownOn=" + before).intValue()).isEqualTo(1);
        assertThat(value(side, figure + "2017-01-01&knownOn=" + before).intValue()).isEqualTo(1);
        assertThat(value(side, figure + "2016-12-31&knownOn=" + after).intValue()).isEqualTo(1);
        assertThat(value(side, figure + "2017-01-01&knownOn=" + after).intValue()).isZero();
        String other = "openCellAssignments?scope=" + province.id("d2") + "&effectiveOn=2017-01-01&knownOn=";
        assertThat(value(side, other + before).intValue()).isZero();
        assertThat(value(side, other + after).intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void organisations_that_stand_under_each_other_in_a_circle_count_once(QuerySide side) {
        Province province = new Province(side, "ci").small();
        side.record(province.administrator("p", new OrganisationEvent.Reattached(
                Province.day("2012-01-01"), Line.PARTY, province.organisationId("d"), null, List.of())));

        assertThat(value(side, "communes?scope=" + province.id("d") + "&effectiveOn=2013-01-01")
                        .intValue())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_quantity_is_that_of_the_scope_itself_with_its_quality(QuerySide side) {
        Province province = new Province(side, "qu").small();
        String scope = "?effectiveOn=2013-01-01&scope=" + province.id("b");

        assertThat(value(side, "coastKm" + scope).intValue()).isEqualTo(254);
        Answer sea = side.get("/api/v1/figures/seaKm2" + scope);
        assertThat(sea.at("/value").intValue()).isEqualTo(80_000);
        assertThat(sea.at("/quality").asString()).isEqualTo("ABOUT");
        Answer none = side.get("/api/v1/figures/borderKm" + scope);
        assertThat(none.at("/value").isNull()).isTrue();
        assertThat(none.at("/quality").asString()).isEqualTo("NOT_STATED");
        assertThat(value(side, "members" + scope).intValue()).isEqualTo(2);
        assertThat(value(side, "districts?effectiveOn=2013-01-01&scope=" + province.id("p"))
                        .intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_figure_that_cannot_be_told_says_why(QuerySide side) {
        new Province(side, "wh").small();
        assertThat(side.get("/api/v1/figures/none").type()).isEqualTo("/problems/read/unknown-figure");
        assertThat(side.get("/api/v1/figures/coastKm").type()).isEqualTo("/problems/missing-parameter");
        assertThat(side.get("/api/v1/figures/openCellAssignmentsGrowth").type())
                .isEqualTo("/problems/missing-parameter");
        Answer scope = side.get("/api/v1/figures/communes?scope=nowhere");
        assertThat(scope.type()).isEqualTo("/problems/unknown-record");
        assertThat(scope.status()).isEqualTo(404);
        Answer notYet = side.get("/api/v1/figures/communes?effectiveOn=2009-12-31&scope=wh-p");
        assertThat(notYet.type()).isEqualTo("/problems/unknown-record");
        assertThat(side.get("/api/v1/figures/basisDocumentsInForce?comparedWith=2020-01-01").type())
                .isEqualTo("/problems/unknown-parameter");
        assertThat(side.get("/api/v1/figures/communes?effectiveOn=2020-02-30").type())
                .isEqualTo("/problems/invalid-parameter");
        JsonNode all = side.getAs("recorder", "/api/v1/figures").at("/figures");
        assertThat(all.size()).isEqualTo(17);
        assertThat(all.at("/0/title").asString()).isNotBlank();
    }

    private static JsonNode value(QuerySide side, String figure) {
        Answer answer = side.get("/api/v1/figures/" + figure);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value");
    }
}
