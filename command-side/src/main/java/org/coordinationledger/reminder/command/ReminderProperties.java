package org.coordinationledger.reminder.command;

import java.time.Duration;
import org.coordinationledger.command.schedule.OneOfAll;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reminders are sent. When, says {@code ledger.reminders.cron} as Spring writes it, at the hours of Viet Nam.
 *
 * @param mostPerRun how many are sent by one run; the rest is left to the next
 * @param longestWaitForViews how long a run waits for the views to catch up with the ledger before it gives up
 * @param longestRun how long a run keeps other processes from running; one that takes longer may run beside another
 */
@ConfigurationProperties("ledger.reminders")
record ReminderProperties(
        @DefaultValue("1000") int mostPerRun,
        @DefaultValue("1m") Duration longestWaitForViews,
        @DefaultValue("1h") Duration longestRun) {

    ReminderProperties {
        if (mostPerRun < 1) {
            throw new IllegalArgumentException("ledger.reminders.most-per-run is less than 1");
        }
        OneOfAll.requireLongEnough("ledger.reminders.longest-run", longestRun);
    }
}
