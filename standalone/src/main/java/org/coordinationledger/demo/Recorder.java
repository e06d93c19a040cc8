package org.coordinationledger.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.coordinationledger.demo.ApiClient.Receipt;
import org.coordinationledger.demo.ApiClient.RefusedException;
import org.coordinationledger.demo.Plan.Command;
import org.coordinationledger.demo.Plan.Stage;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import tools.jackson.databind.JsonNode;

/** Records plans through the API: stages one after another, chains of a stage side by side. */
final class Recorder implements AutoCloseable {

    /** So many commands are under way at most. */
    private static final int SIDE_BY_SIDE = 8;

    private static final String HANDOVERS = "/handovers";

    private final RetryTemplate untilCarriedOut = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(300)
            .delay(Duration.ofMillis(200))
            .includes(UnderWayException.class)
            .build());
    private final ApiClient api;
    private final ExecutorService clients = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private final AtomicLong lastPosition = new AtomicLong(-1);

    Recorder(ApiClient api) {
        this.api = api;
    }

    /**
     * Records every command of a plan.
     *
     * @param recorded told after each command, from several threads
     * @throws IllegalStateException naming the place in the scenario file, the command and the refusal
     */
    void record(Plan plan, Runnable recorded) {
        plan.stages().forEach(stage -> record(stage, recorded));
    }

    /** The greatest position of what was recorded; reads that wait for it see all of it. */
    long lastPosition() {
        return lastPosition.get();
    }

    private void record(Stage stage, Runnable recorded) {
        AtomicBoolean stopped = new AtomicBoolean();
        List<Future<?>> chains = new ArrayList<>();
        for (List<Command> chain : stage.chains()) {
            chains.add(clients.submit(() -> record(chain, stopped, recorded)));
        }
        RuntimeException failure = null;
        for (Future<?> chain : chains) {
            try {
                chain.get();
            } catch (InterruptedException e) {
                stopped.set(true);
                Thread.currentThread().interrupt();
                throw new CompletionException("interrupted", e);
            } catch (ExecutionException e) {
                RuntimeException cause =
                        e.getCause() instanceof RuntimeException r ? r : new CompletionException(e.getCause());
                if (failure == null) {
                    failure = cause;
                } else {
                    failure.addSuppressed(cause);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void record(List<Command> chain, AtomicBoolean stopped, Runnable recorded) {
        for (Command command : chain) {
            if (stopped.get()) {
                return;
            }
            try {
                if (Freezing.asItStands(command) && Freezing.recorded(api, command)) {
                    recorded.run();
                    continue;
                }
                JsonNode body = Freezing.asItStands(command)
                        ? Freezing.filledIn(api, command, lastPosition.get())
                        : command.body();
                Receipt receipt = api.post(command.by(), command.path(), command.requestKey(), body);
                lastPosition.accumulateAndGet(receipt.position(), Math::max);
                if (command.path().equals(HANDOVERS)) {
                    awaitCarriedOut(command, receipt);
                }
            } catch (RefusedException e) {
                if (e.type().equals(command.refusedAs())) {
                    recorded.run();
                    continue;
                }
                stopped.set(true);
                throw failure(
                        "%s: \"%s\" by %s was refused: %s"
                                .formatted(command.place(), command.what(), command.by(), e.getMessage()),
                        e);
            } catch (RuntimeException e) {
                stopped.set(true);
                throw failure(
                        "%s: \"%s\" could not be sent: %s".formatted(command.place(), command.what(), e.getMessage()),
                        e);
            }
            if (command.refusedAs() != null) {
                stopped.set(true);
                throw new IllegalStateException("%s: \"%s\" was recorded, though it was to be refused as %s"
                        .formatted(command.place(), command.what(), command.refusedAs()));
            }
            recorded.run();
        }
    }

    /**
     * Waits until every record of a handover has passed on.
     *
     * @throws IllegalStateException if one was refused to, or if it took too long
     */
    private void awaitCarriedOut(Command command, Receipt receipt) {
        try {
            JsonNode carriedOut = Objects.requireNonNull(untilCarriedOut.execute(() -> carriedOut(command, receipt)));
            carriedOut.at("/state/settlements").forEach(settlement -> {
                if (settlement.has("refusedAs")) {
                    throw new IllegalStateException("record %s of the list was refused to pass on: %s"
                            .formatted(settlement.path("item"), settlement.path("refusedAs").asString()));
                }
            });
            lastPosition.accumulateAndGet(carriedOut.path("knownAt").asLong(), Math::max);
        } catch (RetryException e) {
            if (e.getCause() instanceof UnderWayException) {
                throw new IllegalStateException("the list was not carried out in time", e);
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private JsonNode carriedOut(Command command, Receipt receipt) {
        JsonNode handover = api.get(
                command.by(),
                HANDOVERS + "/" + receipt.id(),
                Map.of(
                        "waitForPosition", Long.toString(receipt.position()),
                        "effectiveOn", command.body().path("effectiveOn").asString()));
        if (handover.at("/state/settlements").size() < command.body().path("items").size()) {
            throw new UnderWayException();
        }
        return handover;
    }

    /** A list is still being carried out. */
    private static final class UnderWayException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What went wrong stands beside it, not beneath: whoever tells only the innermost exception tells the place. */
    private static IllegalStateException failure(String message, RuntimeException because) {
        IllegalStateException failure = new IllegalStateException(message);
        failure.addSuppressed(because);
        return failure;
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
