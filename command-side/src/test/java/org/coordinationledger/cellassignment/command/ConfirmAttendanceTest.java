package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.CELL;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.junit.jupiter.api.Test;

class ConfirmAttendanceTest {

    private final Border border = new Border();

    @Test
    void the_cell_confirms_that_the_member_attends() {
        border.afterAssignment().when(CELL, confirm("2013-03-05")).recorded(confirmed("2013-03-05")).keys();
    }

    @Test
    void the_commune_may_confirm_for_its_cell() {
        border.afterAssignment().when(COMMUNE, confirm("2013-03-05")).recorded(confirmed("2013-03-05"));
    }

    @Test
    void nobody_but_the_host_confirms() {
        border.afterAssignment()
                .when(POST, confirm("2013-03-05"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("cell-1", "commune")));
        border.afterAssignment()
                .when(recorder("cell-2"), confirm("2013-03-05"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("cell-1", "commune")));
    }

    @Test
    void nobody_attends_before_having_a_seat() {
        border.afterReception()
                .when(COMMUNE, confirm("2013-03-05"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("RECEIVED", List.of("ASSIGNED", "SUSPENDED")));
        border.afterAssignment()
                .when(CELL, confirm("2013-02-28"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("RECEIVED", List.of("ASSIGNED", "SUSPENDED")));
    }

    @Test
    void nobody_attends_while_suspended() {
        border.afterSuspension()
                .when(CELL, confirm("2014-01-05"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("SUSPENDED", List.of("ASSIGNED")));
    }

    @Test
    void nobody_attends_after_the_end() {
        border.afterAssignment()
                .given(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-06-30"), REASON))
                .when(CELL, confirm("2014-06-30"))
                .refused(new CellAssignmentRejection.AlreadyOver("ENDED", day("2014-06-30")));
    }

    @Test
    void attendance_is_confirmed_once() {
        border.afterAssignment()
                .given(CELL, confirmed("2013-03-05"))
                .when(COMMUNE, confirm("2013-04-05"))
                .refused(new CellAssignmentRejection.AttendanceAlreadyConfirmed(day("2013-03-05")));
    }

    private static CellAssignmentEvent.AttendanceConfirmed confirmed(String day) {
        return new CellAssignmentEvent.AttendanceConfirmed(day(day));
    }

    private static CellAssignmentCommand.ConfirmAttendance confirm(String day) {
        return new CellAssignmentCommand.ConfirmAttendance(ASSIGNMENT, day(day));
    }
}
