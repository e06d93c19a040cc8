package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

class RequestReplacementTest {

    private final Border border = new Border();

    @Test
    void the_commune_asks_for_somebody_else_instead_of_receiving() {
        border.afterIntroduction()
                .when(COMMUNE_DECIDES, requestReplacement("2013-02-22"))
                .recorded(new CellAssignmentEvent.ReplacementRequested(day("2013-02-22"), REASON))
                .keys();
    }

    @Test
    void asking_for_a_replacement_is_a_decision_of_the_commune() {
        border.afterIntroduction()
                .when(COMMUNE, requestReplacement("2013-02-22"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterIntroduction()
                .when(POST_DECIDES, requestReplacement("2013-02-22"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("commune")));
    }

    @Test
    void who_has_been_received_is_not_sent_back() {
        border.afterReception()
                .when(COMMUNE_DECIDES, requestReplacement("2013-02-26"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("RECEIVED", List.of("INTRODUCED")));
    }

    @Test
    void a_request_before_the_reception_would_leave_no_room_for_it() {
        border.afterReception()
                .when(COMMUNE_DECIDES, requestReplacement("2013-02-22"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        3, "cell-assignment.received", day("2013-02-25"), "cell-assignment/step-out-of-order"))));
    }

    private static CellAssignmentCommand.RequestReplacement requestReplacement(String day) {
        return new CellAssignmentCommand.RequestReplacement(ASSIGNMENT, day(day), REASON);
    }
}
