package org.coordinationledger.mandate.event;

import java.time.LocalDate;
import org.coordinationledger.actor.Role;
import org.coordinationledger.mandate.event.MandateEvent.Extended;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.mandate.event.MandateEvent.Revoked;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.jspecify.annotations.Nullable;

/** The legal steps of a mandate, and that it is over the day after its last. */
final class MandateEvolution implements Fold<MandateEvent, MandateState> {

    @Override
    public MandateState begin(Step<MandateEvent> step) {
        if (!(step.event() instanceof Granted e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        requireEnd(e);
        requireScope(e);
        requireDelegable(e);
        MandateState begun = new MandateState(
                e.person(), e.organisation(), e.role(), e.body(), e.effectiveOn(), e.lastDay(), e.scope(),
                e.delegatedBy(), MandateStage.IN_FORCE, e.effectiveOn(), e.illustrative());
        return begun.until(e.lastDay(), e.effectiveOn());
    }

    @Override
    public MandateState evolve(MandateState state, Step<MandateEvent> step) {
        MandateEvent event = step.event();
        if (event instanceof Granted) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        if (!state.stage().inForce()) {
            throw new RejectedException(
                    new MandateRejection.AlreadyOver(state.stage().name(), state.stageSince()));
        }
        if (event instanceof Extended e) {
            requireLater(state.lastDay(), e.lastDay());
            return state.until(e.lastDay(), e.effectiveOn());
        }
        if (event instanceof Revoked) {
            return state.in(MandateStage.REVOKED, event.effectiveOn());
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    /** Looking into others, and acting on lent authority, has an end. */
    private static void requireEnd(Granted event) {
        LocalDate lastDay = event.lastDay();
        if (lastDay == null) {
            require(
                    !looksIntoOthers(event.role()) && event.delegatedBy() == null,
                    new MandateRejection.EndMissing(event.role().name()));
        } else {
            require(
                    !lastDay.isBefore(event.effectiveOn()),
                    new MandateRejection.LastDayBeforeFirst(event.effectiveOn(), lastDay));
        }
    }

    private static void requireScope(Granted event) {
        String role = event.role().name();
        boolean named = !event.scope().isEmpty();
        if (looksIntoOthers(event.role())) {
            require(named, new MandateRejection.ScopeMissing(role));
        } else {
            require(!named, new MandateRejection.ScopeNotForRole(role));
        }
    }

    private static void requireDelegable(Granted event) {
        if (event.delegatedBy() == null) {
            return;
        }
        require(!Lending.lenders(event.role()).isEmpty(), new MandateRejection.NotDelegable(event.role().name()));
        require(
                !event.delegatedBy().equals(event.person()),
                new MandateRejection.DelegatedToOneself(event.person().value()));
    }

    private static void requireLater(@Nullable LocalDate lastDay, LocalDate newLastDay) {
        require(
                lastDay != null && newLastDay.isAfter(lastDay),
                new MandateRejection.NotAnExtension(lastDay, newLastDay));
    }

    private static boolean looksIntoOthers(Role role) {
        return role == Role.INSPECTOR || role == Role.AUDITOR;
    }

    private static void require(boolean kept, Rejection otherwise) {
        if (!kept) {
            throw new RejectedException(otherwise);
        }
    }

    @Override
    public @Nullable LocalDate nextChange(MandateState state) {
        LocalDate lastDay = state.lastDay();
        return switch (state.stage()) {
            case IN_FORCE -> state.endingFrom();
            case ENDING -> lastDay == null ? null : lastDay.plusDays(1);
            case EXPIRED, REVOKED -> null;
        };
    }

    @Override
    public MandateState passTime(MandateState state, LocalDate day) {
        return state.in(state.stage() == MandateStage.IN_FORCE ? MandateStage.ENDING : MandateStage.EXPIRED, day);
    }

    /** Authority is not inherited: who is to act for a successor needs a mandate for it. */
    @Override
    public boolean unfinished(MandateState state) {
        return false;
    }
}
