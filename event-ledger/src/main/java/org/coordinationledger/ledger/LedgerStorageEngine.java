package org.coordinationledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage on a {@link LedgerStore}. All events of one call are one commit; the call returns when it is
 * durable, or throws what {@link LedgerStore#append} throws, with two exceptions that follow Axon's own contract: a
 * written stream that moved becomes a {@link org.axonframework.modelling.command.ConcurrencyException}, or an
 * {@link org.axonframework.modelling.command.AggregateStreamCreationException} for a stream's first entry.
 *
 * <p>An event's time on reading is the time it was recorded. Tokens are {@link GlobalSequenceTrackingToken}s of the last
 * position read, which may lie inside a commit.
 */
public final class LedgerStorageEngine extends BatchingEventStorageEngine {

    private final LedgerStore store;
    private final Snapshots snapshots;
    private final @Nullable StreamCache cache;

    private LedgerStorageEngine(Builder builder, LedgerStore store) {
        super(builder);
        this.store = store;
        this.cache = builder.cacheBytes == 0 ? null : new StreamCache(builder.cacheBytes);
        this.snapshots = new Snapshots(store);
        if (!(getEventSerializer() instanceof Jackson3Serializer)) {
            throw new AxonConfigurationException("entries hold JSON: the event serializer MUST be a Jackson3Serializer");
        }
    }

    /** Starts the settings of an engine on this store. The event serializer MUST be given. */
    public static Builder builder(LedgerStore store) {
        return new Builder(store);
    }

    /** The ledger behind this engine. */
    public LedgerStore ledger() {
        return store;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        UnitOfWorkRecord unitOfWork = UnitOfWorkRecord.current();
        try {
            Commit commit = store.append(events.stream().map(event -> rendered(event, serializer)).toList(), unitOfWork.reads);
            unitOfWork.recorded(commit);
            if (cache != null) {
                cache.extend(events, commit);
            }
        } catch (StreamMovedException e) {
            if (cache != null) {
                cache.moved(e.streamId(), e.sequence());
            }
            if (e.written()) {
                handlePersistenceException(e, failed(events, e));
            }
            throw e;
        }
    }

    /** The streams that this process remembers, if it does. */
    @Nullable StreamCache cache() {
        return cache;
    }

    /**
     * A stream to its end: what is remembered of it, and what the ledger has beyond that; null if it is empty.
     *
     * @param known      what is remembered of it
     * @param tailBefore a tail of the ledger known before this call
     */
    StreamCache.@Nullable Known readToEnd(
            StreamCache into, String streamId, StreamCache.@Nullable Known known, long tailBefore) {
        long bytes = 0;
        List<Entry> unknown = new ArrayList<>();
        List<Entry> page;
        do {
            long first = (known == null ? 0 : known.last() + 1) + unknown.size();
            page = store.entriesOf(streamId, first, batchSize());
            unknown.addAll(page);
        } while (page.size() == batchSize());
        for (Entry entry : unknown) {
            bytes += StreamCache.weight(entry);
        }
        List<DomainEventMessage<?>> events = new ArrayList<>(unknown.size());
        DomainEventStream read = EventStreamUtils.upcastAndDeserializeDomainEvents(
                unknown.stream().map(StoredEvent.OfAggregate::new), getEventSerializer(), upcasterChain);
        while (read.hasNext()) {
            events.add(StreamCache.settled(read.next()));
        }
        if (known == null && events.isEmpty()) {
            return null;
        }
        StreamCache.Known now = known == null
                ? new StreamCache.Known(events, tailBefore, bytes)
                : known.plus(events, Math.max(known.tail(), tailBefore), bytes);
        into.learn(streamId, now);
        return now;
    }

    private static NewEvent rendered(EventMessage<?> event, Serializer serializer) {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        String name = payload.getType().getName();
        String revision = payload.getType().getRevision() == null ? "" : payload.getType().getRevision();
        var metadata = StoredEvent.strings(event.getMetaData());
        if (event instanceof DomainEventMessage<?> domainEvent) {
            if (domainEvent.getType() == null || domainEvent.getType().isEmpty()) {
                throw new IllegalArgumentException("an aggregate's event has a type: " + domainEvent.getAggregateIdentifier());
            }
            return new NewEvent(domainEvent.getType(), domainEvent.getAggregateIdentifier(), domainEvent.getSequenceNumber(),
                    event.getIdentifier(), name, revision, payload.getData(), metadata);
        }
        return new NewEvent("", event.getIdentifier(), 0, event.getIdentifier(), name, revision, payload.getData(), metadata);
    }

    private static EventMessage<?> failed(List<? extends EventMessage<?>> events, StreamMovedException e) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> domainEvent && domainEvent.getSequenceNumber() == e.sequence()
                    && domainEvent.getAggregateIdentifier().equals(e.streamId())) {
                return event;
            }
        }
        return events.get(0);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long last = position(lastToken);
        List<StoredEvent> events = store.entriesFrom(last + 1, batchSize).stream().map(StoredEvent::of).toList();
        if (events.isEmpty() && last > store.knownTail() && last > store.tail()) {
            throw new EventStoreException("token " + last + " is ahead of the ledger, which ends at " + store.knownTail()
                    + ": it belongs to another ledger; discard it and what was derived with it");
        }
        return events;
    }

    private static long position(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (plain == null) {
            return -1;
        }
        if (plain instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException("not a token of this ledger: " + token);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregateIdentifier, long firstSequence,
            int batchSize) {
        return store.entriesOf(aggregateIdentifier, firstSequence, batchSize).stream().map(StoredEvent.OfAggregate::new).toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        long last = store.lastSequenceOf(aggregateIdentifier);
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    /** The last recorded position; null if the ledger is empty. */
    @Override
    public @Nullable GlobalSequenceTrackingToken createHeadToken() {
        return token(store.tail());
    }

    /** The last position recorded before this instant; null if there is none. */
    @Override
    public @Nullable GlobalSequenceTrackingToken createTokenAt(Instant instant) {
        return token(store.positionAt(instant));
    }

    private static @Nullable GlobalSequenceTrackingToken token(long position) {
        return position < 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.read(aggregateIdentifier).stream();
    }

    /** Axon's own settings of an engine. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private final LedgerStore store;
        private long cacheBytes;

        private Builder(LedgerStore store) {
            this.store = store;
            super.persistenceExceptionResolver(StreamMovedException.class::isInstance);
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver resolver) {
            super.persistenceExceptionResolver(resolver);
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            return this;
        }

        @Override
        public Builder finalAggregateBatchPredicate(Predicate<List<? extends DomainEventData<?>>> predicate) {
            super.finalAggregateBatchPredicate(predicate);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter filter) {
            super.snapshotFilter(filter);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        /**
         * How many bytes of streams are remembered, counted as their entries' texts; none if 0, which is the default.
         * Only {@link CommandRun}s that allow it are decided on what is remembered.
         *
         * @throws IllegalArgumentException if negative
         */
        public Builder cacheBytes(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("a cache has no negative size: " + bytes);
            }
            this.cacheBytes = bytes;
            return this;
        }

        /**
         * The engine.
         *
         * @throws AxonConfigurationException if the event serializer does not write JSON
         */
        public LedgerStorageEngine build() {
            return new LedgerStorageEngine(this, store);
        }
    }
}
