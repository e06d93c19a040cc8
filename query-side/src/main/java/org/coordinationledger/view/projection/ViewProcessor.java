package org.coordinationledger.view.projection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.coordinationledger.service.ledger.ProcessorClaims;
import org.coordinationledger.view.store.Generation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Axon's processor that carries one generation on, in this process. */
final class ViewProcessor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewProcessor.class);
    private static final long LONGEST_STOP_SECONDS = 10;

    private final Generation generation;
    private final SpanProjection projection;
    private final List<ScheduledExecutorService> threads;
    private final PooledStreamingEventProcessor processor;

    /** @param from the position that the generation's spans are complete up to when its first processor starts */
    ViewProcessor(
            Generation generation,
            SpanProjection projection,
            EventStore events,
            TokenStore tokens,
            long from,
            int batchEvents) {
        this.generation = generation;
        this.projection = projection;
        ScheduledExecutorService coordinator = threads(generation, "coordinator", 1);
        ScheduledExecutorService workers = threads(generation, "worker", generation.segments());
        this.threads = List.of(coordinator, workers);
        this.processor = PooledStreamingEventProcessor.builder()
                .name(generation.processor())
                .eventHandlerInvoker(projection)
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(generation.segments())
                .initialToken(source -> from < 0 ? null : new GlobalSequenceTrackingToken(from))
                .tokenClaimInterval(ProcessorClaims.EXTENDED_EACH.toMillis())
                .claimExtensionThreshold(ProcessorClaims.EXTENDED_EACH.toMillis())
                .batchSize(batchEvents)
                .build();
    }

    private static ScheduledExecutorService threads(Generation generation, String part, int count) {
        return Executors.newScheduledThreadPool(
                count, new AxonThreadFactory(generation.processor() + "-" + part));
    }

    void start() {
        processor.start();
        LOG.info("views of generation {} are carried on", generation.number());
    }

    Generation generation() {
        return generation;
    }

    /** What keeps it from going on, if anything does. */
    Optional<String> failure() {
        return projection
                .failure()
                .map(Throwable::toString)
                .or(() -> processor.isError() ? Optional.of("the ledger cannot be read") : Optional.empty());
    }

    @Override
    public void close() {
        try {
            processor.shutdownAsync().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the processor of generation {} did not stop in time", generation.number(), e);
        } finally {
            threads.forEach(ScheduledExecutorService::shutdownNow);
        }
    }
}
