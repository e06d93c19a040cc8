package org.coordinationledger.briefing.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.briefing.event.BriefingEvent.Delivered;
import org.coordinationledger.briefing.event.BriefingEvent.Drafted;
import org.coordinationledger.briefing.event.BriefingEvent.Passed;
import org.coordinationledger.briefing.event.BriefingEvent.Rejected;
import org.coordinationledger.briefing.event.BriefingEvent.Returned;
import org.coordinationledger.briefing.event.BriefingEvent.Revised;
import org.coordinationledger.briefing.event.BriefingEvent.Submitted;
import org.coordinationledger.briefing.event.BriefingEvent.Withdrawn;
import org.coordinationledger.briefing.event.BriefingState.Delivery;
import org.coordinationledger.briefing.event.BriefingState.Pass;
import org.coordinationledger.briefing.event.BriefingState.Submission;
import org.coordinationledger.briefing.event.BriefingState.Text;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.TextDigest;

/** The legal steps of a briefing: nothing is delivered but what passed, and nobody passes a text of their own. */
final class BriefingEvolution implements Fold<BriefingEvent, BriefingState> {

    @Override
    public BriefingState begin(Step<BriefingEvent> step) {
        if (!(step.event() instanceof Drafted e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        requireActing(step, e.post());
        Text text = new Text(1, e.digest(), List.of(step.actor().person()));
        return new BriefingState(
                e.post(), e.subject(), e.topic(), e.illustrative(), e.effectiveOn(), text, BriefingStage.DRAFTED,
                e.effectiveOn(), null, null, null, List.of());
    }

    @Override
    public BriefingState evolve(BriefingState state, Step<BriefingEvent> step) {
        BriefingEvent event = step.event();
        if (event instanceof Drafted) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        if (state.stage().over()) {
            throw new RejectedException(
                    new BriefingRejection.AlreadyOver(state.stage().name(), state.stageSince()));
        }
        requireActing(step, state.post());
        LocalDate day = event.effectiveOn();
        if (event instanceof Revised e) {
            return revised(state, step.actor(), e);
        }
        if (event instanceof Submitted e) {
            requireStage(state, BriefingStage.DRAFTED, BriefingStage.RETURNED);
            requireRevision(e.revision(), state.text().revision());
            return state.submitted(new Submission(day, step.actor().person()));
        }
        if (event instanceof Passed e) {
            return passed(state, step.actor(), e);
        }
        if (event instanceof Returned) {
            requireStage(state, BriefingStage.SUBMITTED);
            examining(step.actor());
            return state.returnedOn(day);
        }
        if (event instanceof Rejected) {
            requireStage(state, BriefingStage.SUBMITTED);
            examining(step.actor());
            return state.over(BriefingStage.REJECTED, day);
        }
        if (event instanceof Delivered e) {
            return delivered(state, e);
        }
        if (event instanceof Withdrawn) {
            return state.over(BriefingStage.WITHDRAWN, day);
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static BriefingState revised(BriefingState state, Actor actor, Revised event) {
        requireStage(state, BriefingStage.DRAFTED, BriefingStage.RETURNED, BriefingStage.PASSED);
        int next = state.text().revision() + 1;
        requireRevision(event.revision(), next);
        if (next > BriefingState.MOST_REVISIONS) {
            throw new RejectedException(new BriefingRejection.TooManyRevisions(BriefingState.MOST_REVISIONS));
        }
        List<String> writers = new ArrayList<>(state.text().writers());
        if (!writers.contains(actor.person())) {
            writers.add(actor.person());
        }
        return state.revised(new Text(next, event.digest(), List.copyOf(writers)), event.effectiveOn());
    }

    private static BriefingState passed(BriefingState state, Actor actor, Passed event) {
        requireStage(state, BriefingStage.SUBMITTED);
        Body body = examining(actor);
        requireRevision(event.revision(), state.text().revision());
        requireText(event.digest(), state.text().digest());
        Submission submission = Objects.requireNonNull(state.submission(), "what was submitted has a submission");
        if (state.text().writers().contains(actor.person()) || submission.by().equals(actor.person())) {
            throw new RejectedException(new BriefingRejection.WrittenByTheSamePerson());
        }
        return state.passed(new Pass(event.effectiveOn(), body));
    }

    private static BriefingState delivered(BriefingState state, Delivered event) {
        requireStage(state, BriefingStage.PASSED);
        requireText(event.digest(), state.text().digest());
        int revision = state.text().revision();
        if (state.deliveries().stream()
                .anyMatch(d -> d.cell().equals(event.cell())
                        && d.on().equals(event.effectiveOn())
                        && d.revision() == revision)) {
            throw new RejectedException(
                    new BriefingRejection.AlreadyDelivered(event.cell().value(), event.effectiveOn()));
        }
        if (state.deliveries().size() == BriefingState.MOST_DELIVERIES) {
            throw new RejectedException(new BriefingRejection.TooManyDeliveries(BriefingState.MOST_DELIVERIES));
        }
        return state.delivered(new Delivery(
                event.effectiveOn(), event.cell(), event.audience(), revision, event.cellMeeting()));
    }

    /** The body that examines what was submitted: the party committee or the command, and the step says which. */
    private static Body examining(Actor actor) {
        Body body = actor.body();
        if (body != Body.COMMITTEE && body != Body.COMMAND) {
            throw new RejectedException(new BriefingRejection.NotAnExaminingBody(body == null ? null : body.name()));
        }
        return body;
    }

    private static void requireRevision(int given, int expected) {
        if (given != expected) {
            throw new RejectedException(new BriefingRejection.OtherRevision(given, expected));
        }
    }

    private static void requireText(TextDigest given, TextDigest expected) {
        if (!given.equals(expected)) {
            throw new RejectedException(new BriefingRejection.OtherText(given.value(), expected.value()));
        }
    }

    private static void requireStage(BriefingState state, BriefingStage... needed) {
        if (!List.of(needed).contains(state.stage())) {
            throw new RejectedException(new BriefingRejection.StepOutOfOrder(
                    state.stage().name(),
                    Arrays.stream(needed).map(BriefingStage::name).toList()));
        }
    }

    private static void requireActing(Step<?> step, OrganisationId post) {
        if (!post.equals(step.actor().organisation())) {
            throw new RejectedException(new BriefingRejection.NotItsPost(post.value()));
        }
    }

    @Override
    public boolean unfinished(BriefingState state) {
        return state.stage().underWay();
    }

    @Override
    public BriefingState inherited(BriefingState state, UnaryOperator<OrganisationId> heir) {
        return state.of(heir.apply(state.post()));
    }

    @Override
    public BriefingState lapsed(BriefingState state, LocalDate day) {
        return state.over(BriefingStage.LAPSED, day);
    }
}
