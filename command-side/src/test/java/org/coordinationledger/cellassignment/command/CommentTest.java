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
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.junit.jupiter.api.Test;

class CommentTest {

    private final Border border = new Border();

    @Test
    void the_cell_comments_for_a_year_or_a_quarter() {
        border.afterAssignment().when(CELL, comment("2013-12-20", "2013")).recorded(commented("2013-12-20", "2013"));
        border.afterAssignment()
                .when(COMMUNE, comment("2013-09-30", "2013-Q3"))
                .recorded(commented("2013-09-30", "2013-Q3"))
                .keys();
    }

    @Test
    void only_the_host_comments() {
        border.afterAssignment()
                .when(POST, comment("2013-12-20", "2013"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("cell-1", "commune")));
        border.afterAssignment()
                .when(recorder("commune-2"), comment("2013-12-20", "2013"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("cell-1", "commune")));
    }

    @Test
    void nobody_comments_on_a_member_without_a_seat() {
        border.afterReception()
                .when(COMMUNE, comment("2013-12-20", "2013"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("RECEIVED", List.of("ASSIGNED", "SUSPENDED")));
    }

    @Test
    void a_suspended_member_is_still_commented_on() {
        border.afterSuspension().when(CELL, comment("2014-01-10", "2013")).recorded(commented("2014-01-10", "2013"));
    }

    @Test
    void a_period_is_commented_on_once() {
        border.afterAssignment()
                .given(CELL, Border.commented())
                .when(COMMUNE, comment("2013-12-25", "2013"))
                .refused(new CellAssignmentRejection.AlreadyCommented("2013"));
        border.afterAssignment()
                .given(CELL, Border.commented())
                .when(CELL, comment("2013-12-25", "2013-Q4"))
                .recorded(commented("2013-12-25", "2013-Q4"));
    }

    @Test
    void a_period_wholly_before_the_seat_is_not_commented_on() {
        border.afterAssignment()
                .when(CELL, comment("2013-12-20", "2012"))
                .refused(new CellAssignmentRejection.PeriodOutsideAssignment("2012", day("2013-03-01")));
        border.afterAssignment()
                .when(CELL, comment("2013-12-20", "2013-Q1"))
                .recorded(commented("2013-12-20", "2013-Q1"));
    }

    @Test
    void a_period_that_has_not_begun_is_not_commented_on() {
        border.afterAssignment()
                .when(CELL, comment("2013-09-30", "2013-Q4"))
                .refused(new CellAssignmentRejection.PeriodOutsideAssignment("2013-Q4", day("2013-03-01")));
        border.afterAssignment()
                .when(CELL, comment("2013-10-01", "2013-Q4"))
                .recorded(commented("2013-10-01", "2013-Q4"));
    }

    @Test
    void nothing_is_commented_on_after_the_end() {
        border.afterAssignment()
                .given(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-06-30"), REASON))
                .when(CELL, comment("2014-07-01", "2014-Q2"))
                .refused(new CellAssignmentRejection.AlreadyOver("ENDED", day("2014-06-30")));
    }

    private static CellAssignmentEvent.HostCommented commented(String day, String period) {
        return new CellAssignmentEvent.HostCommented(day(day), new CommentPeriod(period), null);
    }

    private static CellAssignmentCommand.Comment comment(String day, String period) {
        return new CellAssignmentCommand.Comment(ASSIGNMENT, day(day), new CommentPeriod(period), null);
    }
}
