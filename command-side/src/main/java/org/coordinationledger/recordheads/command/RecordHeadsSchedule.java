package org.coordinationledger.recordheads.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.coordinationledger.command.schedule.OneOfAll;
import org.springframework.scheduling.annotation.Scheduled;

/** Records the root of record heads at the hours that are set. */
final class RecordHeadsSchedule {

    private final Supplier<Optional<Long>> heads;
    private final OneOfAll one;
    private final Counter recorded;

    RecordHeadsSchedule(
            Supplier<Optional<Long>> heads,
            LockingTaskExecutor once,
            Clock clock,
            Duration longestRun,
            MeterRegistry meters) {
        this.heads = heads;
        this.one = new OneOfAll("record-heads", "ledger.heads", once, clock, longestRun, meters);
        this.recorded = meters.counter("ledger.heads.recorded");
    }

    @Scheduled(cron = "${ledger.log.heads.cron}", zone = "Asia/Ho_Chi_Minh")
    void run() {
        one.run(() -> {
            heads.get().ifPresent(position -> recorded.increment());
            return true;
        });
    }
}
