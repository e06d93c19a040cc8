package org.coordinationledger.command.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;

/**
 * Lets one of all processes do something whose time has come in each of them. The lock spares work; it is no condition of
 * right.
 */
public final class OneOfAll {

    /** As long as clocks of processes may differ without a second run. */
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    private static final double MILLIS = 1_000;

    private final String name;
    private final LockingTaskExecutor once;
    private final Clock clock;
    private final Duration longestRun;
    private final Timer runs;
    private volatile double lastSuccess = Double.NaN;

    /**
     * @param name the same in all processes
     * @param meter how {@code ….run} and {@code ….last.success.time} begin
     * @param longestRun how long a run keeps other processes from running
     */
    public OneOfAll(
            String name,
            String meter,
            LockingTaskExecutor once,
            Clock clock,
            Duration longestRun,
            MeterRegistry meters) {
        this.name = name;
        this.once = once;
        this.clock = clock;
        this.longestRun = longestRun;
        this.runs = meters.timer(meter + ".run");
        Gauge.builder(meter + ".last.success.time", this, one -> one.lastSuccess)
                .baseUnit("seconds")
                .register(meters);
    }

    /**
     * Does it, unless another process is at it or has just done it.
     *
     * @param work says whether it succeeded
     */
    public void run(BooleanSupplier work) {
        once.executeWithLock(
                (Runnable) () -> runs.record(() -> runOnce(work)),
                new LockConfiguration(ClockProvider.now(), name, longestRun, SHORTEST));
    }

    private void runOnce(BooleanSupplier work) {
        if (work.getAsBoolean()) {
            lastSuccess = clock.millis() / MILLIS;
        }
    }

    /** @throws IllegalArgumentException naming the setting, if a run may end before clocks agree that it began */
    public static void requireLongEnough(String setting, Duration longestRun) {
        if (longestRun.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(setting + " is less than " + SHORTEST);
        }
    }
}
