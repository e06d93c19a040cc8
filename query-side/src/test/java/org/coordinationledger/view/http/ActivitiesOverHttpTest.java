package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachSessionState;
import org.coordinationledger.outreach.event.OutreachTopic;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.training.event.Participants;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.training.event.TrainingCourseState;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures of outreach, support and training. */
class ActivitiesOverHttpTest {

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void sessions_and_attendances_are_added_up_once_for_a_scope_as_good_as_the_weakest(QuerySide side) {
        Province province = new Province(side, "ou").small();
        side.record(
                session(province, "o1", "s1", "13", quantity("1500", Quality.EXACT), "c1", "c2"),
                session(province, "o2", "s1", "6", quantity("900", Quality.ABOUT), "c1"),
                session(province, "o3", "s2", "2", quantity("300", Quality.EXACT), "c2"));

        assertThat(figure(side, province, "outreachSessions", "p")).isEqualTo("21 EXACT");
        assertThat(figure(side, province, "outreachAttendances", "p")).isEqualTo("2700 ABOUT");
        assertThat(figure(side, province, "outreachSessions", "c1")).isEqualTo("19 EXACT");
        assertThat(figure(side, province, "outreachAttendances", "c2")).isEqualTo("1800 EXACT");
        assertThat(figure(side, province, "outreachSessions", "s2")).isEqualTo("2 EXACT");
        assertThat(figure(side, province, "outreachSessions", "x1")).isEqualTo("0 EXACT");
        assertThat(side.get("/api/v1/figures/outreachAttendances?effectiveOn=2015-06-01&scope=" + province.id("p"))
                        .at("/value")
                        .intValue())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_is_per_year_or_only_promised_is_not_added_to_what_was_given(QuerySide side) {
        Province province = new Province(side, "su").small();
        side.record(
                given(province, "g1", SupportKind.LIVELIHOOD, "3000000000", Quality.MORE_THAN, null, false),
                given(province, "g2", SupportKind.HOUSE, "475000000", Quality.EXACT, "11", false),
                given(province, "g3", SupportKind.GIFTS, "5000000000", Quality.MORE_THAN, null, false),
                given(province, "g4", SupportKind.GIFTS, "1200000000", Quality.EXACT, "2000", true),
                promised(province, "g5", "90000000000000000000"));

        assertThat(figure(side, province, "supportGivenVnd", "c1")).isEqualTo("8475000000 MORE_THAN");
        assertThat(figure(side, province, "supportPerYearVnd", "c1")).isEqualTo("1200000000 EXACT");
        assertThat(figure(side, province, "housesBuilt", "c1")).isEqualTo("11 EXACT");
        assertThat(figure(side, province, "giftParcelsPerYear", "c1")).isEqualTo("2000 EXACT");
        assertThat(figure(side, province, "supportPromisedVnd", "p")).isEqualTo("90000000000000000000 EXACT");
        assertThat(figure(side, province, "supportGivenVnd", "c2")).isEqualTo("0 EXACT");

        side.record(step(province, "g5", new SupportActivityEvent.PromiseKept(
                Province.day("2016-03-01"), new Extent(quantity("25000000", Quality.ABOUT), null))));
        assertThat(figure(side, province, "supportGivenVnd", "c1")).isEqualTo("8500000000 MORE_THAN");
        assertThat(figure(side, province, "supportPromisedVnd", "p")).isEqualTo("90000000000000000000 EXACT");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_course_counts_once_it_is_held_and_is_overdue_the_day_after_it_should_be_over(QuerySide side) {
        Province province = new Province(side, "tr").small();
        side.record(
                course(province, "t1", new TrainingCourseEvent.Scheduled(
                        Province.day("2016-01-01"), new Subject("Tập huấn"), List.of(province.organisationId("b")),
                        Province.day("2016-02-01"), Province.day("2016-02-03"), List.of(), false)),
                course(province, "t1", new TrainingCourseEvent.Held(
                        Province.day("2016-02-10"), Province.day("2016-02-08"),
                        List.of(
                                new Participants(province.organisationId("s1"), quantity("12", Quality.EXACT)),
                                new Participants(province.organisationId("s2"), quantity("20", Quality.ABOUT))))));

        assertThat(figure(side, province, "trainingCoursesHeld", "p")).startsWith("1");
        assertThat(figure(side, province, "trainingParticipants", "b")).isEqualTo("32 ABOUT");
        String waiting = "/api/v1/organisations/" + province.id("b") + "/waiting?effectiveOn=";
        assertThat(side.get(waiting + "2016-02-03").at("/items/0/daysOverdue").intValue()).isZero();
        Answer late = side.get(waiting + "2016-02-04&overdue=true");
        assertThat(late.at("/items/0/what").asString()).isEqualTo("TRAINING_REPORT");
        assertThat(late.at("/items/0/due").asString()).isEqualTo("2016-02-03");
        assertThat(late.at("/items/0/daysOverdue").intValue()).isEqualTo(1);
        assertThat(side.get(waiting + "2016-02-10").at("/items").size()).isZero();
    }

    private static String figure(QuerySide side, Province province, String name, String scope) {
        Answer answer = side.get("/api/v1/figures/" + name + "?effectiveOn=2016-12-31&scope=" + province.id(scope));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").asString() + " " + answer.at("/quality").asString("");
    }

    private static Quantity quantity(String number, Quality quality) {
        return new Quantity(new BigDecimal(number), quality, null);
    }

    private static Deed session(
            Province province, String local, String post, String sessions, Quantity attendances, String... venues) {
        return new Deed(
                OutreachSessionState.TYPE, province.id(local), recorder(province, post),
                new OutreachSessionEvent.Held(
                        Province.day("2016-01-31"), null, OutreachTopic.IUU_FISHING, null,
                        province.organisationId(post),
                        Stream.of(venues).map(province::organisationId).toList(), quantity(sessions, Quality.EXACT),
                        attendances, List.of(), false));
    }

    private static Deed given(
            Province province,
            String local,
            SupportKind kind,
            String vnd,
            Quality quality,
            @Nullable String count,
            boolean perYear) {
        Quantity quantity = count == null ? null : quantity(count, Quality.EXACT);
        return step(province, local, new SupportActivityEvent.Given(
                Province.day("2016-01-31"), kind, province.organisationId("b"),
                List.of(province.organisationId("c1")), new Extent(quantity(vnd, quality), quantity),
                count == null ? null : new Unit("đơn vị"), perYear, null, List.of(), false));
    }

    private static Deed promised(Province province, String local, String vnd) {
        return step(province, local, new SupportActivityEvent.Promised(
                Province.day("2016-01-31"), SupportKind.BUDGET, province.organisationId("b"),
                List.of(province.organisationId("c1")), new Extent(quantity(vnd, Quality.EXACT), null), null, false,
                null, List.of(), false));
    }

    private static Deed step(Province province, String local, SupportActivityEvent event) {
        return new Deed(SupportActivityState.TYPE, province.id(local), recorder(province, "b"), event);
    }

    private static Deed course(Province province, String local, TrainingCourseEvent event) {
        return new Deed(TrainingCourseState.TYPE, province.id(local), recorder(province, "b"), event);
    }

    private static Actor recorder(Province province, String organisation) {
        return new Actor("recorder", province.organisationId(organisation), Role.RECORDER);
    }
}
