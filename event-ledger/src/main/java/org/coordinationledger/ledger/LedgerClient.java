package org.coordinationledger.ledger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/** How a process connects to the server that holds its ledger. All processes SHOULD connect like this. */
public final class LedgerClient {

    private static final int MOST_CONNECTIONS = 64;
    private static final int CONNECT_SECONDS = 3;
    private static final int WAIT_SECONDS = 5;
    private static final int HEARTBEAT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 30;

    private LedgerClient() {
    }

    /**
     * Settings of a client that acknowledges nothing before it is durable on a majority and waits for nothing without
     * end. What the address itself says about waiting is replaced.
     */
    public static MongoClientSettings.Builder settings(ConnectionString address) {
        return MongoClientSettings.builder()
                .applyConnectionString(address)
                .applicationName("coordination-ledger")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToConnectionPoolSettings(pool ->
                        pool.maxSize(MOST_CONNECTIONS).maxWaitTime(WAIT_SECONDS, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(WAIT_SECONDS, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(HEARTBEAT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS));
    }
}
