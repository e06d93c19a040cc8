package org.coordinationledger.ledger;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** How ranges are read from a server, and whether it can ring when something was written. */
public enum ServerDialect {

    /** A replica set: indexed ranges and change streams. */
    REPLICA_SET,

    /** A single mongod: indexed ranges, no change streams. */
    SINGLE_SERVER,

    /** The embedded stand-in: only {@code $in} uses an index, so ranges are read as windows of keys. */
    EMBEDDED;

    /**
     * How long one read or insert of the ledger may take. A primary that hangs keeps its connections open and answers
     * nothing, and the driver goes on waiting for it even when it knows of another primary: this bound is what ends that.
     * It is safe at any length, since what became of an insert is found out by inserting the same again; but if a majority
     * took longer than this to acknowledge, nothing would ever be.
     */
    private static final long ANSWER_MILLIS = 5_000;

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

    /** The same database, each operation on it bounded in time. The embedded server is in this process and needs no bound. */
    MongoDatabase bounded(MongoDatabase database) {
        return this == EMBEDDED ? database : database.withTimeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
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
