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
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.MemberId;
import org.junit.jupiter.api.Test;

class ReplaceTest {

    private static final CellAssignmentId NEXT = new CellAssignmentId("next");

    private final Border border = new Border();

    ReplaceTest() {
        selected(NEXT, "post", "commune", "2014-05-01");
    }

    @Test
    void another_assignment_takes_the_place_of_this_one_and_the_seat_is_free() {
        border.seatHeld(since("2013-03-01"));
        border.afterAssignment()
                .when(POST_DECIDES, replace("2014-06-01", NEXT))
                .recorded(new CellAssignmentEvent.Replaced(day("2014-06-01"), NEXT, REASON))
                .keys(new Recorded(SEAT, Border.held(period("2013-03-01", "2014-06-01"))));
    }

    @Test
    void a_requested_replacement_is_answered_by_one() {
        border.afterIntroduction()
                .given(COMMUNE_DECIDES, new CellAssignmentEvent.ReplacementRequested(day("2013-02-22"), REASON))
                .when(POST_DECIDES, replace("2014-06-01", NEXT))
                .recorded(new CellAssignmentEvent.Replaced(day("2014-06-01"), NEXT, REASON))
                .keys();
    }

    @Test
    void a_suspended_assignment_can_be_replaced() {
        border.seatHeld(period("2013-03-01", "2014-01-01"));
        border.afterSuspension()
                .when(POST_DECIDES, replace("2014-06-01", NEXT))
                .recorded(new CellAssignmentEvent.Replaced(day("2014-06-01"), NEXT, REASON))
                .keys();
    }

    @Test
    void who_was_only_introduced_or_received_is_not_replaced() {
        List<String> needed = List.of("REPLACEMENT_REQUESTED", "ASSIGNED", "SUSPENDED");
        border.afterIntroduction()
                .when(POST_DECIDES, replace("2014-06-01", NEXT))
                .refused(new CellAssignmentRejection.StepOutOfOrder("INTRODUCED", needed));
        border.afterReception()
                .when(POST_DECIDES, replace("2014-06-01", NEXT))
                .refused(new CellAssignmentRejection.StepOutOfOrder("RECEIVED", needed));
    }

    @Test
    void replacing_is_a_decision_of_the_post() {
        border.afterAssignment()
                .when(POST, replace("2014-06-01", NEXT))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterAssignment()
                .when(COMMUNE_DECIDES, replace("2014-06-01", NEXT))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
    }

    @Test
    void the_replacement_is_another_assignment_that_exists_by_then() {
        border.afterAssignment()
                .when(POST_DECIDES, replace("2014-06-01", new CellAssignmentId("nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("cell-assignments", "nothing", day("2014-06-01")));
        border.afterAssignment()
                .when(POST_DECIDES, replace("2014-04-30", NEXT))
                .refused(new NeighbourRejection.UnknownNeighbour("cell-assignments", "next", day("2014-04-30")));
    }

    @Test
    void an_assignment_does_not_replace_itself() {
        selected(ASSIGNMENT, "post", "commune", "2013-02-01");
        border.afterAssignment()
                .when(POST_DECIDES, replace("2014-06-01", ASSIGNMENT))
                .refused(new CellAssignmentAcross.NotAReplacement("assignment"));
    }

    @Test
    void the_replacement_is_from_the_same_post_to_the_same_commune() {
        CellAssignmentId otherPost = new CellAssignmentId("of-other-post");
        CellAssignmentId otherCommune = new CellAssignmentId("to-other-commune");
        selected(otherPost, "post-2", "commune", "2014-05-01");
        selected(otherCommune, "post", "commune-2", "2014-05-01");
        border.afterAssignment()
                .when(POST_DECIDES, replace("2014-06-01", otherPost))
                .refused(new CellAssignmentAcross.NotAReplacement("of-other-post"));
        border.afterAssignment()
                .when(POST_DECIDES, replace("2014-06-01", otherCommune))
                .refused(new CellAssignmentAcross.NotAReplacement("to-other-commune"));
    }

    @Test
    void what_was_replaced_is_over() {
        border.afterAssignment()
                .given(POST_DECIDES, new CellAssignmentEvent.Replaced(day("2014-06-01"), NEXT, REASON))
                .when(POST_DECIDES, replace("2014-07-01", NEXT))
                .refused(new CellAssignmentRejection.AlreadyOver("REPLACED", day("2014-06-01")));
    }

    private void selected(CellAssignmentId id, String post, String commune, String day) {
        border.registry.with(
                CellAssignmentState.TYPE,
                id,
                recorder(post),
                new CellAssignmentEvent.Selected(
                        day(day), new MemberId("member-2"), organisation(post), organisation(commune), false,
                        List.of()));
    }

    private static CellAssignmentCommand.Replace replace(String day, CellAssignmentId by) {
        return new CellAssignmentCommand.Replace(ASSIGNMENT, day(day), by, REASON);
    }
}
