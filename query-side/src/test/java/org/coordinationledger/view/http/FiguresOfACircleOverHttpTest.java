package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** All that is told of figures counts only what lies in the circle of whoever asks. */
class FiguresOfACircleOverHttpTest {

    private static final String OPEN = "openCellAssignments";
    private static final String DAY = "effectiveOn=2016-01-01";

    static Stream<QuerySide> sides() {
        return OwnLine.sides();
    }

    /** In commune c1 an assignment from each post, in c2 one; the post s1 covers c1. */
    private static Province province(QuerySide side) {
        Province province = new Province(side, "rk");
        if (side.nowAs("auditor", "/api/v1/organisations/" + province.id("p") + "?" + DAY).status() != 200) {
            province.small();
            side.record(province.administrator("s1", new OrganisationEvent.TerritoryCovered(
                    Province.day("2011-01-01"), List.of(province.organisationId("c1")), null, List.of())));
            side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
            side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2015-01-01"));
            side.record(province.assignment("a3", "m2", "s2", "c1", "x1", "2015-01-01"));
        }
        return province;
    }

    private static Answer read(QuerySide side, String who, String path) {
        Answer answer = side.nowAs(who, "/api/v1/figures/" + path);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private static Map<String, Integer> rows(Answer answer, String key) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        answer.at("/rows").valueStream().forEach(row -> rows.put(row.get(key).asString(), row.get("value").intValue()));
        return rows;
    }

