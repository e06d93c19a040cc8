package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.cellassignment.command.Border.SEAT;
import static org.coordinationledger.cellassignment.command.Border.period;
import static org.coordinationledger.cellassignment.command.Border.since;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.junit.jupiter.api.Test;

class ResumeTest {

    private final Border border = new Border();

    @Test
    void the_post_resumes_and_the_suspension_stays_a_gap_in_the_held_seat() {
        border.seatHeld(period("2013-03-01", "2014-01-01"));
        border.afterSuspension()
                .when(POST_DECIDES, resume("2014-03-01"))
                .recorded(new CellAssignmentEvent.Resumed(day("2014-03-01"), null))
                .keys(new Recorded(SEAT, Border.held(period("2013-03-01", "2014-01-01"), since("2014-03-01"))));
    }

    @Test
    void a_suspension_and_its_end_on_one_day_leave_no_gap() {
        border.seatHeld(period("2013-03-01", "2014-01-01"));
        border.afterSuspension()
                .when(POST_DECIDES, resume("2014-01-01"))
                .recorded(new CellAssignmentEvent.Resumed(day("2014-01-01"), null))
                .keys(new Recorded(SEAT, Border.held(since("2013-03-01"))));
    }

    @Test
    void a_seat_taken_elsewhere_meanwhile_stands_in_the_way() {
        border.seatHeld(period("2013-03-01", "2014-01-01"));
        border.registry.holding(SEAT, AssignTest.held("other", "2014-02-01", "2014-06-01", null));
        border.afterSuspension()
                .when(POST_DECIDES, resume("2014-05-31"))
                .refused(new CellAssignmentAcross.MemberAlreadyAssigned("member", "other"));
        border.afterSuspension()
                .when(POST_DECIDES, resume("2014-06-01"))
                .recorded(new CellAssignmentEvent.Resumed(day("2014-06-01"), null))
                .keys(new Recorded(SEAT, Border.held(period("2013-03-01", "2014-01-01"), since("2014-06-01"))));
    }

    @Test
    void what_does_not_rest_is_not_resumed() {
        border.afterAssignment()
                .when(POST_DECIDES, resume("2014-03-01"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("ASSIGNED", List.of("SUSPENDED")));
        border.afterSuspension()
                .when(POST_DECIDES, resume("2013-12-31"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("ASSIGNED", List.of("SUSPENDED")));
    }

    @Test
    void resuming_is_a_decision_of_the_post() {
        border.afterSuspension()
                .when(Border.POST, resume("2014-03-01"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterSuspension()
                .when(COMMUNE_DECIDES, resume("2014-03-01"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
    }

    @Test
    void nothing_is_resumed_after_the_end() {
        border.afterSuspension()
                .given(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-02-01"), REASON))
                .when(POST_DECIDES, resume("2014-03-01"))
                .refused(new CellAssignmentRejection.AlreadyOver("ENDED", day("2014-02-01")));
    }

    private static CellAssignmentCommand.Resume resume(String day) {
        return new CellAssignmentCommand.Resume(ASSIGNMENT, day(day), null);
    }
}
