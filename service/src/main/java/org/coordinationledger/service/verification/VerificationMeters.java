package org.coordinationledger.service.verification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.coordinationledger.service.verification.VerificationRun.State;

/** Figures of the verifications that this process ran; {@code docs/reference/metrics.md} says what each means. */
public final class VerificationMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final VerificationRuns runs;
    private final String prefix;
    private final String counted;

    /**
     * @param prefix  how the names of the figures begin
     * @param counted how the figure is called that tells how much was verified
     */
    public VerificationMeters(VerificationRuns runs, String prefix, String counted) {
        this.runs = runs;
        this.prefix = prefix;
        this.counted = counted;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, prefix + ".running", run -> run.state() == State.RUNNING ? 1 : 0, 0);
        gauge(meters, prefix + "." + counted, VerificationRun::verified, 0);
        gauge(meters, prefix + ".faulty", run -> run.state() == State.FAULTY ? 1 : 0, 0);
        Gauge.builder(prefix + ".last.sound.time", this, m -> m.value(
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
