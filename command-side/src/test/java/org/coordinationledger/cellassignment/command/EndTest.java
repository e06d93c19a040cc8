package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.cellassignment.command.Border.SEAT;
import static org.coordinationledger.cellassignment.command.Border.period;
import static org.coordinationledger.cellassignment.command.Border.since;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class EndTest {

    private final Border border = new Border();

    @Test
    void the_post_ends_an_assignment_and_the_seat_is_free_from_that_day_on() {
        border.seatHeld(since("2013-03-01"));
        border.afterAssignment()
                .when(POST_DECIDES, end("2014-06-30"))
                .recorded(ended("2014-06-30"))
                .keys(new Recorded(SEAT, Border.held(period("2013-03-01", "2014-06-30"))));
    }

    @Test
    void a_cell_assignment_ends_only_once() {
        border.afterAssignment()
                .given(POST_DECIDES, ended("2014-06-30"))
                .when(POST_DECIDES, end("2014-07-01"))
                .refused(new CellAssignmentRejection.AlreadyOver("ENDED", day("2014-06-30")));
        border.afterAssignment()
                .given(POST_DECIDES, ended("2014-06-30"))
                .when(POST_DECIDES, end("2014-06-29"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        5, "cell-assignment.ended", day("2014-06-30"), "cell-assignment/already-over"))));
    }

    @Test
    void an_end_that_later_steps_stand_against_is_refused_and_names_them() {
        border.afterSuspension()
                .when(POST_DECIDES, end("2013-12-31"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        5, "cell-assignment.suspended", day("2014-01-01"), "cell-assignment/already-over"))));
    }

    @Test
    void a_suspended_assignment_ends_and_nothing_changes_about_the_seat() {
        border.seatHeld(period("2013-03-01", "2014-01-01"));
        border.afterSuspension().when(POST_DECIDES, end("2014-06-30")).recorded(ended("2014-06-30")).keys();
    }

    @Test
    void an_assignment_that_came_to_nothing_is_ended_too() {
        border.afterSelection().when(POST_DECIDES, end("2013-02-05")).recorded(ended("2013-02-05")).keys();
        border.afterSelection()
                .when(POST_DECIDES, end("2013-01-31"))
                .refused(new TimelineRejection.NotYetBegun(day("2013-01-31")));
    }

    @Test
    void a_seat_that_ends_on_the_day_it_began_was_never_held() {
        border.seatHeld(since("2013-03-01"));
        border.afterAssignment()
                .when(POST_DECIDES, end("2013-03-01"))
                .recorded(ended("2013-03-01"))
                .keys(new Recorded(SEAT, new ReservationEvent.Released("assignment")));
    }

    @Test
    void ending_is_a_decision_of_the_post() {
        border.afterAssignment()
                .when(POST, end("2014-06-30"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterAssignment()
                .when(COMMUNE_DECIDES, end("2014-06-30"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
        border.afterAssignment()
                .when(decider("border-guard"), end("2014-06-30"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
    }

    private static CellAssignmentEvent.Ended ended(String day) {
        return new CellAssignmentEvent.Ended(day(day), REASON);
    }

    private static CellAssignmentCommand.End end(String day) {
        return new CellAssignmentCommand.End(ASSIGNMENT, day(day), REASON);
    }
}
