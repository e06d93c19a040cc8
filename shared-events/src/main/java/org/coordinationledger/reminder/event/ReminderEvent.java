package org.coordinationledger.reminder.event;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.ReminderId;
import org.jspecify.annotations.Nullable;

/** What can happen to a reminder: it is sent once, and the organisation that was reminded takes note once. */
public sealed interface ReminderEvent extends RecordEvent {

    /**
     * An organisation was reminded that something is overdue. The service records this for the administration.
     *
     * @param record what waits
     * @param what it waits for
     * @param organisation whose turn it is
     * @param dueOn the last day on which it would have been in time
     * @param illustrative true where the sources do not state it
     */
    record Sent(
            LocalDate effectiveOn,
            RecordReference record,
            Awaited what,
            OrganisationId organisation,
            LocalDate dueOn,
            boolean illustrative)
            implements ReminderEvent {
        public Sent {
            Bounded.required("record", record);
            Bounded.required("what", what);
            Bounded.required("organisation", organisation);
            Dates.plausible("dueOn", dueOn);
        }

        @Override
        public Competence competence() {
            return Competence.ADMINISTER;
        }

        /**
         * The one id that a reminder of this can have. It follows from what is overdue and since when, not from the day of
         * reminding, so that nobody is reminded twice.
         */
        public ReminderId onlyId() {
            String name = String.join(
                    "\n", record.resource(), record.id(), what.value(), organisation.value(), dueOn.toString());
            return new ReminderId(
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
        }
    }

    /** The organisation that was reminded took note. */
    record Acknowledged(LocalDate effectiveOn, @Nullable Remark remark) implements ReminderEvent {}
}
