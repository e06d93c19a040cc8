package org.coordinationledger.cellassignment.view;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Agreed;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Assigned;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.AttendanceConfirmed;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.CommentNoted;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.HostCommented;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Introduced;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Received;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Replaced;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Resumed;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Selected;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Suspended;
import org.coordinationledger.cellassignment.event.CellAssignmentState.Letter;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellassignment.event.Stage;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.view.declaration.Deadline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Reliance.Condition;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What lists and figures show of cell assignments. */
public final class CellAssignmentView {

    private static final String HOST_COMMENT_SINCE = "hostCommentSince";

    private static final Figure OPEN_ASSIGNMENTS = Figure.count("openCellAssignments")
            .where(FeatureView.OPEN, true)
            .placedBy("post", "commune", "cell");

    /** Selected, agreed to, introduced by letter, received, and only then given a seat. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .needs(Agreed.class, Selected.class)
            .needs(Introduced.class, Selected.class, Agreed.class)
            .needs(Received.class, Introduced.class)
            .needs(Assigned.class, Selected.class, Agreed.class, Introduced.class, Received.class)
            .needs(AttendanceConfirmed.class, Assigned.class)
            .needs(HostCommented.class, Assigned.class)
            .needs(CommentNoted.class, HostCommented.class)
            .needs(Resumed.class, Suspended.class)
            .apart(Introduced.class, Selected.class)
            .restsOnADocument(Introduced.class)
            .part(HostCommented.class, HostCommented::period)
            .part(CommentNoted.class, CommentNoted::period)
            .document(Agreed.class, Agreed::document)
            .document(Introduced.class, Introduced::letter)
            .document(HostCommented.class, HostCommented::letter)
            .relies(Selected.class, (e, on) -> {
                on.standing(e.post(), OrganisationKind.BORDER_POST);
                on.standing(e.commune(), OrganisationKind.COMMUNE_PARTY_COMMITTEE);
                on.availableAt(e.post(), e.member());
            })
            .relies(Introduced.class, CellAssignmentState.class, (e, before, on) -> {
                on.standing(before.commune());
                e.cells().forEach(cell -> on.cellUnder(cell, before.commune()));
            })
            .relies(Assigned.class, CellAssignmentState.class, (e, before, on) -> {
                on.availableAt(before.post(), before.member());
                on.cellUnder(e.cell(), before.commune());
            })
            .relies(Replaced.class, CellAssignmentState.class, (e, before, on) -> on.state(
                    Condition.TAKES_ITS_PLACE, CellAssignmentState.TYPE, e.by(),
                    other -> other.post().equals(before.post()) && other.commune().equals(before.commune())))
            .build();

    public static final FeatureView<CellAssignmentState> VIEW = FeatureView.of(CellAssignmentState.TYPE)
            .revision(3)
            .open(CellAssignmentState::open)
            .code("stage", Stage.class, CellAssignmentState::stage)
            .record("member", MemberState.TYPE, CellAssignmentState::member)
            .organisation("post", CellAssignmentState::post)
            .organisation("commune", CellAssignmentState::commune)
            .organisation("cell", CellAssignmentState::cell)
            .organisations("letterCells", s -> {
                Letter letter = s.letter();
                return letter == null ? List.of() : letter.cells();
            })
            .text("letter", s -> {
                Letter letter = s.letter();
                return letter == null ? null : letter.number();
            })
            .date("letterDate", s -> {
                Letter letter = s.letter();
                return letter == null ? null : letter.date();
            })
            .code("regime", Regime.class, s -> {
                Letter letter = s.letter();
                return letter == null ? null : letter.regime();
            })
            .date("assignedOn", CellAssignmentState::assignedOn)
            .flag("attends", s -> s.attendsSince() != null)
            .date(HOST_COMMENT_SINCE, CellAssignmentView::hostCommentSince)
            .waiting(WaitingFor.class, CellAssignmentView::waiting)
            .searchedBy("letter")
            .titledBy("member", "cell")
            .flag("illustrative", CellAssignmentState::illustrative)
            .figure(OPEN_ASSIGNMENTS)
            .figure(OPEN_ASSIGNMENTS.growth("openCellAssignmentsGrowth"))
            .figure(Figure.distinct("cellsCovered", "cell")
                    .where(FeatureView.OPEN, true)
                    .placedBy("post", "commune", "cell"))
            .figure(Figure.count("hostCommentsMissing")
                    .reached(HOST_COMMENT_SINCE)
                    .where(FeatureView.OPEN, true)
                    .placedBy("post", "commune", "cell"))
            .papers(PaperKind.INTRODUCTION_LETTER, PaperKind.SELECTION_CONSENT, PaperKind.HOST_COMMENT)
            .trail(TRAIL)
            .build();

    /** What an assignment waits for. */
    private enum WaitingFor {
        ASSIGNMENT_AGREEMENT,
        ASSIGNMENT_INTRODUCTION,
        ASSIGNMENT_RECEIPT,
        ASSIGNMENT_TO_CELL,
        ASSIGNMENT_REPLACEMENT,
        HOST_COMMENT
    }

    private CellAssignmentView() {}

    private static List<Waiting> waiting(CellAssignmentState state) {
        return switch (state.stage()) {
            case SELECTED -> waiting(state, WaitingFor.ASSIGNMENT_AGREEMENT, state.commune(), Competence.DECIDE);
            case AGREED -> waiting(state, WaitingFor.ASSIGNMENT_INTRODUCTION, state.post(), Competence.DECIDE);
            case INTRODUCED -> waiting(state, WaitingFor.ASSIGNMENT_RECEIPT, state.commune(), Competence.RECORD);
            case RECEIVED -> waiting(state, WaitingFor.ASSIGNMENT_TO_CELL, state.commune(), Competence.DECIDE);
            case REPLACEMENT_REQUESTED ->
                waiting(state, WaitingFor.ASSIGNMENT_REPLACEMENT, state.post(), Competence.DECIDE);
            case ASSIGNED -> hostComment(state);
            case SUSPENDED, REPLACED, ENDED, LAPSED -> List.of();
        };
    }

    private static List<Waiting> hostComment(CellAssignmentState state) {
        OrganisationId cell = state.cell();
        LocalDate since = hostCommentSince(state);
        return cell == null || since == null
                ? List.of()
                : List.of(Waiting.within(
                        Deadline.HOST_COMMENT, WaitingFor.HOST_COMMENT, cell, Competence.RECORD, since));
    }

    /** From when on a comment of the host is missing: while the member is seated, for a period since the seat was taken. */
    private static @Nullable LocalDate hostCommentSince(CellAssignmentState state) {
        return state.open()
                ? new HostComments(state.comments().keySet().stream().map(CommentPeriod::new).toList())
                        .missingFrom(state.stageSince())
                : null;
    }

    private static List<Waiting> waiting(
            CellAssignmentState state, WaitingFor what, OrganisationId by, Competence competence) {
        return List.of(Waiting.of(what, by, competence, state.stageSince()));
    }
}
