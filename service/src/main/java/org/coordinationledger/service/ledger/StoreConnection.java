package org.coordinationledger.service.ledger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Objects;
import org.coordinationledger.ledger.LedgerClient;
import org.coordinationledger.ledger.embedded.EmbeddedMongo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database server: somebody's MongoDB, or the embedded store, which starts and stops with this. */
public final class StoreConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreConnection.class);

    private final ConnectionString address;
    private final String database;
    private final @Nullable EmbeddedMongo embedded;

    private StoreConnection(String uri, String database, @Nullable EmbeddedMongo embedded) {
        this.address = new ConnectionString(uri);
        this.database = Objects.requireNonNullElse(address.getDatabase(), database);
        this.embedded = embedded;
    }

    /** A MongoDB; a database in its address goes before {@code database}. */
    static StoreConnection to(String uri, String database) {
        return new StoreConnection(uri, database, null);
    }

    /** The embedded store with its data in this folder. */
    static StoreConnection embedded(Path folder, String database) {
        EmbeddedMongo mongo = EmbeddedMongo.open(folder);
        LOG.warn(
                "the embedded store in {} is for demonstration or a single user, not a system of record;"
                        + " set ledger.mongodb-uri to use a MongoDB",
                folder);
        return new StoreConnection(mongo.connectionString(), database, mongo);
    }

    public boolean isEmbedded() {
        return embedded != null;
    }

    /** The name of the database that holds the ledger and the views. */
    public String database() {
        return database;
    }

    /**
     * A client that acknowledges nothing before it is durable on a majority, reads nothing that could be undone, and
     * waits for nothing without end: five seconds for a server, thirty for an answer. The ledger's own operations are
     * bounded more tightly.
     */
    MongoClient open() {
        return open(address, isEmbedded());
    }

    /** A client with the same settings to another address. */
    static MongoClient open(ConnectionString address, boolean embedded) {
        MongoClientSettings.Builder settings = LedgerClient.settings(address);
        if (!embedded) {
            settings.readConcern(ReadConcern.MAJORITY);
        }
        return MongoClients.create(settings.build());
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
