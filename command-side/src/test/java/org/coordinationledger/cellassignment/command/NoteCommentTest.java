package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.CELL;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.junit.jupiter.api.Test;

class NoteCommentTest {

    private final Border border = new Border();

    @Test
    void the_post_takes_note_of_the_hosts_comment() {
        border.afterAssignment()
                .given(CELL, Border.commented())
                .when(POST, note("2014-01-05", "2013"))
                .recorded(noted("2014-01-05"))
                .keys();
    }

    @Test
    void the_host_does_not_note_its_own_comment() {
        border.afterAssignment()
                .given(CELL, Border.commented())
                .when(COMMUNE, note("2014-01-05", "2013"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
    }

    @Test
    void what_was_not_commented_on_is_not_noted() {
        border.afterAssignment()
                .when(POST, note("2014-01-05", "2013"))
                .refused(new CellAssignmentRejection.NoCommentToNote("2013"));
        border.afterAssignment()
                .given(CELL, Border.commented())
                .when(POST, note("2014-01-05", "2013-Q4"))
                .refused(new CellAssignmentRejection.NoCommentToNote("2013-Q4"));
    }

    @Test
    void a_comment_is_not_noted_before_it_is_made() {
        border.afterAssignment()
                .given(CELL, Border.commented())
                .when(POST, note("2013-12-19", "2013"))
                .refused(new CellAssignmentRejection.NoCommentToNote("2013"));
    }

    @Test
    void a_comment_is_noted_once() {
        border.afterAssignment()
                .given(CELL, Border.commented())
                .given(POST, noted("2014-01-05"))
                .when(POST, note("2014-01-06", "2013"))
                .refused(new CellAssignmentRejection.NoCommentToNote("2013"));
    }

    @Test
    void nothing_is_noted_after_the_end() {
        border.afterAssignment()
                .given(CELL, Border.commented())
                .given(POST_DECIDES, new CellAssignmentEvent.Ended(day("2014-06-30"), REASON))
                .when(POST, note("2014-07-01", "2013"))
                .refused(new CellAssignmentRejection.AlreadyOver("ENDED", day("2014-06-30")));
    }

    private static CellAssignmentEvent.CommentNoted noted(String day) {
        return new CellAssignmentEvent.CommentNoted(day(day), new CommentPeriod("2013"));
    }

    private static CellAssignmentCommand.NoteComment note(String day, String period) {
        return new CellAssignmentCommand.NoteComment(ASSIGNMENT, day(day), new CommentPeriod(period));
    }
}
