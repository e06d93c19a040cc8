package org.coordinationledger.view.reading;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.common.AxonThreadFactory;

/**
 * Reads several things for one request at once, on a few threads that all requests share. When they are busy, whoever asks
 * reads themselves, so nothing waits for a place.
 */
public final class Beside implements AutoCloseable {

    private static final int MOST = 4;
    private static final long IDLE_SECONDS = 10;

    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new AxonThreadFactory("reads"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    /** Reads something while something else is read; here and now, if too much is read already. */
    public <T> Future<T> read(Supplier<T> reading) {
        return threads.submit(reading::get);
    }

    /** What came of it, as if it had been read here. */
    public static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the process stops", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("something could not be read", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
