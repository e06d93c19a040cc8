package org.coordinationledger.reminder.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Rejection;

/** Rules of one reminder. */
public sealed interface ReminderRejection extends Rejection {

    /** Nobody is reminded before the due day is over. */
    record NotOverdue(LocalDate dueOn) implements ReminderRejection {}

    /** The organisation that was reminded takes note, and nobody else. */
    record NotYourStep(List<String> organisations) implements ReminderRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Note is taken once. */
    record AlreadyAcknowledged(LocalDate on) implements ReminderRejection {}
}
