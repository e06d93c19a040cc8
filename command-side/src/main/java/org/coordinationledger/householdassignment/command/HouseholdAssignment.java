package org.coordinationledger.householdassignment.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.command.record.Counterpart;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.Agreed;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.Assigned;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.HandedOver;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.HouseholdsAdded;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.TakenOver;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;

/** Decides about one household assignment. */
final class HouseholdAssignment extends RecordAggregate<HouseholdAssignmentEvent, HouseholdAssignmentState> {

    HouseholdAssignment() {
        super(HouseholdAssignmentState.TYPE);
    }

    @CommandHandler(commandName = "household-assignments")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(HouseholdAssignmentEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Agreed e) {
            neighbours.standing(e.post(), day, OrganisationKind.BORDER_POST);
            neighbours.standing(e.commune(), day, OrganisationKind.COMMUNE_PARTY_COMMITTEE);
            requireCell(e.cell(), e.commune(), day, neighbours);
            requireMember(e.member(), e.post(), day, neighbours);
        } else if (event instanceof Assigned || event instanceof HouseholdsAdded || event instanceof TakenOver) {
            HouseholdAssignmentState state = stateBefore(day);
            neighbours.standing(state.cell(), day);
            requireMember(state.member(), state.post(), day, neighbours);
        } else if (event instanceof HandedOver e) {
            requireReceiver(e.to(), stateBefore(day), day, neighbours);
        }
    }

    private static void requireCell(
            OrganisationId cell, OrganisationId commune, LocalDate day, Neighbours neighbours) {
        if (!commune.equals(neighbours.standing(cell, day, OrganisationKind.CELL).partySuperior())) {
            throw new RejectedException(
                    new HouseholdAssignmentAcross.CellOfAnotherCommune(cell.value(), commune.value()));
        }
    }

    /** A member is put in charge by the post that is home, while serving and in the Party. */
    private static void requireMember(MemberId id, OrganisationId post, LocalDate day, Neighbours neighbours) {
        MemberState member = neighbours.state(MemberState.TYPE, id, day);
        if (!member.available()) {
            throw new RejectedException(new HouseholdAssignmentAcross.MemberNotAvailable(
                    id.value(), member.leftService(), member.leftParty()));
        }
        if (!member.home().equals(post)) {
            throw new RejectedException(new HouseholdAssignmentAcross.MemberOfAnotherPost(
                    id.value(), member.home().value()));
        }
    }

    private void requireReceiver(
            HouseholdAssignmentId to, HouseholdAssignmentState giver, LocalDate day, Neighbours neighbours) {
        HouseholdAssignmentState other = neighbours.state(HouseholdAssignmentState.TYPE, to, day);
        if (to.value().equals(recordId())
                || other.stage().over()
                || !other.cell().equals(giver.cell())
                || !other.post().equals(giver.post())) {
            throw new RejectedException(new HouseholdAssignmentAcross.NotAReceiver(to.value()));
        }
    }

    /** The other member takes the households over in the commit that hands them over. */
    @Override
    protected Optional<Counterpart<HouseholdAssignmentEvent, HouseholdAssignmentState>> counterpart(
            HouseholdAssignmentEvent event, long sequence) {
        return event instanceof HandedOver e
                ? Optional.of(new Counterpart<>(
                        e.to(),
                        new TakenOver(
                                e.effectiveOn(), new HouseholdAssignmentId(recordId()), sequence, e.households()),
                        new HouseholdAssignment()))
                : Optional.empty();
    }

    @Override
    protected Optional<RecordId> broughtAboutBy(HouseholdAssignmentEvent event) {
        return event instanceof TakenOver e ? Optional.of(e.from()) : Optional.empty();
    }

    /**
     * A household of a hamlet has one member in charge at a time. Its code is that of the hamlet in which it came into
     * the charge, also when that hamlet becomes part of another: the codes of both stay distinct.
     */
    @Override
    protected List<Claim> claims(
            Timeline<HouseholdAssignmentEvent, HouseholdAssignmentState> asKnown, Neighbours neighbours) {
        Map<HouseholdCode, List<Phase<HouseholdAssignmentState>>> inCharge = new LinkedHashMap<>();
        asKnown.phases().forEach(phase -> phase.state()
                .households()
                .forEach(household -> inCharge.computeIfAbsent(household, h -> new ArrayList<>()).add(phase)));
        return inCharge.entrySet().stream()
                .map(e -> household(e.getKey().value(), e.getValue()))
                .toList();
    }

    private static Claim household(String household, List<Phase<HouseholdAssignmentState>> phases) {
        String cell = phases.get(0).state().cell().value();
        return new Claim(
                Claim.key("household", cell, household),
                HeldPeriod.joined(phases),
                null,
                other -> new HouseholdAssignmentAcross.HouseholdTaken(household, cell, other));
    }
}
