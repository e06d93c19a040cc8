package org.coordinationledger.programme.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.coordinationledger.programme.event.ProgrammeEvent.Adopted;
import org.coordinationledger.programme.event.ProgrammeEvent.Closed;
import org.coordinationledger.programme.event.ProgrammeEvent.ProgressReported;
import org.coordinationledger.programme.event.ProgrammeEvent.TargetAdjusted;
import org.coordinationledger.programme.event.ProgrammeRejection.AlreadyClosed;
import org.coordinationledger.programme.event.ProgrammeRejection.LastDayBeforeFirst;
import org.coordinationledger.programme.event.ProgrammeRejection.NotYourProgramme;
import org.coordinationledger.programme.event.ProgrammeRejection.TargetNamedTwice;
import org.coordinationledger.programme.event.ProgrammeRejection.UnknownTarget;
import org.coordinationledger.programme.event.ProgrammeState.Progress;
import org.coordinationledger.programme.event.ProgrammeState.TargetState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.jspecify.annotations.Nullable;

/** The legal steps of a programme: its own organisation reports, adjusts and closes; nothing follows the closing. */
final class ProgrammeEvolution implements Fold<ProgrammeEvent, ProgrammeState> {

    @Override
    public ProgrammeState begin(Step<ProgrammeEvent> step) {
        if (!(step.event() instanceof Adopted e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        requireActing(step, e.organisation());
        LocalDate lastDay = e.lastDay();
        if (lastDay != null && lastDay.isBefore(e.firstDay())) {
            throw new RejectedException(new LastDayBeforeFirst(e.firstDay(), lastDay));
        }
        Set<PartKey> keys = new HashSet<>();
        for (Target target : e.targets()) {
            if (!keys.add(target.key())) {
                throw new RejectedException(new TargetNamedTwice(target.key().value()));
            }
        }
        List<TargetState> targets = e.targets().stream()
                .map(target -> TargetState.of(target, null, e.effectiveOn()))
                .toList();
        return new ProgrammeState(
                e.organisation(), e.kind(), e.subject(), e.document(), e.thematic(), e.firstDay(), lastDay, targets, null,
                e.illustrative());
    }

    @Override
    public ProgrammeState evolve(ProgrammeState state, Step<ProgrammeEvent> step) {
        ProgrammeEvent event = step.event();
        if (event instanceof Adopted) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        requireActing(step, state.organisation());
        LocalDate closedOn = state.closedOn();
        if (closedOn != null) {
            throw new RejectedException(new AlreadyClosed(closedOn));
        }
        LocalDate day = event.effectiveOn();
        if (event instanceof ProgressReported e) {
            Progress progress = new Progress(day, e.achieved(), e.behind(), e.computedFrom());
            return changed(state, e.target(), t -> TargetState.of(t.target(), progress, day));
        }
        if (event instanceof TargetAdjusted e) {
            return changed(state, e.target(), t -> TargetState.of(adjusted(t.target(), e), t.progress(), day));
        }
        if (event instanceof Closed) {
            return state.closed(day);
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static Target adjusted(Target target, TargetAdjusted event) {
        return new Target(target.key(), target.indicator(), target.unit(), event.planned(), event.dueOn());
    }

    private static ProgrammeState changed(ProgrammeState state, PartKey key, UnaryOperator<TargetState> change) {
        if (!state.keys().contains(key)) {
            throw new RejectedException(new UnknownTarget(
                    key.value(), state.keys().stream().map(PartKey::value).toList()));
        }
        return state.with(state.targets().stream()
                .map(t -> t.target().key().equals(key) ? change.apply(t) : t)
                .toList());
    }

    private static void requireActing(Step<?> step, OrganisationId organisation) {
        if (!step.actor().organisation().equals(organisation)) {
            throw new RejectedException(new NotYourProgramme(organisation.value()));
        }
    }

    /** The day after the due date of the next target that is still under way. */
    @Override
    public @Nullable LocalDate nextChange(ProgrammeState state) {
        return !state.open()
                ? null
                : state.targets().stream()
                        .filter(t -> t.status() == TargetStatus.UNDER_WAY)
                        .map(t -> t.target().dueOn().plusDays(1))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    @Override
    public ProgrammeState passTime(ProgrammeState state, LocalDate day) {
        return state.with(state.targets().stream().map(t -> t.on(day)).toList());
    }

    @Override
    public boolean unfinished(ProgrammeState state) {
        return state.open();
    }

    @Override
    public ProgrammeState inherited(ProgrammeState state, UnaryOperator<OrganisationId> heir) {
        return state.of(heir.apply(state.organisation()));
    }

    @Override
    public ProgrammeState lapsed(ProgrammeState state, LocalDate day) {
        return state.closed(day);
    }
}
