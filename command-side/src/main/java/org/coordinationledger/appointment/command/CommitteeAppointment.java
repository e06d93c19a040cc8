package org.coordinationledger.appointment.command;

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
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Designated;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.ElectionConfirmed;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Extended;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Nominated;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Relieved;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent.Vetted;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentRejection;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;

/** Decides about one committee appointment. */
final class CommitteeAppointment extends RecordAggregate<CommitteeAppointmentEvent, CommitteeAppointmentState> {

    CommitteeAppointment() {
        super(CommitteeAppointmentState.TYPE);
    }

    @CommandHandler(commandName = "appointments")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(CommitteeAppointmentEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        OrganisationId acting = actor.organisation();
        if (event instanceof Nominated e) {
            neighbours.standing(e.committee(), day, e.committeeLevel().kind());
            MemberState member = requireAvailable(e.member(), day, neighbours);
            if (!neighbours.atOrAbove(member.home(), day).contains(acting)) {
                throw new RejectedException(new CommitteeAppointmentAcross.MemberOfAnotherLine(
                        e.member().value(), member.home().value()));
            }
        } else if (event instanceof Vetted) {
            requireVetter(acting, stateBefore(day), day, neighbours);
        } else if (event instanceof Designated || event instanceof ElectionConfirmed || event instanceof Extended) {
            CommitteeAppointmentState state = stateBefore(day);
            requireCompetent(acting, state.committee(), day, neighbours);
            neighbours.standing(state.committee(), day);
            requireAvailable(state.member(), day, neighbours);
            if (!(event instanceof Extended)) {
                requireAllThatApply(event.bases(), actor, day, neighbours);
            }
        } else if (event instanceof Relieved) {
            requireCompetent(acting, stateBefore(day).committee(), day, neighbours);
        }
    }

    /** The committee's level stays what it was. */
    @Override
    protected void requireHeir(Succession.Inherited event, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        CommitteeAppointmentState state = stateBefore(day);
        if (event.from().equals(state.committee())) {
            neighbours.standing(event.by(), day, state.committeeLevel().kind());
        }
    }

    private static MemberState requireAvailable(MemberId id, LocalDate day, Neighbours neighbours) {
        MemberState member = neighbours.state(MemberState.TYPE, id, day);
        if (!member.available()) {
            throw new RejectedException(new CommitteeAppointmentAcross.MemberNotAvailable(
                    id.value(), member.leftService(), member.leftParty()));
        }
        return member;
    }

    /** Who is taken into a committee by a document that carries out another is taken in by both. */
    private static void requireAllThatApply(
            List<BasisDocumentId> bases, Actor actor, LocalDate day, Neighbours neighbours) {
        List<String> besides = neighbours.carriedOutBesides(bases, actor, day).stream()
                .map(document -> document.number().value())
                .toList();
        if (!besides.isEmpty()) {
            throw new RejectedException(new CommitteeAppointmentAcross.SecondBasisMissing(besides));
        }
    }

    private static void requireVetter(
            OrganisationId acting, CommitteeAppointmentState state, LocalDate day, Neighbours neighbours) {
        if (!neighbours.above(state.committee(), Line.PARTY, day).contains(acting)
                && !neighbours.atOrAbove(state.nominatedBy(), day).contains(acting)) {
            throw new RejectedException(new CommitteeAppointmentAcross.NotAVetter(acting.value()));
        }
    }

    /** Above the committee along the party line; the committee itself is not. */
    private static void requireCompetent(
            OrganisationId acting, OrganisationId committee, LocalDate day, Neighbours neighbours) {
        if (acting.equals(committee)
                || !neighbours.above(committee, Line.PARTY, day).contains(acting)) {
            throw new RejectedException(
                    new CommitteeAppointmentAcross.DeciderNotCompetent(acting.value(), committee.value()));
        }
    }

    /**
     * A nomination is not corrected into another one under what was said about it, and nobody vets or decides on what
     * they nominated by correcting it. The fold checks the first author, whom a corrected step keeps.
     */
    @Override
    protected void requireThroughout(
            Timeline<CommitteeAppointmentEvent, CommitteeAppointmentState> before,
            Timeline<CommitteeAppointmentEvent, CommitteeAppointmentState> after,
            Neighbours neighbours) {
        Optional<CommitteeAppointmentState> vetted = vetted(before);
        Optional<CommitteeAppointmentState> now = vetted(after);
        if (vetted.isPresent() && now.isPresent() && !vetted.get().seat().equals(now.get().seat())) {
            throw new RejectedException(new CommitteeAppointmentAcross.AlreadyVetted());
        }
        if (judgesOwnCorrection(before, after, Nominated.class::isInstance, RecordEvent::approval)) {
            throw new RejectedException(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
        }
    }

    private static Optional<CommitteeAppointmentState> vetted(
            Timeline<CommitteeAppointmentEvent, CommitteeAppointmentState> timeline) {
        return timeline.phases().stream()
                .map(Phase::state)
                .filter(state -> state.vettedBy() != null)
                .findFirst();
    }

    /** One person holds several positions of a committee, but each of them once at a time. */
    @Override
    protected List<Claim> claims(
            Timeline<CommitteeAppointmentEvent, CommitteeAppointmentState> asKnown, Neighbours neighbours) {
        Map<CommitteeAppointmentState.Seat, List<Phase<CommitteeAppointmentState>>> held = new LinkedHashMap<>();
        asKnown.phases().stream()
                .filter(p -> p.state().open())
                .forEach(p -> held.computeIfAbsent(p.state().seat(), s -> new ArrayList<>()).add(p));
        return held.entrySet().stream()
                .map(e -> position(e.getKey(), e.getValue()))
                .toList();
    }

    private static Claim position(
            CommitteeAppointmentState.Seat seat, List<Phase<CommitteeAppointmentState>> held) {
        String member = seat.member().value();
        String committee = seat.committee().value();
        String position = seat.position().name();
        return new Claim(
                Claim.key("committee-position", member, committee, position),
                HeldPeriod.joined(held),
                null,
                other -> new CommitteeAppointmentAcross.PositionHeld(member, committee, position, other));
    }
}
