package org.coordinationledger.proposal.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalEvent.Answered;
import org.coordinationledger.proposal.event.ProposalEvent.Made;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;

/** Decides about one proposal. */
final class Proposal extends RecordAggregate<ProposalEvent, ProposalState> {

    Proposal() {
        super(ProposalState.TYPE);
    }

    @CommandHandler(commandName = "proposals")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(ProposalEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Made e) {
            e.by().forEach(maker -> neighbours.standing(maker, day));
            neighbours.standing(e.to(), day);
            e.by().forEach(maker -> requireAbove(maker, e.to(), day, neighbours));
        } else if (event instanceof Answered e) {
            BasisDocumentId document = e.document();
            if (document != null) {
                neighbours.state(BasisDocumentState.TYPE, document, day);
            }
        }
    }

    /** What is proposed goes up: along either line, or to the committees in whose territory the maker works. */
    private static void requireAbove(OrganisationId maker, OrganisationId to, LocalDate day, Neighbours neighbours) {
        if (!neighbours.bodiesAbove(maker, day).contains(to) && !neighbours.covered(maker, day).contains(to)) {
            throw new RejectedException(new ProposalAcross.NotABodyAbove(to.value(), maker.value()));
        }
    }
}
