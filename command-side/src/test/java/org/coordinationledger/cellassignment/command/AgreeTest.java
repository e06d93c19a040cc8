package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

class AgreeTest {

    private final Border border = new Border();

    @Test
    void the_commune_agrees_to_the_choice() {
        border.afterSelection().when(COMMUNE_DECIDES, agree("2013-02-10")).recorded(Border.agreed()).keys();
    }

    @Test
    void agreeing_is_a_decision_of_the_commune() {
        border.afterSelection()
                .when(COMMUNE, agree("2013-02-10"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterSelection()
                .when(POST_DECIDES, agree("2013-02-10"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("commune")));
    }

    @Test
    void a_superior_does_not_agree_in_the_place_of_the_commune() {
        border.afterSelection()
                .when(decider("province"), agree("2013-02-10"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("commune")));
    }

    @Test
    void nothing_is_agreed_to_before_it_is_selected() {
        border.afterSelection()
                .when(COMMUNE_DECIDES, agree("2013-01-31"))
                .refused(new TimelineRejection.NotYetBegun(day("2013-01-31")));
    }

    @Test
    void a_commune_agrees_only_once() {
        border.afterAgreement()
                .when(COMMUNE_DECIDES, agree("2013-02-11"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("AGREED", List.of("SELECTED")));
    }

    @Test
    void an_earlier_agreement_than_the_one_recorded_leaves_no_room_for_that_one() {
        border.afterAgreement()
                .when(COMMUNE_DECIDES, agree("2013-02-05"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "cell-assignment.agreed", day("2013-02-10"), "cell-assignment/step-out-of-order"))));
    }

    @Test
    void a_dissolved_commune_agrees_to_nothing() {
        border.dissolve("commune", "2013-02-10");
        border.afterSelection()
                .when(COMMUNE_DECIDES, agree("2013-02-10"))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2013-02-10"), List.of()));
    }

    @Test
    void a_day_before_the_party_was_founded_is_no_day_of_this_ledger() {
        border.afterSelection()
                .when(COMMUNE_DECIDES, agree("1929-12-31"))
                .refused(new ValueRejection.ImpossibleDate("1929-12-31"));
    }

    private static CellAssignmentCommand.Agree agree(String day) {
        return new CellAssignmentCommand.Agree(ASSIGNMENT, day(day), null);
    }
}
