package org.coordinationledger.cellassignment.command;

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
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.command.record.RegistryInMemory.RecordedAlong;
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

    /** What is recorded about the other assignment, at a sequence of its own. */
    private static RecordedAlong along(long sequence, long corrects, CellAssignmentEvent replacement) {
        return new RecordedAlong(
                OTHER.value(), sequence,
                new Amendment.Corrected(day("2026-01-01"), corrects, replacement, "1", REASON, List.of()));
    }

    @Test
    void its_number_is_corrected_in_both_at_once_and_both_keep_their_seats() {
        Amend.Correct correct = correct(2, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2"));
        String now = "letter:post:2013-02-20:2-GT/ĐU";

        seatedTwice().when(POST_DECIDES, correct)
                .recorded(correct.event())
                .along(along(5, 2, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2")))
                .keys(
                        new Recorded(SEAT, held("assignment", "2013-03-01", null, now)),
                        new Recorded(SEAT, held("other", "2013-03-01", null, now)));
    }

    @Test
    void what_was_corrected_before_is_corrected_at_its_head() {
        Decision<CellAssignment> twice = seatedTwice();
        other(OTHER, POST_DECIDES, new Amendment.Corrected(
                day("2025-01-01"), 2, letter("3-GT/ĐU", "2013-02-20", "cell-1", "cell-2"), "1", REASON, List.of()));
        Amend.Correct correct = correct(2, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2"));

        twice.when(POST_DECIDES, correct)
                .recorded(correct.event())
                .along(along(6, 5, letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2")));
    }

    @Test
    void a_correction_that_is_taken_back_is_taken_back_in_both() {
        String now = "letter:post:2013-02-20:2-GT/ĐU";
        CellAssignmentEvent.Introduced corrected = letter("2-GT/ĐU", "2013-02-20", "cell-1", "cell-2");
        Amendment.Corrected correction =
                new Amendment.Corrected(day("2025-01-01"), 2, corrected, "1", REASON, List.of());
        Decision<CellAssignment> twice = seatedTwice().given(POST_DECIDES, correction);
        other(OTHER, POST_DECIDES, correction);
        border.registry
                .holding(SEAT, held("assignment", "2013-03-01", null, now))
                .holding(SEAT, held("other", "2013-03-01", null, now));
        Amend.Void back = new Amend.Void(new AnyRecordId("assignment"), day("2026-01-01"), 5, REASON, List.of());

        twice.when(POST_DECIDES, back)
                .recorded(back.event())
                .along(along(6, 5, letter("1-GT/ĐU", "2013-02-20", "cell-1", "cell-2")))
                .keys(
                        new Recorded(SEAT, held("assignment", "2013-03-01", null, LETTER)),
                        new Recorded(SEAT, held("other", "2013-03-01", null, LETTER)));
    }

    @Test
    void a_further_cell_is_named_in_both() {
        border.stands("cell-3", OrganisationKind.CELL, "commune");
        Amend.Correct correct = correct(2, letter("1-GT/ĐU", "2013-02-20", "cell-1", "cell-2", "cell-3"));

        seatedTwice().when(POST_DECIDES, correct)
                .recorded(correct.event())
                .along(along(5, 2, letter("1-GT/ĐU", "2013-02-20", "cell-1", "cell-2", "cell-3")))
                .keys();
    }

    @Test
    void a_letter_that_no_longer_names_the_others_cell_is_refused_and_names_the_other() {
        seatedTwice()
                .when(POST_DECIDES, correct(2, letter("1-GT/ĐU", "2013-02-20", "cell-1")))
                .refused(new CommandRejection.CounterpartRefused(
                        "cell-assignments", "other", "timeline/breaks-later-steps"));
    }

    @Test
    void what_is_no_letter_of_the_others_leaves_them_alone() {
        Amend.Correct ownDay = correct(2, new CellAssignmentEvent.Introduced(
                day("2013-02-21"), new DocumentNumber("1-GT/ĐU"), day("2013-02-20"),
                List.of(organisation("cell-1"), organisation("cell-2")), Border.introduced().regime(), true, List.of()));

        seatedTwice().when(POST_DECIDES, ownDay).recorded(ownDay.event()).along().keys();
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
                .refused(new CommandRejection.CounterpartRefused(
                        "cell-assignments", "other", "cell-assignment/selected-by-the-same-person"));
    }
}
