package org.coordinationledger.ledger;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import org.bson.Document;

/** How ranges are read from a server, and whether it can ring when something was written. */
public enum ServerDialect {

    /** A replica set: indexed ranges and change streams. */
    REPLICA_SET,

    /** A single mongod: indexed ranges, no change streams. */
    SINGLE_SERVER,

    /** The embedded stand-in: only {@code $in} uses an index, so ranges are read as windows of keys. */
    EMBEDDED;

    /** The field of the embedded server's {@code hello} by which it is told from a MongoDB. */
    public static final String EMBEDDED_MARK = "embeddedLedgerServer";

    /**
     * How to write what can be derived from the ledger again, such as views and tokens: so that nothing that was
     * acknowledged is rolled back, but without the flush that the embedded server pays for each durable write. There,
     * whatever was written earlier is flushed with the next commit of the ledger.
     */
    public WriteConcern derivedWrites() {
        return this == EMBEDDED ? WriteConcern.W1 : WriteConcern.MAJORITY.withJournal(true);
    }

    /** Asks the server what it is. */
    public static ServerDialect of(MongoClient client) {
        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
        if (hello.containsKey(EMBEDDED_MARK)) {
            return EMBEDDED;
        }
        return hello.containsKey("setName") || "isdbgrid".equals(hello.getString("msg")) ? REPLICA_SET : SINGLE_SERVER;
    }
}
