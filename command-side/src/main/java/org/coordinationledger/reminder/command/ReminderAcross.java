package org.coordinationledger.reminder.command;

import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;

/** Refusals about reminders that come from what they are about. */
public sealed interface ReminderAcross extends Rejection {

    /** A reminder of this has one id, so that it is sent once. */
    @OfField("id")
    record AnotherId(String onlyId) implements ReminderAcross {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
