package org.coordinationledger.agreement.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementEvent.AmendmentProposed;
import org.coordinationledger.agreement.event.AgreementEvent.Drafted;
import org.coordinationledger.agreement.event.AgreementEvent.Lapsed;
import org.coordinationledger.agreement.event.AgreementEvent.Proposed;
import org.coordinationledger.agreement.event.AgreementEvent.Replaced;
import org.coordinationledger.agreement.event.AgreementEvent.Revised;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.AgreementState.Numbering;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.OrganisationId;

/** Decides about one agreement. */
final class Agreement extends RecordAggregate<AgreementEvent, AgreementState> {

    Agreement() {
        super(AgreementState.TYPE);
    }

    @CommandHandler(commandName = "agreements")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(AgreementEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Drafted e) {
            neighbours.text(e.text());
            requireStanding(e.parties(), day, neighbours);
        } else if (event instanceof Revised e) {
            neighbours.text(e.text());
        } else if (event instanceof Proposed) {
            requireStanding(stateBefore(day).parties(), day, neighbours);
        } else if (event instanceof AmendmentProposed e) {
            neighbours.text(e.text());
            requireStanding(stateBefore(day).parties(), day, neighbours);
        } else if (event instanceof Replaced e) {
            requireReplacement(e.by(), day, neighbours);
        } else if (event instanceof Lapsed) {
            requireLeadOrNone(actor, stateBefore(day).lead(), day, neighbours);
        }
    }

    private static void requireStanding(List<OrganisationId> parties, LocalDate day, Neighbours neighbours) {
        parties.forEach(party -> neighbours.standing(party, day));
    }

    /** What takes the place of this agreement is another, and in force by then. */
    private void requireReplacement(AgreementId by, LocalDate day, Neighbours neighbours) {
        if (by.value().equals(recordId())) {
            throw new RejectedException(new AgreementAcross.ReplacesItself());
        }
        AgreementState other = neighbours.state(AgreementState.TYPE, by, day);
        if (!other.inForce()) {
            throw new RejectedException(new AgreementAcross.ReplacementNotInForce(
                    by.value(), other.stage().name()));
        }
    }

    /** Another party than the lead records a lapse only when there is no lead party any more. */
    private static void requireLeadOrNone(Actor actor, OrganisationId lead, LocalDate day, Neighbours neighbours) {
        if (!actor.organisation().equals(lead)
                && neighbours.find(OrganisationState.TYPE, lead, day).filter(OrganisationState::standing).isPresent()) {
            throw new RejectedException(new AgreementAcross.LeadStands(lead.value()));
        }
    }

    /**
     * A number is unique for the lead party and its term of office in which it gave it, or the year if no term was known
     * when it was recorded; doubles that a term brings to light later are told by the register.
     */
    @Override
    protected List<Claim> claims(Timeline<AgreementEvent, AgreementState> asKnown, Neighbours neighbours) {
        return asKnown.phases().stream()
                .map(Phase::state)
                .filter(state -> state.numbering() != null)
                .findFirst()
                .map(state -> number(state.lead(), Objects.requireNonNull(state.numbering()), neighbours))
                .stream()
                .toList();
    }

    private static Claim number(OrganisationId lead, Numbering numbering, Neighbours neighbours) {
        String number = numbering.number().value();
        String period = neighbours.find(OrganisationState.TYPE, lead, numbering.givenOn())
                .flatMap(issuer -> issuer.termOn(numbering.givenOn()))
                .map(term -> term.name().value())
                .orElseGet(() -> Integer.toString(numbering.givenOn().getYear()));
        return Claim.always(
                Claim.key("agreement-number", lead.value(), period, numbering.number().compared()),
                other -> new AgreementAcross.NumberTaken(number, period, other));
    }
}
