package org.coordinationledger.auditor;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coordinationledger.tlog.TilePath;

/**
 * Reads bundle after bundle, several at once and handed on in order. Memory is bounded by the number of bundles that
 * are under way.
 */
final class LogScan {

    private final int threads;
    private final int underWay;

    private LogScan(int threads, int underWay) {
        this.threads = threads;
        this.underWay = underWay;
    }

    /** For reading from a disk: as many as there are processors. */
    static LogScan fromDisk() {
        int processors = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
        return new LogScan(processors, 2 * processors);
    }

    /** For reading from a server, which is not asked for more than four things at once. */
    static LogScan fromServer() {
        return new LogScan(4, 6);
    }

    static LogScan of(LogSource source) {
        return source instanceof ServerLog ? fromServer() : fromDisk();
    }

    /**
     * Reads the bundles of the entries from {@code from} to {@code to}.
     *
     * @param read is called by several threads at once
     * @param take is called by this thread, in order
     */
    <T> void run(long from, long to, Function<TilePath.Entries, T> read, Consumer<T> take) {
        ExecutorService readers = Executors.newFixedThreadPool(threads, LogScan::daemon);
        try {
            Queue<Future<T>> ahead = new ArrayDeque<>();
            long next = from / TilePath.FULL;
            while (next * TilePath.FULL < to || !ahead.isEmpty()) {
                while (next * TilePath.FULL < to && ahead.size() < underWay) {
                    TilePath.Entries bundle = TilePath.Entries.of(next++, to);
                    ahead.add(readers.submit(() -> read.apply(bundle)));
                }
                take.accept(done(ahead.remove()));
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static Thread daemon(Runnable reading) {
        Thread thread = new Thread(reading, "auditor-reading");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> T done(Future<T> reading) {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", "");
        }
    }
}
