package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.cellassignment.command.Border.SEAT;
import static org.coordinationledger.cellassignment.command.Border.period;
import static org.coordinationledger.cellassignment.command.Border.since;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class SuspendTest {

    private final Border border = new Border();

    @Test
    void the_post_suspends_and_the_seat_is_free_from_that_day_on() {
        border.seatHeld(since("2013-03-01"));
        border.afterAssignment()
                .when(POST_DECIDES, suspend("2014-01-01"))
                .recorded(Border.suspended())
                .keys(new Recorded(SEAT, Border.held(period("2013-03-01", "2014-01-01"))));
    }

    @Test
    void suspending_is_a_decision_of_the_post() {
        border.afterAssignment()
                .when(new Actor("recorder", organisation("post"), Role.RECORDER), suspend("2014-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterAssignment()
                .when(COMMUNE_DECIDES, suspend("2014-01-01"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
    }

    @Test
    void nobody_is_suspended_without_a_seat() {
        border.afterReception()
                .when(POST_DECIDES, suspend("2014-01-01"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("RECEIVED", List.of("ASSIGNED")));
        border.afterAssignment()
                .when(POST_DECIDES, suspend("2013-02-28"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("RECEIVED", List.of("ASSIGNED")));
    }

    @Test
    void who_is_suspended_is_not_suspended_again() {
        border.afterSuspension()
                .when(POST_DECIDES, suspend("2014-02-01"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("SUSPENDED", List.of("ASSIGNED")));
    }

    @Test
    void a_late_suspension_before_a_recorded_one_is_refused_and_names_it() {
        border.afterSuspension()
                .when(POST_DECIDES, suspend("2013-06-01"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        5, "cell-assignment.suspended", day("2014-01-01"), "cell-assignment/step-out-of-order"))));
    }

    @Test
    void nothing_is_suspended_after_the_end() {
        border.afterAssignment()
                .given(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-06-30"), REASON))
                .when(POST_DECIDES, suspend("2014-06-30"))
                .refused(new CellAssignmentRejection.AlreadyOver("ENDED", day("2014-06-30")));
    }

    private static CellAssignmentCommand.Suspend suspend(String day) {
        return new CellAssignmentCommand.Suspend(ASSIGNMENT, day(day), REASON);
    }
}
