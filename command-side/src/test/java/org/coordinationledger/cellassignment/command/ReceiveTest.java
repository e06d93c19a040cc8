package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.junit.jupiter.api.Test;

class ReceiveTest {

    private final Border border = new Border();

    @Test
    void the_commune_receives_the_member() {
        border.afterIntroduction().when(COMMUNE, receive("2013-02-25")).recorded(Border.received()).keys();
    }

    @Test
    void whoever_decides_for_the_commune_may_receive_too() {
        border.afterIntroduction().when(COMMUNE_DECIDES, receive("2013-02-25")).recorded(Border.received());
    }

    @Test
    void only_the_commune_receives() {
        border.afterIntroduction()
                .when(POST, receive("2013-02-25"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("commune")));
        border.afterIntroduction()
                .when(recorder("province"), receive("2013-02-25"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("commune")));
        border.afterIntroduction()
                .when(recorder("commune-2"), receive("2013-02-25"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("commune")));
    }

    @Test
    void nobody_is_received_before_being_introduced() {
        border.afterAgreement()
                .when(COMMUNE, receive("2013-02-25"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("AGREED", List.of("INTRODUCED")));
        border.afterIntroduction()
                .when(COMMUNE, receive("2013-02-19"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("AGREED", List.of("INTRODUCED")));
    }

    @Test
    void who_asked_for_a_replacement_does_not_receive() {
        border.afterIntroduction()
                .given(COMMUNE_DECIDES, new CellAssignmentEvent.ReplacementRequested(day("2013-02-22"), Border.REASON))
                .when(COMMUNE, receive("2013-02-25"))
                .refused(new CellAssignmentRejection.StepOutOfOrder(
                        "REPLACEMENT_REQUESTED", List.of("INTRODUCED")));
    }

    @Test
    void an_inspector_receives_nobody() {
        Actor inspector = new Actor("inspector", COMMUNE.organisation(), Role.INSPECTOR);
        border.afterIntroduction()
                .when(inspector, receive("2013-02-25"))
                .refused(new CommandRejection.RoleNotCompetent("INSPECTOR", "RECORD"));
    }

    private static CellAssignmentCommand.Receive receive(String day) {
        return new CellAssignmentCommand.Receive(ASSIGNMENT, day(day));
    }
}
