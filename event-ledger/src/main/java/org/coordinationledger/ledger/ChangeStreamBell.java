package org.coordinationledger.ledger;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings when any process recorded something. It carries no data and may miss a ring: readers also look by themselves. */
final class ChangeStreamBell implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChangeStreamBell.class);

    private static final long LONGEST_SILENCE_MILLIS = 500;
    private static final long PAUSE_MILLIS = 1_000;

    private final MongoCollection<Document> ledger;
    private final Runnable ring;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;

    ChangeStreamBell(MongoCollection<Document> ledger, Runnable ring) {
        this.ledger = ledger;
        this.ring = ring;
        this.thread = new Thread(this::run, "ledger-bell");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void run() {
        do {
            try {
                listen();
            } catch (MongoException | IllegalStateException e) {
                if (closed.getCount() > 0) {
                    log.warn("the change stream broke off; readers poll until it is back: {}", e.getMessage());
                }
            }
        } while (!closedWithin(PAUSE_MILLIS));
    }

    private void listen() {
        var onlyKeys = List.of(Aggregates.project(Projections.include("_id", "documentKey")));
        try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor = ledger.watch(onlyKeys)
                .maxAwaitTime(LONGEST_SILENCE_MILLIS, TimeUnit.MILLISECONDS)
                .cursor()) {
            listening.countDown();
            while (!closedWithin(0)) {
                if (cursor.tryNext() != null) {
                    while (cursor.available() > 0) {
                        cursor.tryNext();
                    }
                    ring.run();
                }
            }
        }
    }

    /** Waits until the change stream is open. */
    boolean awaitListening(long seconds) throws InterruptedException {
        return listening.await(seconds, TimeUnit.SECONDS);
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(2 * PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
