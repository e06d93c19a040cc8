package org.coordinationledger.reminder.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one reminder. */
public sealed interface ReminderRejection extends Rejection {

    /** Nobody is reminded before the due day is over. */
    record NotOverdue(@Given LocalDate dueOn) implements ReminderRejection {}

    /** The organisation that was reminded takes note, and nobody else. */
    record NotYourStep(List<String> organisations) implements ReminderRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Note is taken once. */
    record AlreadyAcknowledged(LocalDate on) implements ReminderRejection, WhateverIsSaid {}
}
