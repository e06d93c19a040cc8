package org.coordinationledger.householdassignment.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.Agreed;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.Assigned;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.Ended;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.HandedOver;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.HouseholdsAdded;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.HouseholdsReleased;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.TakenOver;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.VisitRecorded;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.OrganisationId;

/** The legal steps of a household assignment: only households in charge are visited, released and handed over. */
final class HouseholdAssignmentEvolution implements Fold<HouseholdAssignmentEvent, HouseholdAssignmentState> {

    @Override
    public HouseholdAssignmentState begin(Step<HouseholdAssignmentEvent> step) {
        if (!(step.event() instanceof Agreed e)) {
            throw new RejectedException(
                    new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
        }
        requireActing(step, e.commune(), e.post());
        return new HouseholdAssignmentState(
                e.member(), e.post(), e.commune(), e.cell(), HouseholdStage.AGREED, e.effectiveOn(), List.of(), 0,
                null, e.illustrative());
    }

    @Override
    public HouseholdAssignmentState evolve(HouseholdAssignmentState state, Step<HouseholdAssignmentEvent> step) {
        HouseholdAssignmentEvent event = step.event();
        if (event instanceof Agreed) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }
        if (state.stage().over()) {
            throw new RejectedException(new HouseholdAssignmentRejection.AlreadyOver(state.stageSince()));
        }
        requireActing(step, state.post());
        if (event instanceof Ended e) {
            return state.in(HouseholdStage.ENDED, e.effectiveOn(), List.of());
        }
        if (event instanceof Assigned e) {
            requireStage(state, HouseholdStage.AGREED);
            return state.in(HouseholdStage.ASSIGNED, e.effectiveOn(), with(state, e.households()));
        }
        if (event instanceof TakenOver e && state.stage() == HouseholdStage.AGREED) {
            return state.in(HouseholdStage.ASSIGNED, e.effectiveOn(), with(state, e.households()));
        }
        requireStage(state, HouseholdStage.ASSIGNED);
        if (event instanceof TakenOver e) {
            return state.inChargeOf(with(state, e.households()));
        }
        if (event instanceof HouseholdsAdded e) {
            return state.inChargeOf(with(state, e.households()));
        }
        if (event instanceof HouseholdsReleased e) {
            return state.inChargeOf(without(state, e.households()));
        }
        if (event instanceof HandedOver e) {
            return state.inChargeOf(without(state, e.households()));
        }
        if (event instanceof VisitRecorded e) {
            requireInCharge(state, e.households());
            return state.visited(e.households().size(), e.effectiveOn());
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    private static List<HouseholdCode> with(HouseholdAssignmentState state, List<HouseholdCode> added) {
        requireOnce(added);
        added.stream().filter(state.households()::contains).findFirst().ifPresent(household -> {
            throw new RejectedException(new HouseholdAssignmentRejection.AlreadyInCharge(household.value()));
        });
        List<HouseholdCode> all = new ArrayList<>(state.households());
        all.addAll(added);
        if (all.size() > HouseholdAssignmentEvent.MOST_IN_CHARGE) {
            throw new RejectedException(new HouseholdAssignmentRejection.TooManyHouseholds(
                    all.size(), HouseholdAssignmentEvent.MOST_IN_CHARGE));
        }
        return List.copyOf(all);
    }

    private static List<HouseholdCode> without(HouseholdAssignmentState state, List<HouseholdCode> gone) {
        requireInCharge(state, gone);
        return state.households().stream().filter(h -> !gone.contains(h)).toList();
    }

    private static void requireInCharge(HouseholdAssignmentState state, List<HouseholdCode> named) {
        requireOnce(named);
        named.stream().filter(h -> !state.households().contains(h)).findFirst().ifPresent(household -> {
            throw new RejectedException(new HouseholdAssignmentRejection.NotInCharge(household.value()));
        });
    }

    private static void requireOnce(List<HouseholdCode> named) {
        Set<HouseholdCode> seen = new HashSet<>();
        named.stream().filter(h -> !seen.add(h)).findFirst().ifPresent(household -> {
            throw new RejectedException(new HouseholdAssignmentRejection.NamedTwice(household.value()));
        });
    }

    private static void requireStage(HouseholdAssignmentState state, HouseholdStage... needed) {
        if (!List.of(needed).contains(state.stage())) {
            throw new RejectedException(new HouseholdAssignmentRejection.StepOutOfOrder(
                    state.stage().name(),
                    Arrays.stream(needed).map(HouseholdStage::name).toList()));
        }
    }

    private static void requireActing(Step<?> step, OrganisationId... allowed) {
        if (!List.of(allowed).contains(step.actor().organisation())) {
            throw new RejectedException(new HouseholdAssignmentRejection.NotYourStep(
                    Stream.of(allowed).map(OrganisationId::value).toList()));
        }
    }

    @Override
    public boolean unfinished(HouseholdAssignmentState state) {
        return !state.stage().over();
    }

    @Override
    public HouseholdAssignmentState inherited(HouseholdAssignmentState state, UnaryOperator<OrganisationId> heir) {
        return state.between(heir.apply(state.post()), heir.apply(state.commune()), heir.apply(state.cell()));
    }

    @Override
    public HouseholdAssignmentState lapsed(HouseholdAssignmentState state, LocalDate day) {
        return state.in(HouseholdStage.LAPSED, day, List.of());
    }
}
