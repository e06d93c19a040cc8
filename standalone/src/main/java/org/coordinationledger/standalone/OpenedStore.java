package org.coordinationledger.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.Objects;
import org.coordinationledger.ledger.LedgerClient;
import org.coordinationledger.ledger.embedded.EmbeddedMongo;
import org.jspecify.annotations.Nullable;

/** The store of a ledger, opened by a command that works on it past the service. */
final class OpenedStore implements AutoCloseable {

    /** What the database is called where no address names one; the service's setting {@code ledger.database}. */
    private static final String DATABASE = "coordination_ledger";

    private final MongoClient client;
    private final String database;
    private final @Nullable EmbeddedMongo embedded;
    private @Nullable MongoClient keysClient;

    private OpenedStore(MongoClient client, String database, @Nullable EmbeddedMongo embedded) {
        this.client = client;
        this.database = database;
        this.embedded = embedded;
    }

    /**
     * Opens the MongoDB that a store names, or the embedded store in a folder.
     *
     * @throws IllegalStateException if a running ledger has the embedded store open
     */
    static OpenedStore open(Store store, Path folder) {
        String uri = store.mongodbUri();
        if (uri != null) {
            ConnectionString address = new ConnectionString(uri);
            return new OpenedStore(client(address), Objects.requireNonNullElse(address.getDatabase(), DATABASE), null);
        }
        EmbeddedMongo mongo = EmbeddedMongo.open(folder);
        return new OpenedStore(MongoClients.create(mongo.connectionString()), DATABASE, mongo);
    }

    private static MongoClient client(ConnectionString address) {
        return MongoClients.create(LedgerClient.settings(address).build());
    }

    MongoClient client() {
        return client;
    }

    /** The name of the database of ledger and views. */
    String database() {
        return database;
    }

    /**
     * Where members' data keys are, as the service finds them.
     *
     * @param uri of a MongoDB of their own, or null for a database beside the ledger's
     */
    MongoDatabase keys(@Nullable String uri) {
        String beside = database + "_keys";
        if (uri == null) {
            return client.getDatabase(beside);
        }
        ConnectionString address = new ConnectionString(uri);
        MongoClient own = client(address);
        keysClient = own;
        return own.getDatabase(Objects.requireNonNullElse(address.getDatabase(), beside));
    }

    @Override
    public void close() {
        if (keysClient != null) {
            keysClient.close();
        }
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
