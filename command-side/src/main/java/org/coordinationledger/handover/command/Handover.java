package org.coordinationledger.handover.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.command.record.Successors;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverEvent.Decided;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Timeline;

/** Decides about one handover. Whether each record of its list passes on is decided at the record. */
final class Handover extends RecordAggregate<HandoverEvent, HandoverState> {

    Handover() {
        super(HandoverState.TYPE);
    }

    @CommandHandler(commandName = "handovers")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(HandoverEvent event, Actor actor, Neighbours neighbours) {
        if (event instanceof Decided e) {
            new Successors(neighbours).requireDecider(e.from(), actor, e.effectiveOn());
        }
    }

    /** The list is worked on from its recording on: a wrong one is mended at the records that passed on. */
    @Override
    protected void requireThroughout(
            Timeline<HandoverEvent, HandoverState> before,
            Timeline<HandoverEvent, HandoverState> after,
            Neighbours neighbours) {
        if (!before.isEmpty() && !before.contentAt(0).equals(after.contentAt(0)) || after.phases().isEmpty()) {
            throw new RejectedException(new HandoverAcross.AlreadyUnderWay());
        }
    }
}
