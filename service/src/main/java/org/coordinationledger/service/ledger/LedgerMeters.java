package org.coordinationledger.service.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.coordinationledger.ledger.LedgerObserver;

/** Figures of appending; {@code docs/reference/metrics.md} says what each means. */
final class LedgerMeters implements LedgerObserver {

    private static final Duration[] STEPS = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(20),
        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10)
    };

    private final Timer append;
    private final DistributionSummary commits;
    private final DistributionSummary entries;
    private final Counter conflictsOfWritten;
    private final Counter conflictsOfRead;
    private final Counter insertedAgain;
    private final Counter tookOver;
    private final Timer turn;
    private final Counter turnedAway;

    LedgerMeters(MeterRegistry meters) {
        append = Timer.builder("ledger.append").serviceLevelObjectives(STEPS).register(meters);
        commits = DistributionSummary.builder("ledger.append.commits")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
                .register(meters);
        entries = DistributionSummary.builder("ledger.append.entries").register(meters);
        conflictsOfWritten = Counter.builder("ledger.conflicts").tag("stream", "written").register(meters);
        conflictsOfRead = Counter.builder("ledger.conflicts").tag("stream", "read").register(meters);
        insertedAgain = meters.counter("ledger.inserts.again");
        tookOver = meters.counter("ledger.entries.taken.over");
        turn = meters.timer("ledger.turn");
        turnedAway = meters.counter("ledger.turned.away");
    }

    @Override
    public void batchRecorded(int commitsSent, int entriesSent, Duration took) {
        append.record(took);
        commits.record(commitsSent);
        entries.record(entriesSent);
    }

    @Override
    public void conflict(boolean written) {
        (written ? conflictsOfWritten : conflictsOfRead).increment();
    }

    @Override
    public void insertedAgain() {
        insertedAgain.increment();
    }

    @Override
    public void tookOver(long others) {
        tookOver.increment(others);
    }

    @Override
    public void turn(Duration waited) {
        turn.record(waited);
    }

    @Override
    public void turnedAway() {
        turnedAway.increment();
    }
}
