package org.coordinationledger.reminder.command;

import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.reminder.event.ReminderState;

/** Declares the commands about a reminder to the command side. */
public final class ReminderFeature {

    private ReminderFeature() {}

    public static CommandFeature declared() {
        return new CommandFeature(
                ReminderState.TYPE, Reminder::new, ReminderCommand.Send.class,
                Map.of("acknowledge", ReminderCommand.Acknowledge.class));
    }
}
