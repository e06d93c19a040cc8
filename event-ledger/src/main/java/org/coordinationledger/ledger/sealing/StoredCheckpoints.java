package org.coordinationledger.ledger.sealing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints in the database: one document for each, {@code {_id: size, note, at, previous, cosignatures}}, and the
 * newest again under {@code latest}, which is replaced only by who knows what stands there.
 */
final class StoredCheckpoints {

    static final String COLLECTION = "logcheckpoints";

    private static final String ID = "_id";
    private static final String LATEST = "latest";
    private static final String KEYS = "keys";
    private static final String SIZE = "size";
    private static final String NOTE = "note";
    private static final String AT = "at";
    private static final String PREVIOUS = "previous";
    private static final String COSIGNATURES = "cosignatures";
    private static final String VERIFIER_KEYS = "vkeys";
    private static final String RETIRED = "retired";

    private final MongoCollection<Document> checkpoints;

    StoredCheckpoints(MongoCollection<Document> checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** The newest checkpoint that was published. */
    Optional<PublishedCheckpoint> latest() {
        return Optional.ofNullable(checkpoints.find(eq(ID, LATEST)).first()).map(StoredCheckpoints::published);
    }

    /** The checkpoint of this size, if there is one. */
    Optional<PublishedCheckpoint> ofSize(long size) {
        return Optional.ofNullable(checkpoints.find(eq(ID, size)).first()).map(StoredCheckpoints::published);
    }

    /** The newest checkpoints, the newest first. */
    List<PublishedCheckpoint> newest(int most) {
        List<PublishedCheckpoint> found = new ArrayList<>();
        Optional<PublishedCheckpoint> next = latest();
        while (next.isPresent() && found.size() < most) {
            found.add(next.get());
            long previous = next.get().previous();
            next = previous < 0 ? Optional.empty() : ofSize(previous);
        }
        return found;
    }

    private static PublishedCheckpoint published(Document document) {
        Long size = document.getLong(SIZE);
        Long previous = document.getLong(PREVIOUS);
        Date at = document.getDate(AT);
        String note = document.getString(NOTE);
        if (size == null || note == null || at == null) {
            throw HistoryBrokenException.contradiction(
                    "the checkpoint " + document.get(ID) + " in the database is damaged");
        }
        return new PublishedCheckpoint(size, note, at.toInstant(), previous == null ? -1 : previous,
                document.getList(COSIGNATURES, String.class, List.of()));
    }

    /**
     * Publishes a checkpoint, if nobody else has published another one in the meantime.
     *
     * @param previous size of the one that it follows; null if it is the first
     * @return whether it is the newest now
     */
    boolean publish(long size, String note, Instant at, @Nullable Long previous) {
        if (!insertOnce(document(size, size, note, at, previous)) && ofSize(size).filter(there -> !body(there.note()).equals(body(note)))
                .isPresent()) {
            throw HistoryBrokenException.contradiction("another checkpoint of size " + size + " was signed before");
        }
        Document latest = document(LATEST, size, note, at, previous);
        return previous == null
                ? insertOnce(latest)
                : checkpoints.replaceOne(and(eq(ID, LATEST), eq(SIZE, previous)), latest).getMatchedCount() == 1;
    }

    /** What is signed of a note, without the signatures. */
    private static String body(String note) {
        int end = note.indexOf("\n\n");
        return end < 0 ? note : note.substring(0, end + 1);
    }

    private static Document document(Object id, long size, String note, Instant at, @Nullable Long previous) {
        return new Document(ID, id).append(SIZE, size).append(NOTE, note).append(AT, Date.from(at))
                .append(PREVIOUS, previous).append(COSIGNATURES, List.of());
    }

    private boolean insertOnce(Document document) {
        try {
            checkpoints.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Adds what a witness signed, to the newest checkpoint too if it is still of that size. */
    void cosigned(long size, String line) {
        checkpoints.updateOne(eq(ID, size), Updates.addToSet(COSIGNATURES, line));
        checkpoints.updateOne(and(eq(ID, LATEST), eq(SIZE, size)), Updates.addToSet(COSIGNATURES, line));
    }

    /** The log's verifier keys in their text form, the current one first; none before they were published. */
    List<String> verifierKeys() {
        Document keys = checkpoints.find(eq(ID, KEYS)).first();
        return keys == null ? List.of() : keys.getList(VERIFIER_KEYS, String.class, List.of());
    }

    /** Those and all that were published before: what was signed once stays signed by the key of its time. */
    List<String> everKeys() {
        Document keys = checkpoints.find(eq(ID, KEYS)).first();
        return keys == null
                ? List.of()
                : Stream.of(VERIFIER_KEYS, RETIRED)
                        .flatMap(field -> keys.getList(field, String.class, List.of()).stream())
                        .distinct()
                        .toList();
    }

    /** Publishes the log's verifier keys; those that were published before are remembered. */
    void publishKeys(List<String> keys) {
        if (!verifierKeys().equals(keys)) {
            List<String> retired = everKeys().stream().filter(key -> !keys.contains(key)).toList();
            checkpoints.replaceOne(eq(ID, KEYS),
                    new Document(ID, KEYS).append(VERIFIER_KEYS, keys).append(RETIRED, retired),
                    new ReplaceOptions().upsert(true));
        }
    }
}
