package org.coordinationledger.service.ledger;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.coordinationledger.ledger.LedgerEventStore;
import org.coordinationledger.ledger.LedgerStore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is read when somebody asks for figures: the ledger, the streams remembered, the event processors. */
@Configuration(proxyBeanMethods = false)
class MeterConfiguration {

    @Bean
    MeterBinder ledgerGauges(LedgerStore ledger, LedgerEventStore events) {
        return meters -> {
            Gauge.builder("ledger.tail", ledger, LedgerStore::knownTail).register(meters);
            Gauge.builder("ledger.queue.commits", ledger, LedgerStore::waiting).register(meters);
            FunctionCounter.builder("ledger.cache.reads", events, e -> e.cacheFigures().hits())
                    .tag("found", "true")
                    .register(meters);
            FunctionCounter.builder("ledger.cache.reads", events, e -> e.cacheFigures().misses())
                    .tag("found", "false")
                    .register(meters);
            FunctionCounter.builder("ledger.cache.evictions", events, e -> e.cacheFigures().evictions())
                    .register(meters);
            Gauge.builder("ledger.cache.streams", events, e -> e.cacheFigures().streams()).register(meters);
            Gauge.builder("ledger.cache.size", events, e -> e.cacheFigures().bytes()).baseUnit("bytes").register(meters);
        };
    }

    /** Processors are known once everything has started; the views have figures of their own. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> processorMeters(
            MeterRegistry meters, EventProcessingConfiguration processing, LedgerStore ledger) {
        return ready -> processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .forEach(processor -> {
                    Gauge.builder("ledger.processor.position", processor, MeterConfiguration::position)
                            .tag("processor", processor.getName())
                            .register(meters);
                    Gauge.builder("ledger.processor.lag", processor, p -> ledger.knownTail() - position(p))
                            .tag("processor", processor.getName())
                            .register(meters);
                });
    }

    /** The last position that all segments of a processor have behind them; -1 if none. */
    private static double position(StreamingEventProcessor processor) {
        List<OptionalLong> positions = processor.processingStatus().values().stream()
                .map(EventTrackerStatus::getCurrentPosition)
                .toList();
        return positions.stream().mapToLong(p -> p.orElse(-1)).min().orElse(-1);
    }
}