    private static List<String> shown(JsonNode part) {
        return part.valueStream().flatMap(one -> one.at("/shown").findValuesAsString("id").stream()).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_break_down_has_rows_of_the_circle_alone_and_counts_nothing_else(QuerySide side) {
        Province province = province(side);
        String c1 = province.id("c1");
        String byOrganisation = OPEN + "/by-organisation?" + DAY;
        String communes = byOrganisation + "&kind=COMMUNE_PARTY_COMMITTEE";

        Answer own = read(side, c1, byOrganisation);
        assertThat(rows(own, "organisation")).as("the highest of the circle").containsExactlyEntriesOf(Map.of(c1, 2));
        assertThat(own.at("/total/value").intValue()).isEqualTo(2);
        assertThat(own.at("/rest/value").intValue()).isZero();
        assertThat(own.at("/count").intValue()).isEqualTo(1);
        assertThat(rows(read(side, c1, communes), "organisation")).isEqualTo(Map.of(c1, 2));
        assertThat(rows(read(side, c1, byOrganisation + "&scope=" + c1), "organisation"))
                .isEqualTo(Map.of(province.id("x1"), 2));
        Answer compared = read(side, c1, communes + "&comparedWith=2014-01-01");
        assertThat(compared.at("/rows/0/compared").intValue()).isZero();

        String s1 = province.id("s1");
        assertThat(rows(read(side, s1, byOrganisation), "organisation"))
                .as("what it covers stands under another line")
                .isEqualTo(Map.of(s1, 1, c1, 2));
        assertThat(rows(read(side, s1, byOrganisation + "&by=territory&scope=" + s1), "organisation"))
                .as("of the records of the post")
                .isEqualTo(Map.of(c1, 1));

        Answer all = read(side, "auditor", communes + "&scope=" + province.id("p"));
        assertThat(rows(all, "organisation")).isEqualTo(Map.of(c1, 2, province.id("c2"), 1));
        assertThat(all.at("/total/value").intValue()).isEqualTo(3);
        assertThat(rows(read(side, "auditor", communes), "organisation"))
                .containsEntry(c1, 2)
                .containsEntry(province.id("c2"), 1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_post_is_told_apart_only_as_far_as_it_acts_in_the_circle(QuerySide side) {
        Province province = province(side);
        String posts = OPEN + "/by-organisation?" + DAY + "&kind=BORDER_POST";

        assertThat(rows(read(side, province.id("c1"), posts), "organisation")).as("posts lie outside").isEmpty();
        assertThat(rows(read(side, province.id("b"), posts), "organisation"))
                .isEqualTo(Map.of(province.id("s1"), 1, province.id("s2"), 2));
        assertThat(rows(read(side, province.id("c1"), "cells/by-organisation?" + DAY
                        + "&kind=COMMUNE_PARTY_COMMITTEE&scope=" + province.id("p")), "organisation"))
                .as("organisations are read by everybody")
                .isEqualTo(Map.of(province.id("c1"), 1, province.id("c2"), 1));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_figure_by_code_counts_the_circle_alone(QuerySide side) {
        Province province = province(side);
        String byStage = OPEN + "/by/stage?" + DAY;

        Answer own = read(side, province.id("c1"), byStage);
        assertThat(own.at("/total/value").intValue()).isEqualTo(2);
        assertThat(rows(own, "code")).containsEntry("ASSIGNED", 2).containsEntry("SELECTED", 0);
        assertThat(rows(read(side, province.id("c2"), byStage), "code")).containsEntry("ASSIGNED", 1);
        Answer all = read(side, "auditor", byStage + "&scope=" + province.id("p"));
        assertThat(rows(all, "code")).containsEntry("ASSIGNED", 3);
        assertThat(read(side, "auditor", byStage).at("/total/value").intValue()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_trend_counts_the_circle_alone_on_each_day(QuerySide side) {
        Province province = province(side);
        String trend = OPEN + "/trend?from=2014-06-01&to=2016-06-01&step=year";

        assertThat(points(read(side, province.id("c1"), trend))).containsExactly(0, 2, 2);
        assertThat(points(read(side, province.id("c2"), trend))).containsExactly(0, 1, 1);
        assertThat(points(read(side, province.id("c1"), trend + "&scope=" + province.id("x1"))))
                .containsExactly(0, 2, 2);
        assertThat(points(read(side, "auditor", trend + "&scope=" + province.id("p")))).containsExactly(0, 3, 3);
    }

    private static List<Integer> points(Answer answer) {
        return answer.at("/points").valueStream().map(point -> point.get("value").intValue()).toList();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void why_names_records_of_the_circle_alone(QuerySide side) {
        Province province = province(side);
        String why = OPEN + "/why?" + DAY + "&comparedWith=2014-01-01";

        Answer own = read(side, province.id("c1"), why);
        assertThat(own.at("/value").intValue()).isEqualTo(2);
        assertThat(own.at("/recordCount").intValue()).isEqualTo(2);
        assertThat(own.at("/organisations").findValuesAsString("organisation")).containsExactly(province.id("c1"));
        assertThat(shown(own.at("/organisations"))).containsExactly(province.id("a1"), province.id("a3"));
        assertThat(own.at("/change/added/shown").findValuesAsString("id"))
                .containsExactly(province.id("a1"), province.id("a3"));
        for (JsonNode record : own.at("/change/added/shown")) {
            assertThat(side.nowAs(province.id("c1"), record.at("/record").asString()).status()).isEqualTo(200);
        }
        Answer behind = side.nowAs(province.id("c1"), own.at("/records").asString());
        assertThat(behind.at("/items").findValuesAsString("id"))
                .containsExactlyInAnyOrder(province.id("a1"), province.id("a3"));

        Answer all = read(side, "auditor", why + "&scope=" + province.id("p"));
        assertThat(shown(all.at("/organisations")))
                .containsExactly(province.id("a1"), province.id("a2"), province.id("a3"));
        assertThat(all.at("/change/added/count").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void every_kind_of_read_refuses_a_scope_outside_of_the_circle(QuerySide side) {
        Province province = province(side);
        for (String kind : List.of("?", "/records?", "/by-organisation?", "/by/stage?", "/trend?from=2015-01-01&", "/why?")) {
            String path = "/api/v1/figures/" + OPEN + kind + DAY + "&scope=";
            for (String outside : List.of("p", "c2", "s1")) {
                Answer refused = side.nowAs(province.id("c1"), path + province.id(outside));
                assertThat(refused.status()).as(kind).isEqualTo(403);
                assertThat(refused.type()).as(kind).isEqualTo("/problems/outside-reading-circle");
            }
            assertThat(side.nowAs(province.id("c1"), path + "nowhere").type())
                    .as(kind)
                    .isEqualTo("/problems/unknown-record");
            assertThat(side.nowAs(province.id("c1"), path + province.id("c1")).status()).as(kind).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_one_record_has_is_told_to_those_who_read_it(QuerySide side) {
        Province province = new Province(side, "rl").small();
        side.record(new Deed(
                AgreementState.TYPE, province.id("qc"), recorder(province, "b"),
                new AgreementEvent.Drafted(
                        Province.day("2014-01-05"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"),
                        province.organisationId("b"),
                        List.of(province.organisationId("b"), province.organisationId("c1")),
                        TextDigest.of("Quy chế"), Province.day("2014-01-01"), Province.day("2020-12-31"), null,
                        List.of(), true)));
        for (String kind : List.of("?", "/trend?from=2015-01-01&", "/why?", "/records?")) {
            String path = "/api/v1/figures/agreementParties" + kind + DAY + "&scope=" + province.id("qc");
            for (String who : List.of(province.id("c1"), province.id("b"), "auditor")) {
                assertThat(side.nowAs(who, path).status()).as(who + kind).isEqualTo(200);
            }
            assertThat(side.nowAs(province.id("c2"), path).type())
                    .as(kind)
                    .isEqualTo("/problems/unknown-record");
        }
        assertThat(points(read(side, province.id("c1"), "agreementParties/trend?from=2015-01-01&" + DAY
                        + "&step=year&scope=" + province.id("qc"))))
                .containsExactly(2, 2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void the_step_with_which_a_record_left_the_circle_is_not_told_there(QuerySide side) {
        Province province = new Province(side, "rm").small();
        side.record(support(province, promised(province, "c1")));
        long before = side.record(support(province, new SupportActivityEvent.PromiseKept(
                Province.day("2015-03-01"), vnd("300"))));
        long corrected = side.record(support(province, new Amendment.Corrected(
                Province.day("2015-06-01"), 0, promised(province, "c2"), "1", Province.REASON, List.of())));
        String why = "supportGivenVnd/why?" + DAY + "&comparedKnownOn=" + before;

        JsonNode gone = read(side, province.id("c1"), why).at("/change/gone/shown");
        assertThat(gone.findValuesAsString("id")).as("it was read as known then").containsExactly(province.id("g"));
        assertThat(gone.at("/0/step").isNull()).isTrue();
        assertThat(gone.at("/0").has("since")).isFalse();
        assertThat(read(side, province.id("c2"), why).at("/change/added/shown/0/step/position").longValue())
                .isEqualTo(corrected);
        assertThat(read(side, "auditor", why + "&scope=" + province.id("c1"))
                        .at("/change/gone/shown/0/step/position")
                        .longValue())
                .isEqualTo(corrected);
    }

    private static SupportActivityEvent promised(Province province, String commune) {
        return new SupportActivityEvent.Promised(
                Province.day("2015-01-01"), SupportKind.BUDGET, province.organisationId("b"),
                List.of(province.organisationId(commune)), vnd("900"), null, false, null, List.of(), false);
    }

    private static Deed support(Province province, RecordEvent event) {
        return new Deed(SupportActivityState.TYPE, province.id("g"), recorder(province, "b"), event);
    }

    private static Actor recorder(Province province, String organisation) {
        return new Actor("records", province.organisationId(organisation), Role.RECORDER);
    }

    private static Extent vnd(String amount) {
        return new Extent(new Quantity(new BigDecimal(amount), Quality.EXACT, null), null);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_a_record_may_say_of_a_scope_is_told_to_who_may_ask_about_it_and_of_the_whole_ledger_to_who_reads_all(QuerySide side) {
        Province province = province(side);
        String asked = OPEN + "/to-be-recorded?" + DAY;
        String c1 = province.id("c1");

        assertThat(read(side, province.id("s1"), asked + "&scope=" + c1).at("/value").intValue()).isEqualTo(2);
        assertThat(side.nowAs(c1, "/api/v1/figures/" + asked + "&scope=" + province.id("c2")).status()).isEqualTo(403);
        assertThat(side.nowAs(c1, "/api/v1/figures/" + asked).type()).isEqualTo("/problems/missing-parameter");
        assertThat(side.nowAs("auditor", "/api/v1/figures/" + asked).status()).isEqualTo(200);
    }
}
