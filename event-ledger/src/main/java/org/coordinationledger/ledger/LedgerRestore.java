package org.coordinationledger.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Writes a ledger anew from its entries, commit by commit, into a database that has none. The entries MUST have been
 * verified before; what lies beside them for indexes follows from them.
 */
public final class LedgerRestore {

    private static final int COMMITS_AT_ONCE = 500;
    private static final int BYTES_AT_ONCE = 8 << 20;

    private final MongoClient client;
    private final String database;
    private final ServerDialect dialect;
    private final List<Document> waiting = new ArrayList<>();
    private final List<Entry> commit = new ArrayList<>();
    private int waitingBytes;
    private long restored;
    private @Nullable MongoCollection<Document> ledger;

    public LedgerRestore(MongoClient client, String database) {
        this.client = client;
        this.database = database;
        this.dialect = ServerDialect.of(client);
    }

    /**
     * Takes the next entry.
     *
     * @throws IllegalStateException if the database holds a ledger with entries already, or the entry does not follow
     */
    public void add(byte[] utf8) {
        Entry entry = EntryFormat.parse(new String(utf8, StandardCharsets.UTF_8));
        long position = restored + commit.size();
        if (entry.position() != position || entry.commitFirst() != restored) {
            throw new IllegalStateException("the entry at position " + position + " says that it is at " + entry.position()
                    + ", in a commit that begins at " + entry.commitFirst());
        }
        if (ledger == null) {
            ledger = open(entry.logId());
        }
        commit.add(entry);
        if (commit.size() == entry.commitCount()) {
            StoredCommit stored = stored(commit);
            waiting.add(stored.toDocument());
            waitingBytes += stored.entries().stream().mapToInt(String::length).sum();
            restored = stored.next();
            commit.clear();
            if (waiting.size() >= COMMITS_AT_ONCE || waitingBytes >= BYTES_AT_ONCE) {
                write();
            }
        }
    }

    private MongoCollection<Document> open(String logId) {
        LedgerCollections collections = new LedgerCollections(client.getDatabase(database), dialect);
        if (collections.ledger().find().first() != null) {
            throw new IllegalStateException("the database " + database + " holds a ledger; an empty one is needed");
        }
        collections.open(logId);
        return collections.ledger();
    }

    private static StoredCommit stored(List<Entry> entries) {
        Entry first = entries.get(0);
        List<String> keys = entries.stream().map(entry -> StreamKey.of(entry.streamId(), entry.sequence())).toList();
        String request = null;
        for (Entry entry : entries) {
            Map<String, String> metadata = entry.metadata();
            String actor = metadata.get(LedgerMetadata.ACTOR);
            String key = metadata.get(LedgerMetadata.REQUEST_KEY);
            request = actor == null || key == null ? request : LedgerMetadata.request(actor, key);
        }
        String command = request == null ? null : first.metadata().get(LedgerMetadata.COMMAND_DIGEST);
        return new StoredCommit(first.position(), keys, request, command, first.recordedAt(),
                entries.stream().map(Entry::json).toList());
    }

    private void write() {
        if (!waiting.isEmpty() && ledger != null) {
            CausalOrder.NONE.insert(ledger, waiting);
            waiting.clear();
            waitingBytes = 0;
        }
    }

    /**
     * Writes what is left.
     *
     * @return number of entries restored
     * @throws IllegalStateException if the last commit is not whole
     */
    public long finish() {
        write();
        if (!commit.isEmpty()) {
            throw new IllegalStateException("the entries end inside of the commit that begins at position " + restored);
        }
        return restored;
    }
}
