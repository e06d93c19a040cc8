package org.coordinationledger.ledger;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Lets the next inserts go wrong, one behaviour for each, before all others go through. */
final class InsertFaults {

    /** What happens in place of an insert. */
    interface Behaviour {

        void insert(CommitInserts real, List<Document> documents);
    }

    /** Nothing is persisted, and the writer sees a network error. */
    static final Behaviour NOT_PERSISTED = (real, documents) -> {
        throw networkError();
    };

    /** Everything is persisted, but the writer sees a network error. */
    static final Behaviour PERSISTED_BUT_REPORTED_FAILED = (real, documents) -> {
        real.insert(documents);
        throw networkError();
    };

    /** Only the first document is persisted, and the writer sees a network error. */
    static final Behaviour FIRST_PERSISTED_BUT_REPORTED_FAILED = (real, documents) -> {
        real.insert(documents.subList(0, 1));
        throw networkError();
    };

    private final Deque<Behaviour> next = new ArrayDeque<>();
    private final List<List<Document>> inserts = new ArrayList<>();
    private CommitInserts real = documents -> { };

    synchronized InsertFaults then(Behaviour behaviour) {
        next.add(behaviour);
        return this;
    }

    /** The insert waits until the gate opens, then goes through. */
    InsertFaults thenWaitFor(CountDownLatch reached, CountDownLatch gate) {
        return then((inserts, documents) -> {
            reached.countDown();
            await(gate);
            inserts.insert(documents);
        });
    }

    CommitInserts around(CommitInserts plain) {
        real = plain;
        return documents -> {
            Behaviour behaviour;
            synchronized (this) {
                inserts.add(List.copyOf(documents));
                behaviour = next.poll();
            }
            if (behaviour == null) {
                plain.insert(documents);
            } else {
                behaviour.insert(plain, documents);
            }
        };
    }

    /** What was sent so far, call by call. */
    synchronized List<List<Document>> inserts() {
        return List.copyOf(inserts);
    }

    /** A copy of an earlier request reaches the server only now. Nobody sees its answer. */
    void landLate(List<Document> documents) {
        try {
            real.insert(documents);
        } catch (MongoException e) {
            // as on a connection that nobody listens to any more
        }
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static MongoSocketReadException networkError() {
        return new MongoSocketReadException("connection lost", new ServerAddress("127.0.0.1"), new IOException("reset"));
    }
}
