package org.coordinationledger.householdassignment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

class HouseholdAssignmentTest {

    private static final Actor POST = decider("post");
    private static final Reason REASON = new Reason("chuyển công tác");

    @Test
    void households_are_added_released_and_handed_over_each_from_its_day_on() {
        Life<HouseholdAssignmentEvent, HouseholdAssignmentState> life = assigned()
                .then(POST, added("2019-01-01", "HO-3"))
                .then(POST, new HouseholdAssignmentEvent.HouseholdsReleased(day("2019-02-01"), codes("HO-1"), REASON))
                .then(POST, handedOver("2019-03-01", "HO-2", "HO-3"));

        assertThat(life.on("2018-10-31").open()).isFalse();
        assertThat(life.on("2018-11-01").households()).isEqualTo(codes("HO-1", "HO-2"));
        assertThat(life.on("2019-01-01").households()).isEqualTo(codes("HO-1", "HO-2", "HO-3"));
        assertThat(life.on("2019-02-01").households()).isEqualTo(codes("HO-2", "HO-3"));
        assertThat(life.on("2019-03-01").open()).isFalse();
        assertThat(life.on("2019-03-01").stage()).isEqualTo(HouseholdStage.ASSIGNED);
    }

    @Test
    void who_takes_households_over_is_in_charge_whether_or_not_of_others_before() {
        HouseholdAssignmentEvent.TakenOver takenOver = new HouseholdAssignmentEvent.TakenOver(
                day("2019-03-01"), new HouseholdAssignmentId("giver"), 5, codes("HO-8", "HO-9"));

        assertThat(assigned().then(POST, takenOver).on("2019-03-01").households())
                .isEqualTo(codes("HO-1", "HO-2", "HO-8", "HO-9"));
        HouseholdAssignmentState first = agreed().then(POST, takenOver).on("2019-03-01");
        assertThat(first.stage()).isEqualTo(HouseholdStage.ASSIGNED);
        assertThat(first.stageSince()).isEqualTo(day("2019-03-01"));
        assertThat(first.households()).isEqualTo(codes("HO-8", "HO-9"));
    }

    @Test
    void the_end_leaves_nobody_in_charge_and_keeps_the_visits() {
        HouseholdAssignmentState ended = assigned()
                .then(POST, visited("2018-12-01", "HO-1", "HO-2"))
                .then(POST, visited("2018-12-02", "HO-1"))
                .then(POST, new HouseholdAssignmentEvent.Ended(day("2019-01-01"), REASON))
                .on("2019-01-01");

        assertThat(ended.open()).isFalse();
        assertThat(ended.households()).isEmpty();
        assertThat(ended.visits()).isEqualTo(3);
    }

    @Test
    void a_release_dated_before_a_recorded_visit_of_the_household_is_refused() {
        Life<HouseholdAssignmentEvent, HouseholdAssignmentState> life =
                assigned().then(POST, visited("2018-12-01", "HO-1"));

        refused(
                () -> life.then(POST, new HouseholdAssignmentEvent.HouseholdsReleased(
                        day("2018-11-20"), codes("HO-1"), REASON)),
                new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        2, "household-assignment.visit-recorded", day("2018-12-01"),
                        "household-assignment/not-in-charge"))));
        assertThat(life.then(POST, new HouseholdAssignmentEvent.HouseholdsReleased(
                                day("2018-11-20"), codes("HO-2"), REASON))
                        .on("2018-12-01")
                        .households())
                .isEqualTo(codes("HO-1"));
    }

    @Test
    void a_household_that_was_added_cannot_be_voided_away_from_under_its_visits() {
        Life<HouseholdAssignmentEvent, HouseholdAssignmentState> life = assigned()
                .then(POST, added("2019-01-01", "HO-3"))
                .then(POST, visited("2019-01-05", "HO-3"));

        assertThatThrownBy(() -> life.voids(POST, 2)).isInstanceOf(RejectedException.class);
        assertThat(life.voids(POST, 3).voids(POST, 2).on("2019-01-05").households())
                .isEqualTo(codes("HO-1", "HO-2"));
    }

    @Test
    void one_step_and_one_member_have_bounds() {
        refused(() -> added("2019-01-01", many(0, 41)), new ValueRejection.TooMany(41, 40));
        refused(() -> visited("2019-01-01", many(0, 51)), new ValueRejection.TooMany(51, 50));
        refused(() -> added("2019-01-01"), new ValueRejection.Missing("households"));
        Life<HouseholdAssignmentEvent, HouseholdAssignmentState> full =
                assigned().then(POST, added("2019-01-01", many(3, 40)));
        refused(
                () -> full.then(POST, added("2019-01-02", many(50, 9))),
                new HouseholdAssignmentRejection.TooManyHouseholds(51, 50));
        assertThat(full.then(POST, added("2019-01-02", many(50, 8))).on("2019-01-02").households())
                .hasSize(50);
    }

    private static void refused(ThrowingCallable step, Rejection because) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(because));
    }

    /** In charge of HO-1 and HO-2 since the first of November 2018. */
    private static Life<HouseholdAssignmentEvent, HouseholdAssignmentState> assigned() {
        return agreed()
                .then(POST, new HouseholdAssignmentEvent.Assigned(
                        day("2018-11-01"), codes("HO-1", "HO-2"), List.of()));
    }

    private static Life<HouseholdAssignmentEvent, HouseholdAssignmentState> agreed() {
        return Life.of(HouseholdAssignmentState.TYPE)
                .then(recorder("commune"), new HouseholdAssignmentEvent.Agreed(
                        day("2018-10-15"), new MemberId("member"), organisation("post"), organisation("commune"),
                        organisation("cell"), List.of(), false));
    }

    private static HouseholdAssignmentEvent.HouseholdsAdded added(String day, String... households) {
        return new HouseholdAssignmentEvent.HouseholdsAdded(day(day), codes(households));
    }

    private static HouseholdAssignmentEvent.VisitRecorded visited(String day, String... households) {
        return new HouseholdAssignmentEvent.VisitRecorded(day(day), codes(households));
    }

    private static HouseholdAssignmentEvent.HandedOver handedOver(String day, String... households) {
        return new HouseholdAssignmentEvent.HandedOver(
                day(day), new HouseholdAssignmentId("other"), codes(households));
    }

    private static String[] many(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "HO-" + i).toArray(String[]::new);
    }

    private static List<HouseholdCode> codes(String... households) {
        return Stream.of(households).map(HouseholdCode::new).toList();
    }
}
