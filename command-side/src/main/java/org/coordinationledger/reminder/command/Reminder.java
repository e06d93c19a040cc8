package org.coordinationledger.reminder.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.reminder.event.ReminderEvent.Sent;
import org.coordinationledger.reminder.event.ReminderState;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.RecordReference;

/** Decides about one reminder. Whether something is overdue is known to the views alone, and not decided here. */
final class Reminder extends RecordAggregate<ReminderEvent, ReminderState> {

    Reminder() {
        super(ReminderState.TYPE);
    }

    @CommandHandler(commandName = "reminders")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(ReminderEvent event, Actor actor, Neighbours neighbours) {
        if (event instanceof Sent e) {
            String onlyId = e.onlyId().value();
            if (!onlyId.equals(recordId())) {
                throw new RejectedException(new ReminderAcross.AnotherId(onlyId));
            }
            requireRecord(e.record(), e.effectiveOn(), neighbours);
            neighbours.standing(e.organisation(), e.effectiveOn());
        }
    }

    private static void requireRecord(RecordReference record, LocalDate day, Neighbours neighbours) {
        RecordType<?, ?> type = Catalogue.resource(record.resource())
                .orElseThrow(() -> new RejectedException(
                        new NeighbourRejection.UnknownNeighbour(record.resource(), record.id(), day)));
        neighbours.state(type, new AnyRecordId(record.id()), day);
    }
}
