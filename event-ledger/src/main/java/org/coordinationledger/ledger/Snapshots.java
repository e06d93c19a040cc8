package org.coordinationledger.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The newest snapshot of each stream. Each carries the log's id and the hash of the entry it was taken at; one that is
 * ahead of the ledger, or of another history, is not used.
 */
final class Snapshots {

    private static final int DUPLICATE_KEY = 11000;

    private final LedgerStore store;
    private final MongoCollection<Document> snapshots;

    Snapshots(LedgerStore store) {
        this.store = store;
        this.snapshots = store.snapshots();
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        String streamId = snapshot.getAggregateIdentifier();
        String leafHash = leafHash(streamId, snapshot.getSequenceNumber());
        if (leafHash == null) {
            return;
        }
        SerializedObject<String> payload = snapshot.serializePayload(serializer, String.class);
        SerializedObject<String> metadata = snapshot.serializeMetaData(serializer, String.class);
        Document document = new Document("_id", streamId)
                .append("sequence", snapshot.getSequenceNumber())
                .append("log", store.logId())
                .append("leafHash", leafHash)
                .append("type", snapshot.getType())
                .append("eventId", snapshot.getIdentifier())
                .append("timestamp", Date.from(snapshot.getTimestamp()))
                .append("payloadType", payload.getType().getName())
                .append("payloadRevision", payload.getType().getRevision())
                .append("payload", payload.getData())
                .append("metadata", metadata.getData());
        try {
            snapshots.replaceOne(and(eq("_id", streamId), lt("sequence", snapshot.getSequenceNumber())), document,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCode() != DUPLICATE_KEY) {
                throw e;
            }
            replaceUnusable(streamId, document);
        }
    }

    /** The one there has the same or a later sequence: it stays, unless it is of another history. */
    private void replaceUnusable(String streamId, Document document) {
        if (read(streamId).isEmpty()) {
            snapshots.replaceOne(eq("_id", streamId), document);
        }
    }

    Optional<DomainEventData<?>> read(String streamId) {
        Document document = snapshots.find(eq("_id", streamId)).first();
        if (document == null
                || !store.logId().equals(document.getString("log"))
                || !document.getString("leafHash").equals(leafHash(streamId, document.getLong("sequence")))) {
            return Optional.empty();
        }
        return Optional.of(new Stored(document));
    }

    private @Nullable String leafHash(String streamId, long sequence) {
        return store.entriesOf(streamId, sequence, 1).stream()
                .map(entry -> HexFormat.of().formatHex(entry.leafHash()))
                .findFirst().orElse(null);
    }

    /** A snapshot as Axon reads it. */
    private record Stored(Document document) implements DomainEventData<String> {

        @Override
        public String getType() {
            return document.getString("type");
        }

        @Override
        public String getAggregateIdentifier() {
            return document.getString("_id");
        }

        @Override
        public long getSequenceNumber() {
            return document.getLong("sequence");
        }

        @Override
        public String getEventIdentifier() {
            return document.getString("eventId");
        }

        @Override
        public Instant getTimestamp() {
            return document.getDate("timestamp").toInstant();
        }

        @Override
        public SerializedObject<String> getMetaData() {
            return new SerializedMetaData<>(document.getString("metadata"), String.class);
        }

        @Override
        public SerializedObject<String> getPayload() {
            return new SimpleSerializedObject<>(document.getString("payload"), String.class,
                    new SimpleSerializedType(document.getString("payloadType"), document.getString("payloadRevision")));
        }
    }
}
