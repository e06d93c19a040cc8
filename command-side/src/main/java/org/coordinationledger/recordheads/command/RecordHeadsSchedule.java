package org.coordinationledger.recordheads.command;

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

/**
 * Lets one of all processes record the root of record heads at the hours that are set. The lock spares work; it is no
 * condition of right.
 */
final class RecordHeadsSchedule {

    private static final String NAME = "record-heads";
    private static final double MILLIS = 1_000;

    /** As long as clocks of processes may differ without a second run. */
    static final Duration SHORTEST = Duration.ofSeconds(30);

    private final Supplier<Optional<Long>> heads;
    private final LockingTaskExecutor once;
    private final Clock clock;
    private final Duration longestRun;
    private final Counter recorded;
    private final Timer runs;
    private volatile double lastSuccess = Double.NaN;

    RecordHeadsSchedule(
            Supplier<Optional<Long>> heads,
            LockingTaskExecutor once,
            Clock clock,
            Duration longestRun,
            MeterRegistry meters) {
        this.heads = heads;
        this.once = once;
        this.clock = clock;
        this.longestRun = longestRun;
        this.recorded = meters.counter("ledger.heads.recorded");
        this.runs = meters.timer("ledger.heads.run");
        Gauge.builder("ledger.heads.last.success.time", this, schedule -> schedule.lastSuccess)
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(cron = "${ledger.log.heads.cron}", zone = "Asia/Ho_Chi_Minh")
    void run() {
        once.executeWithLock(
                (Runnable) () -> runs.record(this::runOnce),
                new LockConfiguration(ClockProvider.now(), NAME, longestRun, SHORTEST));
    }

    private void runOnce() {
        heads.get().ifPresent(position -> recorded.increment());
        lastSuccess = clock.millis() / MILLIS;
    }
}
