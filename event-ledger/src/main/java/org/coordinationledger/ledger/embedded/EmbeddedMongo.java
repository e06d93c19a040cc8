package org.coordinationledger.ledger.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.coordinationledger.ledger.ServerDialect;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB stand-in in this process, on a loopback port of its own, keeping its data in one file.
 *
 * <p>Good for a demonstration or a single user; not a system of record. An acknowledged write with write concern
 * majority or {@code j: true} is on disk. One process at a time may open a folder. Transactions, sessions and change
 * streams are missing, and indexes serve exact equality only.
 */
public final class EmbeddedMongo implements AutoCloseable {

    /** Version of the data file; documents in it are Java-serialised, so another library version may need another. */
    public static final int FILE_VERSION = 1;

    private static final String FILE_NAME = "ledger.mv";
    private static final int PAGE_BYTES = 4_096;
    private static final int RETENTION_MILLIS = 1_000;

    private final MongoServer server;
    private final String connectionString;

    private EmbeddedMongo(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.connectionString = "mongodb://127.0.0.1:" + address.getPort() + "/?retryWrites=false";
    }

    /**
     * Opens the data in a folder, which is made if it is missing.
     *
     * @throws IllegalStateException if another process has it open or it was written by an incompatible version
     */
    public static EmbeddedMongo open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path file = folder.resolve(FILE_NAME);
        boolean fresh = !Files.exists(file);
        MVStore store;
        try {
            store = new MVStore.Builder().fileName(file.toString()).pageSplitSize(PAGE_BYTES).open();
        } catch (RuntimeException e) {
            throw new IllegalStateException("cannot open " + file + ": " + e.getMessage(), e);
        }
        store.setRetentionTime(RETENTION_MILLIS);
        if (fresh) {
            store.setStoreVersion(FILE_VERSION);
            store.commit();
        } else if (store.getStoreVersion() != FILE_VERSION) {
            int version = store.getStoreVersion();
            store.close();
            throw new IllegalStateException(file + " has file version " + version + "; this version reads " + FILE_VERSION);
        }
        MongoServer server = new MongoServer(new DurableBackend(store));
        server.bind("127.0.0.1", 0);
        return new EmbeddedMongo(server, server.getLocalAddress());
    }

    /** Where a driver connects. */
    public String connectionString() {
        return connectionString;
    }

    /** Stops answering and closes the file. */
    @Override
    public void close() {
        server.shutdownNow();
    }

    /**
     * Answers a durable write only when it is on disk. Collections and indexes are made and dropped by one command at a
     * time, since two that make the same one at once would leave it broken.
     */
    private static final class DurableBackend extends H2Backend {

        private static final Set<String> DEFINITIONS =
                Set.of("create", "createIndexes", "drop", "dropIndexes", "dropDatabase", "renameCollection");
        private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify", "findandmodify");

        private final MVStore store;
        private final ReadWriteLock definitions = new ReentrantReadWriteLock();

        /** Collections that a write was made to since something was defined: writing there makes none. */
        private final Set<String> written = ConcurrentHashMap.newKeySet();

        DurableBackend(MVStore store) {
            super(store);
            this.store = store;
            version(ServerVersion.MONGO_5_0);
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            Document query = message.getDocument();
            if ("hello".equals(query.keySet().iterator().next())) {
                return hello();
            }
            try {
                return inOrder(query, () -> super.handleMessage(message));
            } finally {
                if (isDurable(query)) {
                    store.commit();
                    store.sync();
                }
            }
        }

        private Document inOrder(Document query, Supplier<Document> command) {
            String name = query.keySet().iterator().next();
            String collection = query.get("$db") + "." + query.get(name);
            boolean defines = DEFINITIONS.contains(name);
            boolean alone = defines || WRITES.contains(name) && !written.contains(collection);
            Lock lock = alone ? definitions.writeLock() : definitions.readLock();
            lock.lock();
            try {
                Document answer = command.get();
                if (defines) {
                    written.clear();
                } else if (alone) {
                    written.add(collection);
                }
                return answer;
            } finally {
                lock.unlock();
            }
        }

        private Document hello() {
            return new Document("isWritablePrimary", true)
                    .append(ServerDialect.EMBEDDED_MARK, true)
                    .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
                    .append("maxMessageSizeBytes", MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES)
                    .append("maxWriteBatchSize", MongoWireProtocolHandler.MAX_WRITE_BATCH_SIZE)
                    .append("localTime", getClock().instant())
                    .append("minWireVersion", 0)
                    .append("maxWireVersion", ServerVersion.MONGO_5_0.getWireVersion())
                    .append("ok", 1.0);
        }

        private static boolean isDurable(Document query) {
            return query.get("writeConcern") instanceof Document concern
                    && (Boolean.TRUE.equals(concern.get("j")) || "majority".equals(concern.get("w")));
        }
    }
}
