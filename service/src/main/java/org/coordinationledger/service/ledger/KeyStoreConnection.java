package org.coordinationledger.service.ledger;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where members' data keys are: never in the ledger's own database, so that one can be backed up without the other. */
public final class KeyStoreConnection implements AutoCloseable {

    private final MongoDatabase database;
    private final @Nullable MongoClient ownClient;

    private KeyStoreConnection(MongoDatabase database, @Nullable MongoClient ownClient) {
        this.database = database;
        this.ownClient = ownClient;
    }

    /** The key store at an address of its own, or beside the ledger if that is blank or absent. */
    public static KeyStoreConnection of(@Nullable String uri, StoreConnection ledger, MongoClient ledgerClient) {
        String beside = ledger.database() + "_keys";
        if (uri == null || uri.isBlank()) {
            return new KeyStoreConnection(ledgerClient.getDatabase(beside), null);
        }
        ConnectionString address = new ConnectionString(uri);
        MongoClient client = StoreConnection.open(address, false);
        return new KeyStoreConnection(
                client.getDatabase(Objects.requireNonNullElse(address.getDatabase(), beside)), client);
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        if (ownClient != null) {
            ownClient.close();
        }
    }
}
