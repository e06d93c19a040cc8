package org.coordinationledger.cellassignment.command;

import static org.coordinationledger.cellassignment.command.Border.ASSIGNMENT;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.OTHER_PROVINCES;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REGULATION;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;

class IntroduceTest {

    private final Border border = new Border();

    @Test
    void the_posts_party_committee_introduces_the_member_by_letter() {
        border.afterAgreement().when(POST_DECIDES, introduce("2013-02-20")).recorded(Border.introduced()).keys();
    }

    @Test
    void a_letter_may_name_cells_of_the_commune() {
        border.afterAgreement()
                .when(POST_DECIDES, introduce("2013-02-20", "cell-1", "cell-2"))
                .recorded(Border.introduced("cell-1", "cell-2"));
    }

    @Test
    void introducing_is_a_decision_of_the_post() {
        border.afterAgreement()
                .when(new Actor("somebody-else", organisation("post"), Role.RECORDER), introduce("2013-02-20"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        border.afterAgreement()
                .when(COMMUNE_DECIDES, introduce("2013-02-20"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
        border.afterAgreement()
                .when(decider("border-guard"), introduce("2013-02-20"))
                .refused(new CellAssignmentRejection.NotYourStep(List.of("post")));
    }

    @Test
    void who_selects_does_not_introduce_in_whatever_role() {
        border.afterAgreement()
                .when(new Actor(POST.person(), organisation("post"), Role.SIGNATORY), introduce("2013-02-20"))
                .refused(new CellAssignmentRejection.SelectedByTheSamePerson());
    }

    @Test
    void who_corrected_the_selection_does_not_introduce_and_who_introduced_does_not_correct_it() {
        Actor editor = new Actor("editor", organisation("post"), Role.APPROVER);
        Amend.Correct correct = new Amend.Correct(
                new AnyRecordId("assignment"), day("2026-01-01"), 0, Border.selected(), Border.REASON, List.of());
        border.afterAgreement()
                .given(editor, correct.event())
                .when(editor, introduce("2013-02-20"))
                .refused(new CellAssignmentRejection.SelectedByTheSamePerson());
        border.afterAgreement()
                .given(editor, Border.introduced())
                .when(editor, correct)
                .refused(new CellAssignmentRejection.SelectedByTheSamePerson());
        border.afterAgreement()
                .given(editor, correct.event())
                .when(POST_DECIDES, introduce("2013-02-20"))
                .recorded(Border.introduced());
    }

    @Test
    void the_posts_command_does_not_introduce() {
        border.afterAgreement()
                .when(POST_DECIDES.through(Body.COMMAND), introduce("2013-02-20"))
                .refused(new CellAssignmentRejection.IntroducedByAnotherBody("COMMAND"));
        border.afterAgreement()
                .when(POST_DECIDES.through(Body.COMMITTEE), introduce("2013-02-20"))
                .recorded(Border.introduced());
    }

    @Test
    void nobody_is_introduced_before_the_commune_agreed() {
        border.afterSelection()
                .when(POST_DECIDES, introduce("2013-02-20"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("SELECTED", List.of("AGREED")));
        border.afterAgreement()
                .when(POST_DECIDES, introduce("2013-02-09"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("SELECTED", List.of("AGREED")));
    }

    @Test
    void nobody_is_introduced_twice() {
        border.afterIntroduction()
                .when(POST_DECIDES, introduce("2013-02-21"))
                .refused(new CellAssignmentRejection.StepOutOfOrder("INTRODUCED", List.of("AGREED")));
    }

    @Test
    void a_letter_is_not_dated_after_the_introduction() {
        border.afterAgreement()
                .when(POST_DECIDES, introduction("2013-02-20", "2013-02-21"))
                .refused(new CellAssignmentRejection.LetterAfterIntroduction(day("2013-02-21"), day("2013-02-20")));
    }

    @Test
    void a_letter_names_standing_cells_of_that_commune_only() {
        border.afterAgreement()
                .when(POST_DECIDES, introduce("2013-02-20", "cell-1", "cell-of-commune-2"))
                .refused(new CellAssignmentAcross.CellOfAnotherCommune("cell-of-commune-2", "commune"));
        border.afterAgreement()
                .when(POST_DECIDES, introduce("2013-02-20", "post-2"))
                .refused(new NeighbourRejection.WrongOrganisationKind("post-2", "BORDER_POST", List.of("CELL")));
        border.afterAgreement()
                .when(POST_DECIDES, introduce("2013-02-20", "nothing"))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nothing", day("2013-02-20")));
        border.dissolve("cell-2", "2013-02-20");
        border.afterAgreement()
                .when(POST_DECIDES, introduce("2013-02-20", "cell-2"))
                .refused(new NeighbourRejection.OrganisationDissolved("cell-2", day("2013-02-20"), List.of()));
    }

    @Test
    void a_basis_cited_is_in_force_and_applies_to_the_post() {
        border.afterAgreement()
                .when(POST_DECIDES, citing(REGULATION))
                .recorded(cited(REGULATION));
        border.afterAgreement()
                .when(POST_DECIDES, citing(OTHER_PROVINCES))
                .refused(new NeighbourRejection.BasisDoesNotApply("other-provinces-regulation", "09-QĐ/TU", "post"));
    }

    private static CellAssignmentCommand.Introduce introduce(String day, String... cells) {
        return introduction(day, day, cells);
    }

    private static CellAssignmentCommand.Introduce introduction(String day, String letterDate, String... cells) {
        return new CellAssignmentCommand.Introduce(
                ASSIGNMENT, day(day), new DocumentNumber("1-GT/ĐU"), day(letterDate),
                Stream.of(cells).map(OrganisationId::new).toList(), Regime.PROVISIONAL_PARTICIPATION, false, List.of());
    }

    private static CellAssignmentCommand.Introduce citing(BasisDocumentId basis) {
        CellAssignmentEvent.Introduced event = cited(basis);
        return new CellAssignmentCommand.Introduce(
                ASSIGNMENT, event.effectiveOn(), event.letter(), event.letterDate(), event.cells(), event.regime(),
                event.votingRight(), event.bases());
    }

    private static CellAssignmentEvent.Introduced cited(BasisDocumentId basis) {
        return new CellAssignmentEvent.Introduced(
                day("2013-02-20"), new DocumentNumber("1-GT/ĐU"), day("2013-02-20"), List.of(), Regime.ATTENDANCE, true,
                List.of(basis));
    }
}
