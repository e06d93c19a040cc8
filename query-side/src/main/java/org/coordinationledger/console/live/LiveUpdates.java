package org.coordinationledger.console.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.reading.ReadPoints;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells all who listen the position that the views have reached, with one thread for all of them: at once, but once a
 * second at most, so that many commits are one event. It keeps connections open with a comment now and then. A connection
 * ends after {@link #LONGEST}; whoever listens on comes again, and is asked again who they are.
 */
@Component
public final class LiveUpdates implements SmartLifecycle {

    /** No more listen at a time; well below the connections that a server takes. */
    public static final int MOST = 1_000;

    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);
    private static final Duration PACE = Duration.ofSeconds(1);

    /** How long it may take until it is seen that another process carried the views on. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(3);
    private static final int RETRY_AFTER_SECONDS = 30;

    private final Progress progress;
    private final ReadPoints points;
    private final Semaphore places = new Semaphore(MOST);
    /** Who listens, with the position that they know. */
    private final Map<SseEmitter, Long> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread teller;

    public LiveUpdates(Progress progress, ReadPoints points) {
        this.progress = progress;
        this.points = points;
    }

    /**
     * Lets somebody listen.
     *
     * @param known the position that they know; they are told at once if the views have come further
     * @throws RejectedException with {@link ServiceRejection.Overloaded} if too many listen
     */
    SseEmitter listen(long known) {
        if (!running || !places.tryAcquire()) {
            throw new RejectedException(new ServiceRejection.Overloaded(RETRY_AFTER_SECONDS));
        }
        SseEmitter listener = new SseEmitter(LONGEST.toMillis());
        AtomicBoolean there = new AtomicBoolean(true);
        Runnable leave = () -> {
            if (there.compareAndSet(true, false)) {
                listeners.remove(listener);
                places.release();
            }
        };
        listener.onCompletion(leave);
        listener.onTimeout(listener::complete);
        listener.onError(failure -> leave.run());
        listeners.put(listener, known);
        if (!running) {
            listener.complete();
        }
        progress.signal();
        return listener;
    }

    /** How many listen. */
    public int count() {
        return listeners.size();
    }

    @Override
    public void start() {
        running = true;
        Thread started = new Thread(this::tell, "live-updates");
        started.setDaemon(true);
        teller = started;
        started.start();
    }

    private void tell() {
        long signOfLife = System.nanoTime();
        while (running) {
            try {
                long seen = progress.changes();
                boolean quiet = System.nanoTime() - signOfLife >= SIGN_OF_LIFE.toNanos();
                boolean told = !listeners.isEmpty() && tellAll(quiet);
                if (quiet) {
                    signOfLife = System.nanoTime();
                }
                if (told) {
                    Thread.sleep(PACE.toMillis());
                } else {
                    progress.await(seen, listeners.isEmpty() ? SIGN_OF_LIFE : LOOK);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("cannot tell who listens how far the views are: {}", e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN_AFTER.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Whether there was something to tell somebody. */
    private boolean tellAll(boolean signOfLife) {
        long position = points.at(new KnownOn.Now(), -1).knownAt();
        boolean told = false;
        for (Map.Entry<SseEmitter, Long> one : listeners.entrySet()) {
            SseEmitter listener = one.getKey();
            if (position > one.getValue()) {
                listeners.replace(listener, position);
                send(listener, Optional.of(position));
                told = true;
            } else if (signOfLife) {
                send(listener, Optional.empty());
            }
        }
        return told;
    }

    private void send(SseEmitter listener, Optional<Long> position) {
        SseEmitter.SseEventBuilder event = SseEmitter.event();
        position.ifPresentOrElse(
                p -> event.id(Long.toString(p)).name("position").reconnectTime(AGAIN_AFTER.toMillis())
                        .data(Long.toString(p), MediaType.TEXT_PLAIN),
                () -> event.comment(""));
        try {
            listener.send(event);
        } catch (IOException e) {
            // whoever it was has gone; the server says so to the listener itself
            listeners.remove(listener);
        } catch (IllegalStateException e) {
            listeners.remove(listener);
            listener.completeWithError(e);
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread telling = teller;
        if (telling != null) {
            telling.interrupt();
        }
        listeners.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server waits for requests under way: these would never end. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
