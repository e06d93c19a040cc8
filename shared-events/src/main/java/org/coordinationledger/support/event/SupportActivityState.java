package org.coordinationledger.support.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.support.event.SupportActivityEvent.Given;
import org.coordinationledger.support.event.SupportActivityEvent.PromiseKept;
import org.coordinationledger.support.event.SupportActivityEvent.PromiseWithdrawn;
import org.coordinationledger.support.event.SupportActivityEvent.Promised;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Heirs;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a support activity is on a day.
 *
 * @param promised what was promised, or null if it was given without a promise
 * @param given what was given so far, or null if nothing was
 * @param stageSince the first day of the stage
 */
public record SupportActivityState(
        SupportKind kind,
        OrganisationId giver,
        List<OrganisationId> recipients,
        @Nullable Unit unit,
        boolean perYear,
        @Nullable Name partner,
        boolean illustrative,
        SupportStage stage,
        LocalDate stageSince,
        @Nullable Extent promised,
        @Nullable Extent given) {

    public static final RecordType<SupportActivityEvent, SupportActivityState> TYPE = new RecordType<>(
            "SupportActivity", "support-activities", SupportActivityEvent.class, new Evolution());

    /** Whether it counts: it was given, or a promise stands. */
    public boolean counts() {
        return stage != SupportStage.WITHDRAWN && stage != SupportStage.LAPSED;
    }

    private SupportActivityState between(OrganisationId heirOfGiver, List<OrganisationId> heirs) {
        return new SupportActivityState(
                kind, heirOfGiver, heirs, unit, perYear, partner, illustrative, stage, stageSince, promised, given);
    }

    private SupportActivityState in(SupportStage next, LocalDate since, @Nullable Extent givenSoFar) {
        return new SupportActivityState(
                kind, giver, recipients, unit, perYear, partner, illustrative, next, since, promised, givenSoFar);
    }

    private static final class Evolution implements Fold<SupportActivityEvent, SupportActivityState> {

        @Override
        public SupportActivityState begin(Step<SupportActivityEvent> step) {
            SupportActivityEvent event = step.event();
            if (event instanceof Promised e) {
                return checked(step, new SupportActivityState(
                        e.kind(), e.giver(), e.recipients(), e.unit(), e.perYear(), e.partner(), e.illustrative(),
                        SupportStage.PROMISED, e.effectiveOn(), e.extent(), null), e.extent());
            }
            if (event instanceof Given e) {
                return checked(step, new SupportActivityState(
                        e.kind(), e.giver(), e.recipients(), e.unit(), e.perYear(), e.partner(), e.illustrative(),
                        SupportStage.GIVEN, e.effectiveOn(), null, e.extent()), e.extent());
            }
            throw new RejectedException(new TimelineRejection.NotYetBegun(event.effectiveOn()));
        }

        @Override
        public SupportActivityState evolve(SupportActivityState state, Step<SupportActivityEvent> step) {
            SupportActivityEvent event = step.event();
            if (event instanceof Promised || event instanceof Given) {
                throw new RejectedException(new TimelineRejection.AlreadyBegun());
            }
            requireGiver(step, state);
            if (state.promised() == null || !state.counts()) {
                throw new RejectedException(new SupportActivityRejection.NothingPromised(
                        state.stage().name()));
            }
            Extent given = state.given();
            if (event instanceof PromiseKept e) {
                requireFitting(state, e.extent());
                return state.in(
                        SupportStage.GIVEN,
                        given == null ? e.effectiveOn() : state.stageSince(),
                        given == null ? e.extent() : given.plus(e.extent()));
            }
            if (event instanceof PromiseWithdrawn e) {
                if (given != null) {
                    throw new RejectedException(new SupportActivityRejection.PartlyGiven(state.stageSince()));
                }
                return state.in(SupportStage.WITHDRAWN, e.effectiveOn(), null);
            }
            throw new AssertionError("no case for " + event.getClass());
        }

        private static SupportActivityState checked(
                Step<SupportActivityEvent> step, SupportActivityState state, Extent extent) {
            requireGiver(step, state);
            if (Set.copyOf(state.recipients()).size() < state.recipients().size()) {
                throw new RejectedException(new SupportActivityRejection.RecipientNamedTwice(
                        state.recipients().stream().map(OrganisationId::value).toList()));
            }
            if (state.unit() != null && extent.quantity() == null) {
                throw new RejectedException(new SupportActivityRejection.UnitDoesNotFit());
            }
            requireFitting(state, extent);
            return state;
        }

        private static void requireGiver(Step<?> step, SupportActivityState state) {
            if (!step.actor().organisation().equals(state.giver())) {
                throw new RejectedException(
                        new SupportActivityRejection.NotItsGiver(state.giver().value()));
            }
        }

        private static void requireFitting(SupportActivityState state, Extent extent) {
            if (extent.isEmpty()) {
                throw new RejectedException(new SupportActivityRejection.ExtentNotStated());
            }
            Quantity quantity = extent.quantity();
            if (quantity == null) {
                return;
            }
            if (state.unit() == null) {
                throw new RejectedException(new SupportActivityRejection.UnitDoesNotFit());
            }
            boolean indivisible = state.kind() == SupportKind.HOUSE || state.kind() == SupportKind.GIFTS;
            if (indivisible && quantity.value().scale() > 0) {
                throw new RejectedException(new SupportActivityRejection.QuantityNotWhole(
                        quantity.value().toPlainString()));
            }
        }

        @Override
        public boolean unfinished(SupportActivityState state) {
            return state.stage() == SupportStage.PROMISED;
        }

        @Override
        public SupportActivityState inherited(SupportActivityState state, UnaryOperator<OrganisationId> heir) {
            return state.between(heir.apply(state.giver()), Heirs.of(state.recipients(), heir));
        }

        @Override
        public SupportActivityState lapsed(SupportActivityState state, LocalDate day) {
            return state.in(SupportStage.LAPSED, day, null);
        }
    }
}
