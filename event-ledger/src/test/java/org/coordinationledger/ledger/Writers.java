package org.coordinationledger.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that append at the same time. */
final class Writers implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** What a writer came to: its result, or the exception it met. */
    static Object outcome(Future<?> writer) throws InterruptedException, TimeoutException {
        try {
            return writer.get(120, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    static List<Object> outcomes(List<? extends Future<?>> writers) throws InterruptedException, TimeoutException {
        List<Object> outcomes = new ArrayList<>();
        for (Future<?> writer : writers) {
            outcomes.add(outcome(writer));
        }
        return outcomes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
