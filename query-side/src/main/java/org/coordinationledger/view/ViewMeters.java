package org.coordinationledger.view;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.mongodb.MongoException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.view.projection.ViewStatus;
import org.coordinationledger.view.projection.Views;
import org.coordinationledger.view.store.BuildProgress;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the views; {@code docs/reference/metrics.md} says what each means. They are looked up at most once a second,
 * and are not a number while the store cannot be read.
 */
final class ViewMeters implements MeterBinder {

    private static final double MILLIS = 1_000;

    private final Views views;
    private final LedgerReader ledger;
    private final InstantSource clock;
    private final LoadingCache<String, Seen> last = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(1)
            .build(key -> look());

    /** @param status null while the store cannot be read */
    private record Seen(@Nullable ViewStatus status, double lagSeconds) {}

    ViewMeters(Views views, LedgerReader ledger, InstantSource clock) {
        this.views = views;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "ledger.views.position", ViewStatus::position);
        gauge(meters, "ledger.views.lag", ViewStatus::lag);
        Gauge.builder("ledger.views.lag.time", this, m -> m.last.get("views").lagSeconds())
                .baseUnit("seconds")
                .register(meters);
        gauge(meters, "ledger.views.build.running", s -> s.build() != null && s.build().underWay() ? 1 : 0);
        gauge(meters, "ledger.views.build.position", s -> s.build() == null ? Double.NaN : s.build().position());
        gauge(meters, "ledger.views.build.target", s -> s.build() == null ? Double.NaN : s.build().target());
        gauge(meters, "ledger.views.build.rate", s -> rate(s.build()));
    }

    private void gauge(MeterRegistry meters, String name, ToDoubleFunction<ViewStatus> figure) {
        Gauge.builder(name, this, m -> {
                    ViewStatus status = m.last.get("views").status();
                    return status == null ? Double.NaN : figure.applyAsDouble(status);
                })
                .register(meters);
    }

    private static double rate(@Nullable BuildProgress build) {
        OptionalLong rate = build == null ? OptionalLong.empty() : build.eventsPerSecond();
        return rate.isPresent() ? rate.getAsLong() : Double.NaN;
    }

    private Seen look() {
        try {
            ViewStatus status = views.status();
            double waiting = status.lag() <= 0
                    ? 0
                    : ledger.entry(status.position() + 1)
                            .map(e -> Duration.between(e.recordedAt(), clock.instant()).toMillis() / MILLIS)
                            .orElse(0.0);
            return new Seen(status, Math.max(0, waiting));
        } catch (MongoException e) {
            return new Seen(null, Double.NaN);
        }
    }
}
