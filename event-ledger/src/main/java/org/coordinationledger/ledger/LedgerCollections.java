package org.coordinationledger.ledger;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The ledger's collections: made once, by whichever process comes first. */
final class LedgerCollections {

    private static final String LEDGER = "ledger";
    private static final String INFO = "ledgerinfo";
    private static final String SNAPSHOTS = "snapshots";
    private static final Set<String> OWN = Set.of(LEDGER, INFO, SNAPSHOTS);
    private static final Document LOG = new Document("_id", "log");
    private static final Pattern LOG_ID = Pattern.compile("[A-Za-z0-9._/-]{1,64}");

    /** NamespaceExists; ConflictingOperationInProgress and WriteConflict while another process makes the same. */
    private static final int EXISTS = 48;
    private static final Set<Integer> RACES = Set.of(112, 117);
    private static final int ATTEMPTS = 20;

    private final MongoDatabase database;
    private final ServerDialect dialect;

    LedgerCollections(MongoDatabase database, ServerDialect dialect) {
        this.dialect = dialect;
        this.database = database
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** For reads and inserts, each bounded in time. */
    MongoCollection<Document> ledger() {
        return dialect.bounded(database).getCollection(LEDGER);
    }

    /** For barriers, each bounded in time. */
    MongoCollection<Document> barrier() {
        return dialect.bounded(database).getCollection(INFO);
    }

    MongoCollection<Document> info() {
        return database.getCollection(INFO);
    }

    /** For what lies beside the ledger, each operation bounded in time. */
    MongoCollection<Document> beside(String name) {
        if (OWN.contains(name)) {
            throw new IllegalArgumentException(name + " is the ledger's own");
        }
        return dialect.bounded(database).getCollection(name);
    }

    MongoCollection<Document> snapshots() {
        return database.getCollection(SNAPSHOTS);
    }

    /**
     * Makes what is missing and returns the log's id.
     *
     * @param wanted the id to give a new log; null for a random one
     * @throws IllegalStateException if the log there has another id or a format this version does not know
     */
    String open(@Nullable String wanted) {
        if (wanted != null && !LOG_ID.matcher(wanted).matches()) {
            throw new IllegalArgumentException("a log id is made of 1 to 64 of A-Z a-z 0-9 . _ / -");
        }
        if (!database.listCollectionNames().into(new ArrayList<>()).contains(LEDGER)) {
            racing(this::create);
        }
        // not bounded in time: on a ledger that was restored without its indexes it takes a while
        MongoCollection<Document> ledger = database.getCollection(LEDGER);
        racing(() -> ledger.createIndex(Indexes.ascending(StoredCommit.STREAMS), new IndexOptions().unique(true)));
        racing(() -> ledger.createIndex(Indexes.ascending(StoredCommit.REQUEST),
                new IndexOptions().unique(true).sparse(true)));
        return identity(wanted);
    }

    private void create() {
        CreateCollectionOptions options = new CreateCollectionOptions();
        if (dialect != ServerDialect.EMBEDDED) {
            options.storageEngineOptions(new Document("wiredTiger", new Document("configString", "block_compressor=zstd")));
        }
        database.createCollection(LEDGER, options);
    }

    private static void racing(Runnable step) {
        for (int attempt = 1;; attempt++) {
            try {
                step.run();
                return;
            } catch (MongoCommandException e) {
                if (e.getErrorCode() == EXISTS) {
                    return;
                }
                if (!RACES.contains(e.getErrorCode()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private String identity(@Nullable String wanted) {
        MongoCollection<Document> info = info();
        Document log = info.find(LOG).first();
        if (log == null) {
            String logId = wanted == null ? "ledger-" + UUID.randomUUID() : wanted;
            try {
                info.insertOne(new Document(LOG).append("logId", logId).append("format", EntryFormat.FORMAT));
            } catch (MongoWriteException e) {
                if (e.getError().getCode() != 11000) {
                    throw e;
                }
            }
            log = info.find(LOG).first();
        }
        if (log == null) {
            throw new IllegalStateException("the log's identity was written but cannot be read");
        }
        if (!Integer.valueOf(EntryFormat.FORMAT).equals(log.getInteger("format"))) {
            throw new IllegalStateException("this database holds a ledger of format " + log.get("format"));
        }
        if (wanted != null && !wanted.equals(log.getString("logId"))) {
            throw new IllegalStateException("this database holds the ledger " + log.getString("logId") + ", not " + wanted);
        }
        return log.getString("logId");
    }
}
