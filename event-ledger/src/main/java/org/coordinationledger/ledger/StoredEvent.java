package org.coordinationledger.ledger;

import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An entry as Axon reads it. Its time is the recorded time; its token is its position. */
sealed class StoredEvent implements TrackedEventData<JsonNode> {

    final Entry entry;

    private StoredEvent(Entry entry) {
        this.entry = entry;
    }

    static StoredEvent of(Entry entry) {
        return entry.streamType().isEmpty() ? new StoredEvent(entry) : new OfAggregate(entry);
    }

    @Override
    public GlobalSequenceTrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(entry.position());
    }

    @Override
    public String getEventIdentifier() {
        return entry.eventId();
    }

    @Override
    public Instant getTimestamp() {
        return entry.recordedAt();
    }

    @Override
    public SerializedObject<JsonNode> getMetaData() {
        var json = JsonNodeFactory.instance.objectNode();
        entry.metadata().forEach(json::put);
        return new SerializedMetaData<>(json, JsonNode.class);
    }

    @Override
    public SerializedObject<JsonNode> getPayload() {
        @Nullable String revision = entry.eventRevision().isEmpty() ? null : entry.eventRevision();
        return new SimpleSerializedObject<>(entry.payloadTree(), JsonNode.class,
                new SimpleSerializedType(entry.eventName(), revision));
    }

    /** An entry of an aggregate's stream. */
    static final class OfAggregate extends StoredEvent implements DomainEventData<JsonNode> {

        OfAggregate(Entry entry) {
            super(entry);
        }

        @Override
        public String getType() {
            return entry.streamType();
        }

        @Override
        public String getAggregateIdentifier() {
            return entry.streamId();
        }

        @Override
        public long getSequenceNumber() {
            return entry.sequence();
        }
    }

    /** Metadata as it is stored: values MUST be strings. */
    @SuppressWarnings("unchecked")
    static Map<String, String> strings(MetaData metadata) {
        metadata.forEach((key, value) -> {
            if (!(value instanceof String)) {
                throw new IllegalArgumentException("metadata values are stored as strings; " + key + " is " + value);
            }
        });
        return (Map<String, String>) (Map<String, ?>) metadata;
    }
}
