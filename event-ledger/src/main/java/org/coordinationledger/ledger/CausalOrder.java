package org.coordinationledger.ledger;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One order for all operations of a store: each read sees at least what any operation before it, of whichever thread, has
 * seen or had acknowledged. Without it that would not hold across an election, since the majority point of a new primary
 * may be behind what the old one has shown.
 *
 * <p>Only a replica set can be behind itself; on other servers this adds nothing. Each operation has a session of its own,
 * which the driver takes from a pool, and begins at the greatest time that the server gave to any before it. Safe for use
 * by several threads.
 */
final class CausalOrder {

    /** For servers that cannot be behind themselves. */
    static final CausalOrder NONE = new CausalOrder(null);

    private static final ClientSessionOptions CAUSAL = ClientSessionOptions.builder().causallyConsistent(true).build();
    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);
    private static final Document BARRIER = new Document("_id", "barrier");
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final @Nullable MongoClient client;
    private final AtomicReference<@Nullable BsonTimestamp> seen = new AtomicReference<>();

    private CausalOrder(@Nullable MongoClient client) {
        this.client = client;
    }

    /** @param client the one that the collections given later belong to */
    static CausalOrder of(MongoClient client, ServerDialect dialect) {
        return dialect == ServerDialect.REPLICA_SET ? new CausalOrder(client) : NONE;
    }

    /** Reads; {@code read} MUST NOT leave anything to be read after it has returned. */
    <T> T find(MongoCollection<Document> collection, Bson filter, Function<FindIterable<Document>, T> read) {
        return client == null
                ? read.apply(collection.find(filter))
                : next(client, session -> read.apply(collection.find(session, filter)));
    }

    /** Inserts documents in order, stopping at the first that fails. */
    void insert(MongoCollection<Document> collection, List<Document> documents) {
        if (client == null) {
            collection.insertMany(documents, ORDERED);
        } else {
            next(client, session -> collection.insertMany(session, documents, ORDERED));
        }
    }

    /**
     * Writes something to a majority: reads after it see whatever was acknowledged to anybody before it, since that
     * precedes it in the log of every primary that could acknowledge it.
     *
     * @throws com.mongodb.MongoException if no majority acknowledged it
     */
    void barrier(MongoCollection<Document> collection) {
        if (client != null) {
            try {
                next(client, session -> collection.updateOne(session, BARRIER, Updates.inc("times", 1L), UPSERT));
            } catch (MongoWriteConcernException e) {
                throw new MongoTimeoutException("no majority acknowledged in time", e);
            }
        }
    }

    /** What is thrown may tell a time too: a duplicate key is met in something that was recorded. */
    private <T> T next(MongoClient from, Function<ClientSession, T> operation) {
        try (ClientSession session = from.startSession(CAUSAL)) {
            session.advanceOperationTime(seen.get());
            try {
                return operation.apply(session);
            } finally {
                seen.accumulateAndGet(session.getOperationTime(), CausalOrder::later);
            }
        }
    }

    private static @Nullable BsonTimestamp later(@Nullable BsonTimestamp one, @Nullable BsonTimestamp other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }
}
