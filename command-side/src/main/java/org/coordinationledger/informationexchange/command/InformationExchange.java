package org.coordinationledger.informationexchange.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.informationexchange.event.InformationExchangeState;
import org.coordinationledger.rejection.RejectedException;

/** Decides about one information exchange. */
final class InformationExchange extends RecordAggregate<InformationExchangeEvent, InformationExchangeState> {

    InformationExchange() {
        super(InformationExchangeState.TYPE);
    }

    @CommandHandler(commandName = "information-exchanges")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(InformationExchangeEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        AgreementState agreement = neighbours.state(AgreementState.TYPE, event.agreement(), day);
        if (!agreement.inForce()) {
            throw new RejectedException(new InformationExchangeAcross.AgreementNotInForce(
                    event.agreement().value(), agreement.stage().name()));
        }
        neighbours.standing(event.from(), day);
        event.to().forEach(recipient -> neighbours.standing(recipient, day));
    }
}
