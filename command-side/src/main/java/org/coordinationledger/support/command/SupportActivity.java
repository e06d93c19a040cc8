package org.coordinationledger.support.command;

import java.time.LocalDate;
import java.util.List;
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
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportActivityEvent.Given;
import org.coordinationledger.support.event.SupportActivityEvent.Promised;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.vocabulary.OrganisationId;

/** Decides about one support activity. */
final class SupportActivity extends RecordAggregate<SupportActivityEvent, SupportActivityState> {

    SupportActivity() {
        super(SupportActivityState.TYPE);
    }

    @CommandHandler(commandName = "support-activities")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(SupportActivityEvent event, Actor actor, Neighbours neighbours) {
        if (event instanceof Promised e) {
            requireStanding(e.giver(), e.recipients(), e.effectiveOn(), neighbours);
        } else if (event instanceof Given e) {
            requireStanding(e.giver(), e.recipients(), e.effectiveOn(), neighbours);
        }
    }

    private static void requireStanding(
            OrganisationId giver, List<OrganisationId> recipients, LocalDate day, Neighbours neighbours) {
        neighbours.standing(giver, day);
        recipients.forEach(recipient -> neighbours.standing(
                recipient, day, OrganisationKind.COMMUNE_PARTY_COMMITTEE, OrganisationKind.BORDER_POST));
    }
}
