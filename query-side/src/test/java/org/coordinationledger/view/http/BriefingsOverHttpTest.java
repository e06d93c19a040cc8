package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.Audience;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent.Attendance;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.cellmeeting.event.Presence;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures of briefings and of the meetings at which they are delivered. */
class BriefingsOverHttpTest {

    private static final TextDigest TEXT = new TextDigest("1".repeat(64));

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void briefings_are_counted_by_state_under_post_border_guard_and_province(QuerySide side) {
        Province province = new Province(side, "br").small();
        side.record(briefing(province, "b1", "s1",
                submitted("2019-03-05"),
                passed("2019-03-08"),
                delivered(province, "2019-03-15", "x1"),
                delivered(province, "2019-03-16", "x2")));
        side.record(briefing(province, "b2", "s1",
                submitted("2019-03-05"),
                new BriefingEvent.Returned(Province.day("2019-03-08"), Province.REASON),
                submitted("2019-03-10")));
        side.record(briefing(province, "b3", "s2",
                submitted("2019-03-05"), new BriefingEvent.Rejected(Province.day("2019-03-20"), Province.REASON)));

        String all = "?effectiveOn=2019-04-01&scope=" + province.id("p");
        assertThat(number(side, "briefingsDelivered" + all)).isEqualTo(1);
        assertThat(number(side, "deliveries" + all)).isEqualTo(2);
        assertThat(number(side, "briefingsPassed" + all)).isEqualTo(1);
        assertThat(number(side, "briefingsReturnedAtLeastOnce" + all)).isEqualTo(1);
        assertThat(number(side, "briefingsAwaitingPass" + all)).isEqualTo(1);
        assertThat(number(side, "briefingsRejected" + all)).isEqualTo(1);
        assertThat(number(side, "briefingsRejected?effectiveOn=2019-04-01&scope=" + province.id("s1"))).isZero();
        String early = "?effectiveOn=2019-03-15&scope=" + province.id("b");
        assertThat(number(side, "deliveries" + early)).isEqualTo(1);
        assertThat(number(side, "briefingsAwaitingPass" + early)).as("b2 and b3").isEqualTo(2);

        String half = all + "&from=2019-03-08&to=2019-03-15";
        assertThat(number(side, "briefings" + half)).isZero();
        assertThat(number(side, "briefings" + all + "&from=2019-03-01")).isEqualTo(3);
        assertThat(number(side, "briefingsReturnedAtLeastOnce" + half)).isEqualTo(1);
        assertThat(number(side, "briefingsReturnedAtLeastOnce" + all + "&from=2019-03-09")).isZero();
        assertThat(number(side, "briefingsDelivered" + half)).isEqualTo(1);
        assertThat(number(side, "briefingsDelivered" + all + "&from=2019-03-16"))
                .as("it was delivered for the first time the day before")
                .isZero();
        assertThat(number(side, "deliveries" + half)).isEqualTo(1);
        assertThat(number(side, "deliveries" + all + "&from=2019-03-16")).isEqualTo(1);

        Answer facts = side.get("/api/v1/figures/briefingsPassed/records" + all);
        assertThat(facts.at("/items/0/id").asString()).isEqualTo(province.id("b1"));
        assertThat(facts.at("/items/0/facts/daysToPass/value").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void half_of_the_briefings_pass_in_no_more_than_the_median_time(QuerySide side) {
        Province province = new Province(side, "bq").small();
        side.record(briefing(province, "b1", "s1", submitted("2019-03-05"), passed("2019-03-06")));
        side.record(briefing(province, "b2", "s1", submitted("2019-03-05"), passed("2019-03-09")));
        side.record(briefing(province, "b3", "s2", submitted("2019-03-05"), passed("2019-04-14"),
                new BriefingEvent.Withdrawn(Province.day("2019-05-01"), Province.REASON)));
        side.record(briefing(province, "b4", "s2", submitted("2019-03-05"), passed("2019-03-12")));
        side.record(briefing(province, "b5", "s2", submitted("2019-03-05")));
        String all = "?effectiveOn=2019-06-01&scope=" + province.id("p");

        Answer even = side.get("/api/v1/figures/medianDaysToPass" + all);
        assertThat(even.at("/value").asString()).as("of 1, 4, 7 and 40 days").isEqualTo("5.5");
        assertThat(even.at("/quality").asString()).isEqualTo("EXACT");
        assertThat(number(side, "medianDaysToPass" + all + "&from=2019-03-01&to=2019-03-31")).isEqualTo(4);
        assertThat(number(side, "medianDaysToPass?effectiveOn=2019-06-01&scope=" + province.id("s2")
                        + "&from=2019-04-01"))
                .as("it was withdrawn after it had passed")
                .isEqualTo(40);
        Answer none = side.get("/api/v1/figures/medianDaysToPass?effectiveOn=2019-03-05&scope=" + province.id("p"));
        assertThat(none.at("/value").isNull()).isTrue();
        assertThat(none.at("/quality").asString()).isEqualTo("NOT_STATED");
        assertThat(side.get("/api/v1/figures/medianDaysToPass/records" + all).at("/items").size()).isEqualTo(4);
        assertThat(number(side, "briefingsPassed" + all + "&from=2019-03-07")).as("b2 and b4").isEqualTo(2);
        Answer stages = side.get("/api/v1/figures/briefings/by/stage" + all);
        assertThat(stages.at("/total/value").intValue()).isEqualTo(5);
        assertThat(stages.at("/rows").valueStream()
                        .map(row -> row.at("/code").asString() + " " + row.at("/value").intValue()))
                .containsExactly(
                        "DRAFTED 0", "SUBMITTED 1", "RETURNED 0", "PASSED 3", "REJECTED 0", "WITHDRAWN 1", "LAPSED 0");
        Answer posts = side.get(
                "/api/v1/figures/medianDaysToPass/by-organisation?by=command&effectiveOn=2019-06-01&scope="
                        + province.id("b"));
        assertThat(posts.at("/rows").valueStream().map(row -> row.at("/value").asString()))
                .as("no median is made of medians")
                .containsExactly("2.5", "23.5");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_withdrawn_briefing_was_delivered_and_counts_as_passed_no_more(QuerySide side) {
        Province province = new Province(side, "bw").small();
        side.record(briefing(province, "b1", "s1",
                submitted("2019-03-05"),
                passed("2019-03-08"),
                delivered(province, "2019-03-15", "x1"),
                new BriefingEvent.Withdrawn(Province.day("2019-04-01"), Province.REASON)));

        String after = "?effectiveOn=2019-04-01&scope=" + province.id("s1");
        assertThat(number(side, "briefingsPassed" + after)).isZero();
        assertThat(number(side, "briefingsDelivered" + after)).isEqualTo(1);
        assertThat(number(side, "briefingsPassed?effectiveOn=2019-03-31&scope=" + province.id("s1"))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void meetings_and_attendances_are_counted_under_cell_and_commune(QuerySide side) {
        Province province = new Province(side, "me").small();
        side.record(
                meeting(province, "m-1", "x1", "2019-03-10", true, Presence.ATTENDED, Presence.ATTENDED),
                meeting(province, "m-2", "x1", "2019-04-10", false, Presence.ATTENDED, Presence.ABSENT_ON_DUTY),
                meeting(province, "m-3", "x2", "2019-04-11", false));

        String all = "?effectiveOn=2019-05-01&scope=" + province.id("p");
        assertThat(number(side, "cellMeetings" + all)).isEqualTo(3);
        assertThat(number(side, "cellMeetingsAttendedBySuperiors" + all)).isEqualTo(1);
        assertThat(number(side, "meetingAttendances" + all)).isEqualTo(3);
        String commune = "?effectiveOn=2019-05-01&scope=" + province.id("c1");
        assertThat(number(side, "cellMeetings" + commune)).isEqualTo(2);
        assertThat(number(side, "meetingAttendances?effectiveOn=2019-03-31&scope=" + province.id("c1"))).isEqualTo(2);
        assertThat(number(side, "meetingAttendances?effectiveOn=2019-05-01&scope=" + province.id("c2"))).isZero();
    }

    private static List<Deed> briefing(Province province, String id, String post, BriefingEvent... steps) {
        Actor actor = new Actor("somebody", province.organisationId(post), Role.APPROVER, Body.COMMITTEE);
        Actor writer = new Actor("writer", province.organisationId(post), Role.RECORDER);
        Deed drafted = new Deed(BriefingState.TYPE, province.id(id), writer, new BriefingEvent.Drafted(
                Province.day("2019-03-01"), province.organisationId(post), new Subject("Tình hình"),
                BriefingTopic.SECURITY, Classification.ORDINARY, TEXT, List.of(), true));
        return Stream.concat(
                        Stream.of(drafted),
                        Stream.of(steps)
                                .map(step -> new Deed(
                                        BriefingState.TYPE, province.id(id),
                                        step instanceof BriefingEvent.Submitted ? writer : actor, step)))
                .toList();
    }

    private static BriefingEvent submitted(String day) {
        return new BriefingEvent.Submitted(Province.day(day), 1);
    }

    private static BriefingEvent passed(String day) {
        return new BriefingEvent.Passed(Province.day(day), 1, TEXT, List.of());
    }

    private static BriefingEvent delivered(Province province, String day, String cell) {
        return new BriefingEvent.Delivered(
                Province.day(day), province.organisationId(cell), Audience.CELL, TEXT, null);
    }

    private static Deed meeting(
            Province province, String id, String cell, String day, boolean withSuperiors, Presence... members) {
        List<Attendance> attendance = Stream.iterate(0, i -> i < members.length, i -> i + 1)
                .map(i -> new Attendance(new CellAssignmentId(province.id("a" + i)), members[i]))
                .toList();
        return new Deed(
                CellMeetingState.TYPE, province.id(id),
                new Actor("somebody", province.organisationId(cell), Role.RECORDER),
                new CellMeetingEvent.Held(
                        Province.day(day), province.organisationId(cell), new MeetingMonth(day.substring(0, 7)),
                        attendance, withSuperiors ? List.of(province.organisationId("p")) : List.of(), List.of(), null,
                        true));
    }

    private static int number(QuerySide side, String figure) {
        Answer answer = side.get("/api/v1/figures/" + figure);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.at("/value").intValue();
    }
}
