package org.coordinationledger.service.sealing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.coordinationledger.ledger.sealing.SealingStatus;
import org.coordinationledger.ledger.sealing.WitnessStatus;

/** Figures of sealing; {@code docs/reference/metrics.md} says what each means. */
final class SealingMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final Supplier<SealingStatus> status;
    private final Supplier<List<WitnessStatus>> witnesses;
    private final LongSupplier tail;
    private final InstantSource clock;

    SealingMeters(Supplier<SealingStatus> status, Supplier<List<WitnessStatus>> witnesses, LongSupplier tail,
            InstantSource clock) {
        this.status = status;
        this.witnesses = witnesses;
        this.tail = tail;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "ledger.log.sealed", () -> status.get().sealed());
        gauge(meters, "ledger.log.lag", () -> Math.max(0, tail.getAsLong() + 1 - status.get().sealed()));
        gauge(meters, "ledger.log.sealing", () -> status.get().sealing() ? 1 : 0);
        gauge(meters, "ledger.log.shut", () -> status.get().problem() == null ? 0 : 1);
        gauge(meters, "ledger.log.broken", () -> status.get().broken() ? 1 : 0);
        gauge(meters, "ledger.log.witnesses.cosigning", () -> count(status -> status.trouble() == null));
        gauge(meters, "ledger.log.witnesses.failing", () -> count(status -> status.trouble() != null));
        gauge(meters, "ledger.log.witnesses.contradicting", () -> count(SealingMeters::contradicts));
        Gauge.builder("ledger.log.checkpoint.age", this::age).baseUnit("seconds").register(meters);
    }

    private long count(Predicate<WitnessStatus> which) {
        return witnesses.get().stream().filter(which).count();
    }

    private static boolean contradicts(WitnessStatus status) {
        WitnessStatus.Trouble trouble = status.trouble();
        return trouble != null && trouble.contradicts();
    }

    private static void gauge(MeterRegistry meters, String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(meters);
    }

    private double age() {
        SealingStatus now = status.get();
        return now.at() == null ? Double.NaN : (clock.millis() - now.at().toEpochMilli()) / MILLIS;
    }
}
