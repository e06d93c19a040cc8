package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.review.event.AssessmentLevel;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewKind;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Lists and figures of reviews, and the figures that they froze. */
class ReviewsOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    /** Convened by the district on 2018-06-01, of a document. */
    private static Province convened(QuerySide side, String key) {
        Province province = new Province(side, key).small();
        side.record(
                province.document("09-QĐ/TU", "r1", "2013-01-04", null),
                step(province, "d", new ReviewEvent.Convened(
                        Province.day("2018-06-01"), province.organisationId("d"), ReviewKind.FINAL,
                        new RecordReference("basis-documents", province.id("r1")), Province.day("2013-01-04"),
                        Province.day("2018-05-31"), null, null, List.of(), List.of(), true)),
                step(province, "d", new ReviewEvent.AttendanceRecorded(
                        Province.day("2018-06-02"),
                        List.of(province.organisationId("s1"), province.organisationId("c1")))));
        return province;
    }

    private static void assess(QuerySide side, Province province) {
        side.record(step(province, "d", new ReviewEvent.Assessed(
                Province.day("2018-06-03"), AssessmentLevel.COMPLETED, new Subject("Hoàn thành"))));
    }

    private static Deed step(Province province, String organisation, RecordEvent event) {
        return new Deed(
                ReviewState.TYPE, province.id("rv"),
                new Actor("somebody", province.organisationId(organisation), Role.APPROVER), event);
    }

    private static FollowUp followUp(Province province, String key, String who, @Nullable String dueOn) {
        return new FollowUp(
                new PartKey(key), new Subject("Việc phải làm"), province.organisationId(who),
                dueOn == null ? null : Province.day(dueOn));
    }

    private static int value(QuerySide side, String figure, Province province, String scope, String day) {
        Answer answer =
                side.get("/api/v1/figures/%s?scope=%s&effectiveOn=%s".formatted(figure, province.id(scope), day));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }

    private static JsonNode facts(QuerySide side, Province province, String day) {
        return side.get("/api/v1/reviews?effectiveOn=" + day + "&filter.reviewed=" + province.id("r1"))
                .at("/items/0/facts");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_review_counts_from_its_assessment_on(QuerySide side) {
        Province province = convened(side, "rv1");
        assess(side, province);

        for (String scope : List.of("d", "p")) {
            assertThat(value(side, "reviewsAssessed", province, scope, "2018-06-02")).isZero();
            assertThat(value(side, "reviewsAssessed", province, scope, "2018-06-03")).isEqualTo(1);
        }
        assertThat(value(side, "reviewsAssessed", province, "c1", "2018-06-03")).isZero();
        JsonNode before = facts(side, province, "2018-06-02");
        assertThat(before.get("stage").asString()).isEqualTo("CONVENED");
        assertThat(before.get("open").asBoolean()).isFalse();
        assertThat(before.get("unfinished").asBoolean()).isTrue();
        assertThat(before.at("/attended/value").intValue()).isEqualTo(2);
        JsonNode after = facts(side, province, "2018-06-03");
        assertThat(after.get("level").asString()).isEqualTo("COMPLETED");
        assertThat(after.get("open").asBoolean()).isTrue();
        assertThat(after.get("unfinished").asBoolean()).isFalse();
        String waiting = "/api/v1/organisations/" + province.id("d") + "/waiting?effectiveOn=";
        assertThat(side.get(waiting + "2018-06-02").at("/items/0/what").asString()).isEqualTo("REVIEW_ASSESSMENT");
        assertThat(side.get(waiting + "2018-06-03").at("/items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void follow_ups_are_open_until_done_and_overdue_the_day_after_they_are_due(QuerySide side) {
        Province province = convened(side, "rv2");
        assess(side, province);
        side.record(
                step(province, "d", new ReviewEvent.Directed(
                        Province.day("2018-06-03"),
                        List.of(
                                followUp(province, "rules", "s1", "2018-12-31"),
                                followUp(province, "training", "c1", null)),
                        List.of())),
                step(province, "s1", new ReviewEvent.FollowUpDone(
                        Province.day("2019-02-01"), new PartKey("rules"), province.organisationId("s1"), null)));

        assertThat(value(side, "followUpsOpen", province, "p", "2018-06-03")).isEqualTo(2);
        assertThat(value(side, "followUpsOverdue", province, "p", "2018-12-31")).isZero();
        assertThat(value(side, "followUpsOverdue", province, "p", "2019-01-01")).isEqualTo(1);
        assertThat(value(side, "followUpsOverdue", province, "d", "2019-02-01")).isZero();
        assertThat(value(side, "followUpsOpen", province, "d", "2019-02-01")).isEqualTo(1);
        assertThat(facts(side, province, "2019-01-01").get("unfinished").asBoolean()).isTrue();
        String leftOpen = "/api/v1/organisations/" + province.id("s1") + "/left-open?effectiveOn=";
        assertThat(side.get(leftOpen + "2019-01-31").at("/items").findValuesAsString("id")).contains(province.id("rv"));
        assertThat(side.get(leftOpen + "2019-02-01").at("/items").findValuesAsString("id"))
                .doesNotContain(province.id("rv"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void frozen_figures_agree_when_they_are_read_again_at_their_position(QuerySide side) {
        Province province = convened(side, "rv3");
        side.record(province.assignment("a1", "m1", "s1", "c1", "x1", "2015-01-01"));
        side.record(province.assignment("a2", "m2", "s2", "c2", "x2", "2016-01-01"));
        long position = side.lastPosition();
        List<FrozenFigure> figures = List.of(
                number("openCellAssignments", province.id("d"), "2018-05-31", null, "2", Quality.EXACT),
                number("openCellAssignmentsGrowth", province.id("d"), "2018-05-31", "2015-12-31", "2", Quality.EXACT),
                number("seaKm2", province.id("b"), "2018-05-31", null, "80000", Quality.ABOUT),
                number("borderKm", province.id("b"), "2018-05-31", null, null, Quality.EXACT),
                new FrozenFigure(
                        new FigureName("basisDocumentsInForce"), province.id("d"), Province.day("2018-05-31"), null, null,
                        List.of("09-QĐ/TU")));
        side.record(step(province, "d", new ReviewEvent.FiguresFrozen(Province.day("2018-06-02"), position, figures)));
        side.record(province.assignment("a3", "m1", "s1", "c1", "x1", "2017-01-01"));

        Answer answer = frozen(side, province);

        assertThat(value(side, "openCellAssignments", province, "d", "2018-05-31"))
                .as("what was recorded since has changed the figure")
                .isEqualTo(3);
        assertThat(answer.at("/position").longValue()).isEqualTo(position);
        assertThat(answer.at("/frozenOn").asString()).isEqualTo("2018-06-02");
        assertThat(answer.at("/figures").valueStream().map(figure -> figure.get("recomputed").toString()))
                .containsExactly("2", "2", "80000", "null", "[\"09-QĐ/TU\"]");
        assertThat(answer.at("/figures").valueStream().map(figure -> figure.get("agrees").asBoolean()))
                .containsOnly(true);
        assertThat(answer.at("/agree").asBoolean()).isTrue();
        Answer asked = side.get("/api/v1/figures/openCellAssignments?scope=%s&effectiveOn=2018-05-31&knownOn=%d"
                .formatted(province.id("d"), position));
        assertThat(asked.at("/value")).isEqualTo(answer.at("/figures/0/recomputed"));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_frozen_figure_that_does_not_agree_or_cannot_be_read_again_says_so(QuerySide side) {
        Province province = convened(side, "rv4");
        List<FrozenFigure> figures = List.of(
                number("communes", province.id("d"), "2018-05-31", null, "3", Quality.EXACT),
                number("communes", province.id("d"), "2018-05-31", null, "2", Quality.ABOUT),
                number("nothing", null, "2018-05-31", null, "1", Quality.EXACT),
                number("coastKm", null, "2018-05-31", null, "1", Quality.EXACT),
                number("communes", "nowhere", "2018-05-31", null, "1", Quality.EXACT),
                number("basisDocumentsInForce", null, "2018-05-31", "2015-12-31", "1", Quality.EXACT));
        side.record(step(province, "d", new ReviewEvent.FiguresFrozen(
                Province.day("2018-06-02"), side.lastPosition(), figures)));

        Answer answer = frozen(side, province);

        assertThat(answer.at("/agree").asBoolean()).isFalse();
        assertThat(answer.at("/figures").valueStream().map(figure -> figure.get("agrees").asBoolean()))
                .containsOnly(false);
        assertThat(answer.at("/figures/0/recomputed").intValue()).isEqualTo(2);
        assertThat(answer.at("/figures/0/frozen/value").intValue()).isEqualTo(3);
        assertThat(answer.at("/figures").valueStream().skip(2).map(figure -> figure.get("problem").asString()))
                .containsExactly(
                        "read/unknown-figure", "missing-parameter", "unknown-record", "unknown-parameter");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void figures_of_a_position_that_nobody_knows_yet_are_not_waited_for(QuerySide side) {
        Province province = convened(side, "rv5");
        side.record(step(province, "d", new ReviewEvent.FiguresFrozen(
                Province.day("2018-06-02"), 1_000_000_000,
                List.of(number("communes", province.id("d"), "2018-05-31", null, "2", Quality.EXACT)))));

        assertThat(frozen(side, province).at("/figures/0/problem").asString()).isEqualTo("position-not-reached");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_review_without_figures_shows_none(QuerySide side) {
        Province province = convened(side, "rv6");

        Answer answer = frozen(side, province);
        assertThat(answer.at("/figures").isEmpty()).isTrue();
        assertThat(answer.json().has("position")).isFalse();
        assertThat(side.get("/api/v1/reviews/nowhere/figures").type()).isEqualTo("/problems/unknown-record");
        assertThat(side.get("/api/v1/reviews/" + province.id("rv") + "/figures?effectiveOn=2018-05-31").type())
                .isEqualTo("/problems/read/not-effective");
        assertThat(side.get("/api/v1/reviews/" + province.id("rv") + "/figures?limit=1").type())
                .isEqualTo("/problems/unknown-parameter");
    }

    private static Answer frozen(QuerySide side, Province province) {
        Answer answer = side.get("/api/v1/reviews/" + province.id("rv") + "/figures?effectiveOn=2018-06-02");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private static FrozenFigure number(
            String figure,
            @Nullable String scope,
            String day,
            @Nullable String comparedWith,
            @Nullable String value,
            Quality quality) {
        return new FrozenFigure(
                new FigureName(figure), scope, Province.day(day),
                comparedWith == null ? null : Province.day(comparedWith),
                value == null ? null : new Quantity(new BigDecimal(value), quality, null), List.of());
    }
}
