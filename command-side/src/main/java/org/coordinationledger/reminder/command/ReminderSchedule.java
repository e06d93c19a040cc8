package org.coordinationledger.reminder.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.coordinationledger.command.schedule.OneOfAll;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends reminders at the hours that are set. */
final class ReminderSchedule {

    private final Supplier<Optional<ReminderRun.Result>> reminders;
    private final OneOfAll one;
    private final Counter sent;
    private final Counter refused;

    ReminderSchedule(
            Supplier<Optional<ReminderRun.Result>> reminders,
            LockingTaskExecutor once,
            Clock clock,
            Duration longestRun,
            MeterRegistry meters) {
        this.reminders = reminders;
        this.one = new OneOfAll("reminders", "ledger.reminders", once, clock, longestRun, meters);
        this.sent = meters.counter("ledger.reminders.sent");
        this.refused = meters.counter("ledger.reminders.refused");
    }

    @Scheduled(cron = "${ledger.reminders.cron}", zone = "Asia/Ho_Chi_Minh")
    void run() {
        one.run(() -> {
            Optional<ReminderRun.Result> result = reminders.get();
            result.ifPresent(told -> {
                sent.increment(told.sent());
                refused.increment(told.refused());
            });
            return result.isPresent();
        });
    }
}
