package org.coordinationledger.cellassignment.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.cellassignment.command.AssignTest.held;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE;
import static org.coordinationledger.cellassignment.command.Border.COMMUNE_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.MEMBER;
import static org.coordinationledger.cellassignment.command.Border.POST;
import static org.coordinationledger.cellassignment.command.Border.POST_DECIDES;
import static org.coordinationledger.cellassignment.command.Border.REASON;
import static org.coordinationledger.cellassignment.command.Border.SEAT;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Companion;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.Test;

/** One letter introduces a member to two cells, and both assignments hold their seats under it. */
class CorrectLetterTest {

    private static final CellAssignmentId OTHER = new CellAssignmentId("other");
    private static final String LETTER = "letter:post:2013-02-20:1-GT/ĐU";

    private final Border border = new Border();

    /** The assignment to the first cell, with another to the second beside it. */
    private Decision<CellAssignment> seatedTwice() {
        sits(OTHER, MEMBER, "cell-2", "cell-1", "cell-2");
        border.registry
                .holding(SEAT, held("assignment", "2013-03-01", null, LETTER))
                .holding(SEAT, held("other", "2013-03-01", null, LETTER))
                .holding(SEAT + ":cell-1", held("assignment", "2013-03-01", null, null))
                .holding(SEAT + ":cell-2", held("other", "2013-03-01", null, null));
        return border.afterReception("cell-1", "cell-2").given(COMMUNE_DECIDES, Border.assigned());
    }

    private void sits(CellAssignmentId id, MemberId member, String cell, String... named) {
        other(id, POST, new CellAssignmentEvent.Selected(
                day("2013-02-01"), member, organisation("post"), organisation("commune"), false, List.of()));
        other(id, COMMUNE_DECIDES, Border.agreed());
        other(id, POST_DECIDES, Border.introduced(named));
        other(id, COMMUNE, Border.received());
        other(id, COMMUNE_DECIDES, new CellAssignmentEvent.Assigned(
                day("2013-03-01"), organisation(cell), List.of()));
    }

    private void other(CellAssignmentId id, Actor actor, RecordEvent event) {
        border.registry.with(CellAssignmentState.TYPE, id, actor, event);
    }

    private static CellAssignmentEvent.Introduced letter(String number, String date, String... cells) {
        CellAssignmentEvent.Introduced e = Border.introduced();
        return new CellAssignmentEvent.Introduced(
                e.effectiveOn(), new DocumentNumber(number), day(date),
                Stream.of(cells).map(OrganisationId::new).toList(), e.regime(), e.votingRight(), e.bases());
    }

    private static Amend.Correct correct(long corrects, CellAssignmentEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("assignment"), day("2026-01-01"), corrects, replacement, REASON, List.of());
    }

    private static Companion companion(long corrects, CellAssignmentEvent replacement) {
        return new Companion(
                OTHER, new Amendment.Corrected(day("2026-01-01"), corrects, replacement, "1", REASON, List.of()));
    }

    @Test
    void its_number_is_corrected_in_both_at_once_and_both_keep_their_seats() {
        Amend.Correct correct = correct(2, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2"));
        String now = "letter:post:2013-02-20:2-GT/ĐU";

        seatedTwice().when(POST_DECIDES, correct).recorded(correct.event()).keys(
                new Recorded(SEAT, held("assignment", "2013-03-01", null, now)),
                new Recorded(SEAT, held("other", "2013-03-01", null, now)));

        assertThat(border.registry.companions())
                .containsExactly(companion(2, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2")));
    }

    @Test
    void what_was_corrected_before_is_corrected_at_its_head() {
        CellAssignmentEvent.Introduced first = letter("3-GT/ĐU", "2013-02-20", "cell-1", "cell-2");
        Decision<CellAssignment> twice = seatedTwice();
        other(OTHER, POST_DECIDES, new Amendment.Corrected(day("2025-01-01"), 2, first, "1", REASON, List.of()));
        Amend.Correct correct = correct(2, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2"));

        twice.when(POST_DECIDES, correct).recorded(correct.event());

        assertThat(border.registry.companions())
                .containsExactly(companion(5, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2")));
    }

    @Test
    void a_further_cell_is_named_in_both() {
        border.stands("cell-3", OrganisationKind.CELL, "commune");
        Amend.Correct correct = correct(2, letter("1-GT/ĐU", "2013-02-20", "cell-1", "cell-2", "cell-3"));

        seatedTwice().when(POST_DECIDES, correct).recorded(correct.event()).keys();

        assertThat(border.registry.companions())
                .containsExactly(companion(2, letter("1-GT/ĐU", "2013-02-20", "cell-1", "cell-2", "cell-3")));
    }

    @Test
    void a_letter_that_no_longer_names_the_others_cell_is_refused_and_names_the_other() {
        seatedTwice()
                .when(POST_DECIDES, correct(2, letter("1-GT/ĐU", "2013-02-20", "cell-1")))
                .refused(new CommandRejection.CompanionRefused("other", "timeline/breaks-later-steps"));
        assertThat(border.registry.companions()).isEmpty();
    }

    @Test
    void what_is_no_letter_of_the_others_leaves_them_alone() {
        Amend.Correct sameLetter = correct(2, new CellAssignmentEvent.Introduced(
                day("2013-02-21"), new DocumentNumber("1-GT/ĐU"), day("2013-02-20"),
                List.of(organisation("cell-1"), organisation("cell-2")), Border.introduced().regime(), true, List.of()));

        seatedTwice().when(POST_DECIDES, sameLetter).recorded(sameLetter.event()).keys();

        assertThat(border.registry.companions()).as("its own day and voting right").isEmpty();
    }

    @Test
    void another_who_corrects_the_other_step_must_be_allowed_to_there_too() {
        sits(OTHER, MEMBER, "cell-2", "cell-1", "cell-2");
        border.registry
                .holding(SEAT, held("assignment", "2013-03-01", null, LETTER))
                .holding(SEAT, held("other", "2013-03-01", null, LETTER));
        Actor selecting = new Actor(
                POST.person(), organisation("post"), Role.APPROVER);
        Decision<CellAssignment> selectedByAnother = border.decision()
                .given(new Actor("third", organisation("post"), Role.RECORDER), Border.selected())
                .given(COMMUNE_DECIDES, Border.agreed())
                .given(POST_DECIDES, Border.introduced("cell-1", "cell-2"))
                .given(COMMUNE, Border.received())
                .given(COMMUNE_DECIDES, Border.assigned());

        selectedByAnother
                .when(selecting, correct(2, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2")))
                .refused(new CommandRejection.CompanionRefused("other", "cell-assignment/selected-by-the-same-person"));
    }
}
