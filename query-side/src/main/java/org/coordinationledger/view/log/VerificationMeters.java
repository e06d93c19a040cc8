package org.coordinationledger.view.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.coordinationledger.view.log.VerificationRun.State;

/** Figures of the verifications that this process ran; {@code docs/reference/metrics.md} says what each means. */
final class VerificationMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final VerificationRuns runs;

    VerificationMeters(VerificationRuns runs) {
        this.runs = runs;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "ledger.verification.running", run -> run.state() == State.RUNNING ? 1 : 0, 0);
        gauge(meters, "ledger.verification.entries", VerificationRun::verified, 0);
        gauge(meters, "ledger.verification.faulty", run -> run.state() == State.FAULTY ? 1 : 0, 0);
        Gauge.builder("ledger.verification.last.sound.time", this, m -> m.value(
                        run -> run.state() == State.SOUND ? run.updatedAt().toEpochMilli() / MILLIS : Double.NaN, Double.NaN))
                .baseUnit("seconds")
                .register(meters);
    }

    private void gauge(MeterRegistry meters, String name, ToDoubleFunction<VerificationRun> value, double none) {
        Gauge.builder(name, this, m -> m.value(value, none)).register(meters);
    }

    private double value(ToDoubleFunction<VerificationRun> value, double none) {
        return runs.ofThisProcess().map(value::applyAsDouble).orElse(none);
    }
}
