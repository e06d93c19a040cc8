package org.coordinationledger.review.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.review.event.ReviewEvent.Assessed;
import org.coordinationledger.review.event.ReviewEvent.AttendanceRecorded;
import org.coordinationledger.review.event.ReviewEvent.Convened;
import org.coordinationledger.review.event.ReviewEvent.Directed;
import org.coordinationledger.review.event.ReviewEvent.FiguresFrozen;
import org.coordinationledger.review.event.ReviewEvent.FollowUpDone;
import org.coordinationledger.review.event.ReviewRejection.AlreadyAssessed;
import org.coordinationledger.review.event.ReviewRejection.FollowUpAlreadyDone;
import org.coordinationledger.review.event.ReviewRejection.FollowUpNamedTwice;
import org.coordinationledger.review.event.ReviewRejection.HasLapsed;
import org.coordinationledger.review.event.ReviewRejection.LastDayBeforeFirst;
import org.coordinationledger.review.event.ReviewRejection.NotReviewable;
import org.coordinationledger.review.event.ReviewRejection.NotYetAssessed;
import org.coordinationledger.review.event.ReviewRejection.NotYourStep;
import org.coordinationledger.review.event.ReviewRejection.UnknownFollowUp;
import org.coordinationledger.review.event.ReviewState.Assessment;
import org.coordinationledger.review.event.ReviewState.Done;
import org.coordinationledger.review.event.ReviewState.FollowUpState;
import org.coordinationledger.review.event.ReviewState.Frozen;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.jspecify.annotations.Nullable;

/** The legal steps of a review: figures before the assessment, follow-ups after it. */
final class ReviewEvolution implements Fold<ReviewEvent, ReviewState> {

    private static final List<String> REVIEWABLE = List.of("agreements", "basis-documents", "programmes");

    /** At most this many follow-ups in one review, of at most {@link Bounded#ORGANISATIONS} organisations. */
    private static final int MOST_FOLLOW_UPS = 128;

    @Override
    public ReviewState begin(Step<ReviewEvent> step) {
        if (!(step.event() instanceof Convened e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        requireActing(step, e.convener());
        if (!REVIEWABLE.contains(e.reviewed().resource())) {
            throw new RejectedException(new NotReviewable(e.reviewed().resource(), REVIEWABLE));
        }
        if (e.lastDay().isBefore(e.firstDay())) {
            throw new RejectedException(new LastDayBeforeFirst(e.firstDay(), e.lastDay()));
        }
        return new ReviewState(e, List.of(), null, null, List.of(), null);
    }

    @Override
    public ReviewState evolve(ReviewState state, Step<ReviewEvent> step) {
        ReviewEvent event = step.event();
        if (event instanceof Convened) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        LocalDate lapsedOn = state.lapsedOn();
        if (lapsedOn != null) {
            throw new RejectedException(new HasLapsed(lapsedOn));
        }
        if (event instanceof FollowUpDone e) {
            return done(state, step, e);
        }
        requireActing(step, state.convened().convener());
        LocalDate day = event.effectiveOn();
        if (event instanceof AttendanceRecorded e) {
            return state.attendedBy(e.attended());
        }
        if (event instanceof FiguresFrozen e) {
            requireNotAssessed(state);
            return state.restingOn(new Frozen(day, e.position(), e.figures()));
        }
        if (event instanceof Assessed e) {
            requireNotAssessed(state);
            return state.concluded(new Assessment(day, e.level(), e.assessment()));
        }
        if (event instanceof Directed e) {
            return directed(state, e);
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static ReviewState directed(ReviewState state, Directed event) {
        if (state.assessment() == null) {
            throw new RejectedException(new NotYetAssessed());
        }
        List<FollowUpState> longer = new ArrayList<>(state.followUps());
        for (FollowUp followUp : event.followUps()) {
            if (longer.stream().anyMatch(f -> f.followUp().key().equals(followUp.key()))) {
                throw new RejectedException(new FollowUpNamedTwice(followUp.key().value()));
            }
            longer.add(FollowUpState.open(followUp, event.effectiveOn()));
        }
        ReviewState directed = state.with(Bounded.list("followUps", longer, MOST_FOLLOW_UPS));
        Bounded.list("who", directed.responsible(), Bounded.ORGANISATIONS);
        return directed;
    }

    private static ReviewState done(ReviewState state, Step<ReviewEvent> step, FollowUpDone event) {
        PartKey key = event.followUp();
        FollowUpState current = state.followUps().stream()
                .filter(f -> f.followUp().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RejectedException(new UnknownFollowUp(
                        key.value(), state.keys().stream().map(PartKey::value).toList())));
        requireActing(step, current.followUp().who(), state.convened().convener());
        Done before = current.done();
        if (before != null) {
            throw new RejectedException(new FollowUpAlreadyDone(key.value(), before.doneOn()));
        }
        Done done = new Done(event.effectiveOn(), event.by(), event.document());
        return state.with(state.followUps().stream()
                .map(f -> f == current ? new FollowUpState(f.followUp(), done, false) : f)
                .toList());
    }

    private static void requireNotAssessed(ReviewState state) {
        Assessment assessment = state.assessment();
        if (assessment != null) {
            throw new RejectedException(new AlreadyAssessed(assessment.assessedOn()));
        }
    }

    private static void requireActing(Step<?> step, OrganisationId... allowed) {
        if (!List.of(allowed).contains(step.actor().organisation())) {
            throw new RejectedException(new NotYourStep(
                    Stream.of(allowed).map(OrganisationId::value).distinct().toList()));
        }
    }

    /** The day after the due date of the next follow-up that is still to be done. */
    @Override
    public @Nullable LocalDate nextChange(ReviewState state) {
        return state.followUps().stream()
                .filter(f -> f.open() && !f.overdue())
                .map(f -> f.followUp().dueOn())
                .filter(Objects::nonNull)
                .map(dueOn -> dueOn.plusDays(1))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public ReviewState passTime(ReviewState state, LocalDate day) {
        return state.with(state.followUps().stream()
                .map(f -> f.open() ? FollowUpState.open(f.followUp(), day) : f)
                .toList());
    }

    @Override
    public boolean unfinished(ReviewState state) {
        return state.unfinished();
    }

    @Override
    public ReviewState inherited(ReviewState state, UnaryOperator<OrganisationId> heir) {
        return state.inherited(heir);
    }

    @Override
    public ReviewState lapsed(ReviewState state, LocalDate day) {
        return state.lapsed(day);
    }
}
