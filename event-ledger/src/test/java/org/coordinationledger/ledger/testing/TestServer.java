package org.coordinationledger.ledger.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MongoDB server for tests.
 *
 * @param name             which kind it is, for test names: {@code embedded} or {@code mongod}
 * @param connectionString where a driver connects
 */
public record TestServer(String name, String connectionString) {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Whether this is the embedded stand-in. */
    public boolean isEmbedded() {
        return name.equals("embedded");
    }

    /** A database of its own, dropped when it is closed. */
    public TestDatabase freshDatabase() {
        return new TestDatabase(this, MongoClients.create(connectionString), "test" + DATABASES.incrementAndGet());
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A database with a client of its own.
     *
     * @param server where it lies
     * @param client connected to the server; closed with the database
     * @param name   the database's name
     */
    public record TestDatabase(TestServer server, MongoClient client, String name) implements AutoCloseable {

        @Override
        public void close() {
            client.getDatabase(name).drop();
            client.close();
        }
    }
}
