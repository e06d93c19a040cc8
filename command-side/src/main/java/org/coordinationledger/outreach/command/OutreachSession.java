package org.coordinationledger.outreach.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachSessionEvent.Held;
import org.coordinationledger.outreach.event.OutreachSessionState;

/** Decides about one outreach session. */
final class OutreachSession extends RecordAggregate<OutreachSessionEvent, OutreachSessionState> {

    OutreachSession() {
        super(OutreachSessionState.TYPE);
    }

    @CommandHandler(commandName = "outreach-sessions")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(OutreachSessionEvent event, Actor actor, Neighbours neighbours) {
        if (event instanceof Held e) {
            neighbours.standing(e.organiser(), e.effectiveOn());
            e.venues().forEach(venue ->
                    neighbours.standing(venue, e.effectiveOn(), OrganisationKind.COMMUNE_PARTY_COMMITTEE));
        }
    }
}
