package org.coordinationledger.cellassignment.event;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.coordinationledger.actor.Body;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Agreed;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Assigned;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.AttendanceConfirmed;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.CommentNoted;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Ended;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.HostCommented;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Introduced;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Received;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Replaced;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.ReplacementRequested;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Resumed;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Selected;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent.Suspended;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.AlreadyCommented;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.AlreadyOver;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.AttendanceAlreadyConfirmed;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.CellNotInLetter;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.IntroducedByAnotherBody;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.LetterAfterIntroduction;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.NoCommentToNote;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.NotYourStep;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.PeriodOutsideAssignment;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.SelectedByTheSamePerson;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection.StepOutOfOrder;
import org.coordinationledger.cellassignment.event.CellAssignmentState.Letter;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Heirs;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;

/** The legal steps of a cell assignment: no step before the one it needs, none after the end. */
final class CellAssignmentEvolution implements Fold<CellAssignmentEvent, CellAssignmentState> {

    @Override
    public CellAssignmentState begin(Step<CellAssignmentEvent> step) {
        if (!(step.event() instanceof Selected e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        requireActing(step, e.post());
        return new CellAssignmentState(
                e.member(), e.post(), e.commune(), step.actor().person(), Stage.SELECTED, e.effectiveOn(), null, null,
                null, null, Collections.emptySortedMap(), e.illustrative());
    }

    @Override
    public CellAssignmentState evolve(CellAssignmentState state, Step<CellAssignmentEvent> step) {
        CellAssignmentEvent event = step.event();
        if (event instanceof Selected) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        if (state.stage().over()) {
            throw new RejectedException(new AlreadyOver(state.stage().name(), state.stageSince()));
        }
        LocalDate day = event.effectiveOn();
        if (event instanceof Agreed) {
            requireActing(step, state.commune());
            requireStage(state, Stage.SELECTED);
            return state.in(Stage.AGREED, day);
        }
        if (event instanceof Introduced e) {
            return introduced(state, step, e);
        }
        if (event instanceof Received) {
            requireActing(step, state.commune());
            requireStage(state, Stage.INTRODUCED);
            return state.in(Stage.RECEIVED, day);
        }
        if (event instanceof ReplacementRequested) {
            requireActing(step, state.commune());
            requireStage(state, Stage.INTRODUCED);
            return state.in(Stage.REPLACEMENT_REQUESTED, day);
        }
        if (event instanceof Assigned e) {
            return assigned(state, step, e);
        }
        if (event instanceof AttendanceConfirmed) {
            return attending(state, step);
        }
        if (event instanceof HostCommented e) {
            return commented(state, step, e);
        }
        if (event instanceof CommentNoted e) {
            return noted(state, step, e);
        }
        requireActing(step, state.post());
        if (event instanceof Suspended) {
            requireStage(state, Stage.ASSIGNED);
            return state.in(Stage.SUSPENDED, day);
        }
        if (event instanceof Resumed) {
            requireStage(state, Stage.SUSPENDED);
            return state.in(Stage.ASSIGNED, day);
        }
        if (event instanceof Replaced) {
            requireStage(state, Stage.REPLACEMENT_REQUESTED, Stage.ASSIGNED, Stage.SUSPENDED);
            return state.in(Stage.REPLACED, day);
        }
        if (event instanceof Ended) {
            return state.in(Stage.ENDED, day);
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static CellAssignmentState introduced(
            CellAssignmentState state, Step<CellAssignmentEvent> step, Introduced event) {
        requireActing(step, state.post());
        requireCommittee(step);
        requireStage(state, Stage.AGREED);
        if (step.actor().person().equals(state.selectedBy())) {
            throw new RejectedException(new SelectedByTheSamePerson());
        }
        if (event.letterDate().isAfter(event.effectiveOn())) {
            throw new RejectedException(new LetterAfterIntroduction(event.letterDate(), event.effectiveOn()));
        }
        Letter letter =
                new Letter(event.letter(), event.letterDate(), event.cells(), event.regime(), event.votingRight());
        return state.introducedBy(letter, event.effectiveOn());
    }

    private static CellAssignmentState assigned(
            CellAssignmentState state, Step<CellAssignmentEvent> step, Assigned event) {
        requireActing(step, state.commune());
        requireStage(state, Stage.RECEIVED);
        Letter letter = Objects.requireNonNull(state.letter(), "a received assignment has a letter");
        if (!letter.cells().isEmpty() && !letter.cells().contains(event.cell())) {
            throw new RejectedException(new CellNotInLetter(
                    event.cell().value(),
                    letter.cells().stream().map(OrganisationId::value).toList()));
        }
        return state.seatedIn(event.cell(), event.effectiveOn());
    }

    private static CellAssignmentState attending(CellAssignmentState state, Step<CellAssignmentEvent> step) {
        requireHost(state, step);
        requireStage(state, Stage.ASSIGNED);
        LocalDate since = state.attendsSince();
        if (since != null) {
            throw new RejectedException(new AttendanceAlreadyConfirmed(since));
        }
        return state.attending(step.event().effectiveOn());
    }

    private static CellAssignmentState commented(
            CellAssignmentState state, Step<CellAssignmentEvent> step, HostCommented event) {
        requireHost(state, step);
        String period = event.period().value();
        LocalDate assignedOn = Objects.requireNonNull(state.assignedOn(), "a seated member was assigned");
        if (!event.period().end().isAfter(assignedOn) || event.period().firstDay().isAfter(event.effectiveOn())) {
            throw new RejectedException(new PeriodOutsideAssignment(period, assignedOn));
        }
        if (state.comments().containsKey(period)) {
            throw new RejectedException(new AlreadyCommented(period));
        }
        return state.commented(with(state.comments(), period, false));
    }

    private static CellAssignmentState noted(
            CellAssignmentState state, Step<CellAssignmentEvent> step, CommentNoted event) {
        requireActing(step, state.post());
        String period = event.period().value();
        if (!Boolean.FALSE.equals(state.comments().get(period))) {
            throw new RejectedException(new NoCommentToNote(period));
        }
        return state.commented(with(state.comments(), period, true));
    }

    private static SortedMap<String, Boolean> with(SortedMap<String, Boolean> comments, String period, boolean noted) {
        SortedMap<String, Boolean> longer = new TreeMap<>(comments);
        longer.put(period, noted);
        return Collections.unmodifiableSortedMap(longer);
    }

    /** The host is the cell, or the commune committee above it. */
    private static void requireHost(CellAssignmentState state, Step<CellAssignmentEvent> step) {
        requireStage(state, Stage.ASSIGNED, Stage.SUSPENDED);
        requireActing(step, Objects.requireNonNull(state.cell(), "a seated member has a cell"), state.commune());
    }

    /** A letter of introduction is the party committee's; its command does not introduce. */
    private static void requireCommittee(Step<?> step) {
        Body body = step.actor().body();
        if (body != null && body != Body.COMMITTEE) {
            throw new RejectedException(new IntroducedByAnotherBody(body.name()));
        }
    }

    private static void requireStage(CellAssignmentState state, Stage... needed) {
        if (!List.of(needed).contains(state.stage())) {
            throw new RejectedException(new StepOutOfOrder(
                    state.stage().name(),
                    Arrays.stream(needed).map(Stage::name).toList()));
        }
    }

    private static void requireActing(Step<?> step, OrganisationId... allowed) {
        if (!List.of(allowed).contains(step.actor().organisation())) {
            throw new RejectedException(new NotYourStep(
                    Stream.of(allowed).map(OrganisationId::value).toList()));
        }
    }

    @Override
    public boolean unfinished(CellAssignmentState state) {
        return !state.stage().over();
    }

    @Override
    public CellAssignmentState inherited(CellAssignmentState state, UnaryOperator<OrganisationId> heir) {
        Letter letter = state.letter();
        return state.between(
                heir.apply(state.post()),
                heir.apply(state.commune()),
                Heirs.ofNullable(state.cell(), heir),
                letter == null ? null : letter.naming(Heirs.of(letter.cells(), heir)));
    }

    @Override
    public CellAssignmentState lapsed(CellAssignmentState state, LocalDate day) {
        return state.in(Stage.LAPSED, day);
    }

    @Override
    public CellAssignmentState replaced(CellAssignmentState state, LocalDate day, RecordReference by) {
        return state.in(Stage.REPLACED, day);
    }
}
