package org.coordinationledger.reminder.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets one of all processes send reminders at the hours that are set. The lock spares work; it is no condition of right. */
final class ReminderSchedule {

    private static final String NAME = "reminders";
    private static final double MILLIS = 1_000;

    /** As long as clocks of processes may differ without a second run. */
    static final Duration SHORTEST = Duration.ofSeconds(30);

    private final Supplier<Optional<ReminderRun.Result>> reminders;
    private final LockingTaskExecutor once;
    private final Clock clock;
    private final Duration longestRun;
    private final Counter sent;
    private final Counter refused;
    private final Timer runs;
    private volatile double lastSuccess = Double.NaN;

    ReminderSchedule(
            Supplier<Optional<ReminderRun.Result>> reminders,
            LockingTaskExecutor once,
            Clock clock,
            Duration longestRun,
            MeterRegistry meters) {
        this.reminders = reminders;
        this.once = once;
        this.clock = clock;
        this.longestRun = longestRun;
        this.sent = meters.counter("ledger.reminders.sent");
        this.refused = meters.counter("ledger.reminders.refused");
        this.runs = meters.timer("ledger.reminders.run");
        Gauge.builder("ledger.reminders.last.success.time", this, schedule -> schedule.lastSuccess)
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(cron = "${ledger.reminders.cron}", zone = "Asia/Ho_Chi_Minh")
    void run() {
        once.executeWithLock(
                (Runnable) () -> runs.record(this::runOnce),
                new LockConfiguration(ClockProvider.now(), NAME, longestRun, SHORTEST));
    }

    private void runOnce() {
        Optional<ReminderRun.Result> result = reminders.get();
        if (result.isPresent()) {
            sent.increment(result.get().sent());
            refused.increment(result.get().refused());
            lastSuccess = clock.millis() / MILLIS;
        }
    }
}
