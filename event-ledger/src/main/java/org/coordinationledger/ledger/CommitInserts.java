package org.coordinationledger.ledger;

import java.util.List;
import org.bson.Document;

/** The one write of the ledger. */
@FunctionalInterface
interface CommitInserts {

    /**
     * Inserts documents in order, stopping at the first that fails, and returns when all are durable on a majority.
     *
     * @throws com.mongodb.MongoException as the driver's {@code insertMany} does
     */
    void insert(List<Document> documents);
}
