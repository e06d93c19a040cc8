package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.programme.event.ComputedFrom;
import org.coordinationledger.programme.event.Indicator;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.programme.event.Target;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Lists and figures of programmes. */
class ProgrammesOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    /** A plan of the district with two targets due 2018-12-31 and one due 2020-12-31; the first is met in 2018. */
    private static Province planned(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(
                step(province, new ProgrammeEvent.Adopted(
                        Province.day("2018-01-01"), province.organisationId("d"), ProgrammeKind.PLAN,
                        new Subject("Kế hoạch"), null, true, Province.day("2018-01-01"), Province.day("2020-12-31"),
                        List.of(target("cells", "2018-12-31"), target("houses", "2018-12-31"), target("roads", "2020-12-31")),
                        List.of(), true)),
                step(province, new ProgrammeEvent.ProgressReported(
                        Province.day("2018-06-01"), new PartKey("cells"), quantity("33"), false, null)));
        return province;
    }

    private static Deed step(Province province, RecordEvent event) {
        return new Deed(
                ProgrammeState.TYPE, province.id("kh"), new Actor("somebody", province.organisationId("d"), Role.APPROVER),
                event);
    }

    private static Target target(String key, String dueOn) {
        return new Target(
                new PartKey(key), new Indicator("Chỉ tiêu"), new Unit("chi bộ"), quantity("33"), Province.day(dueOn));
    }

    private static Quantity quantity(String value) {
        return new Quantity(new BigDecimal(value), Quality.EXACT, null);
    }

    private static int value(QuerySide side, String figure, Province province, String scope, String day) {
        Answer answer =
                side.get("/api/v1/figures/%s?scope=%s&effectiveOn=%s".formatted(figure, province.id(scope), day));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void targets_are_those_of_the_programme_itself_as_they_stand_on_the_day(QuerySide side) {
        Province province = planned(side, "kh1");

        assertThat(value(side, "targets", province, "kh", "2018-01-01")).isEqualTo(3);
        assertThat(value(side, "targetsMet", province, "kh", "2018-05-31")).isZero();
        assertThat(value(side, "targetsMet", province, "kh", "2018-06-01")).isEqualTo(1);
        assertThat(value(side, "targetsBehind", province, "kh", "2018-12-31")).isZero();
        assertThat(value(side, "targetsBehind", province, "kh", "2019-01-01")).isEqualTo(1);
        assertThat(value(side, "targetsBehind", province, "kh", "2021-01-01")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void open_programmes_and_their_late_targets_count_for_who_adopted_them_and_for_all_above(QuerySide side) {
        Province province = planned(side, "kh2");

        for (String scope : List.of("d", "p")) {
            assertThat(value(side, "programmesOpen", province, scope, "2017-12-31")).isZero();
            assertThat(value(side, "programmesOpen", province, scope, "2019-01-01")).isEqualTo(1);
            assertThat(value(side, "openTargetsBehind", province, scope, "2018-12-31")).isZero();
            assertThat(value(side, "openTargetsBehind", province, scope, "2019-01-01")).isEqualTo(1);
        }
        assertThat(value(side, "programmesOpen", province, "c1", "2019-01-01")).isZero();

        side.record(step(province, new ProgrammeEvent.Closed(Province.day("2020-01-01"), Province.REASON)));

        assertThat(value(side, "programmesOpen", province, "d", "2019-12-31")).isEqualTo(1);
        assertThat(value(side, "programmesOpen", province, "d", "2020-01-01")).isZero();
        assertThat(value(side, "openTargetsBehind", province, "d", "2020-01-01")).isZero();
        assertThat(value(side, "targetsBehind", province, "kh", "2021-01-01")).as("as they stood").isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void lists_show_a_programme_s_facts_and_its_state_shows_each_target(QuerySide side) {
        Province province = planned(side, "kh3");

        JsonNode facts = side.get("/api/v1/programmes?effectiveOn=2019-01-01&filter.organisation=" + province.id("d"))
                .at("/items/0/facts");
        assertThat(facts.get("kind").asString()).isEqualTo("PLAN");
        assertThat(facts.get("thematic").asBoolean()).isTrue();
        assertThat(facts.at("/targetsBehind/value").intValue()).isEqualTo(1);
        assertThat(facts.get("unfinished").asBoolean()).isTrue();
        assertThat(facts.get("illustrative").asBoolean()).isTrue();
        JsonNode state =
                side.get("/api/v1/programmes/" + province.id("kh") + "?effectiveOn=2019-01-01").at("/state");
        assertThat(state.at("/targets").valueStream().map(target -> target.get("status").asString()))
                .containsExactly("MET", "BEHIND", "UNDER_WAY");
        assertThat(side.get("/api/v1/organisations/" + province.id("d") + "/left-open?effectiveOn=2019-01-01")
                        .at("/items")
                        .findValuesAsString("id"))
                .contains(province.id("kh"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_was_computed_from_the_ledger_is_read_again_where_the_ledger_was_then(QuerySide side) {
        Province province = planned(side, "kh4");
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        long position = side.lastPosition();
        side.record(
                reported(province, "cells", "1", position, "2018-06-02"),
                reported(province, "houses", "7", position, "2018-06-02"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2016-01-01"));
        long known = side.lastPosition();
        side.record(reported(province, "houses", "2", known, "2018-07-01"));

        Answer june = figures(side, province, "effectiveOn=2018-06-02");
        assertThat(june.at("/figures").valueStream().map(figure -> figure.get("target").asString()))
                .containsExactly("cells", "houses");
        assertThat(june.at("/figures/0/position").longValue()).isEqualTo(position);
        assertThat(june.at("/figures/0/figure/recomputed").intValue()).as("as the ledger was then").isEqualTo(1);
        assertThat(june.at("/figures/0/figure/agrees").asBoolean()).isTrue();
        assertThat(june.at("/figures/1/figure/frozen/value").intValue()).isEqualTo(7);
        assertThat(june.at("/figures/1/figure/agrees").asBoolean()).isFalse();
        assertThat(june.at("/agree").asBoolean()).isFalse();

        assertThat(figures(side, province, "effectiveOn=2018-07-01").at("/agree").asBoolean()).isTrue();
        assertThat(figures(side, province, "effectiveOn=2018-07-01&knownOn=" + known).at("/agree").asBoolean())
                .as("as known before it was reported anew")
                .isFalse();
        assertThat(figures(side, province, "effectiveOn=2018-06-01").at("/figures").isEmpty())
                .as("the first report was entered, not computed")
                .isTrue();
    }

    private static Deed reported(Province province, String target, String achieved, long position, String on) {
        return step(province, new ProgrammeEvent.ProgressReported(
                Province.day(on), new PartKey(target), quantity(achieved), false,
                new ComputedFrom(
                        new FigureName("openCellAssignments"), province.id("d"), Province.day("2018-06-01"), position)));
    }

    private static Answer figures(QuerySide side, Province province, String times) {
        Answer answer = side.get("/api/v1/programmes/" + province.id("kh") + "/figures?" + times);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }
}
