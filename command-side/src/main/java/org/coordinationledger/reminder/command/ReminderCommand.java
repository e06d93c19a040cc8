package org.coordinationledger.reminder.command;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.reminder.event.Awaited;
import org.coordinationledger.reminder.event.Remark;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.ReminderId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a reminder. The components mean what they mean in the events. */
public sealed interface ReminderCommand extends RecordCommand {

    /** The administration reminds an organisation of what is overdue; mostly the service does so for it. */
    record Send(
            @TargetAggregateIdentifier ReminderId id,
            LocalDate effectiveOn,
            RecordReference record,
            Awaited what,
            OrganisationId organisation,
            LocalDate dueOn,
            @Nullable Boolean illustrative)
            implements ReminderCommand {
        @Override
        public ReminderEvent.Sent event() {
            return new ReminderEvent.Sent(
                    effectiveOn, record, what, organisation, dueOn, Boolean.TRUE.equals(illustrative));
        }
    }

    /** The organisation that was reminded takes note. */
    record Acknowledge(@TargetAggregateIdentifier ReminderId id, LocalDate effectiveOn, @Nullable Remark remark)
            implements ReminderCommand {
        @Override
        public ReminderEvent.Acknowledged event() {
            return new ReminderEvent.Acknowledged(effectiveOn, remark);
        }
    }
}
