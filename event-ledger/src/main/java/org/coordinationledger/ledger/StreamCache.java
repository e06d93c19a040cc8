package org.coordinationledger.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Streams as this process last knew them: each a beginning of the stream as it is, since nothing recorded changes. That
 * a stream is empty is never remembered. Bounded by the size of the entries' texts; safe for use by several threads.
 */
final class StreamCache {

    /** What an event costs beside its content: message, metadata, list. */
    private static final int BYTES_PER_EVENT = 500;

    /**
     * A stream from its first event on.
     *
     * @param events its events in order, at least one
     * @param tail   a tail of the ledger up to which these are all the stream's events; -1 if none is known
     * @param bytes  what it weighs
     */
    record Known(List<DomainEventMessage<?>> events, long tail, long bytes) {

        Known {
            events = List.copyOf(events);
        }

        /** The sequence of its last event. */
        long last() {
            return events.size() - 1L;
        }

        Known plus(List<DomainEventMessage<?>> more, long tail, long bytes) {
            List<DomainEventMessage<?>> longer = new ArrayList<>(events.size() + more.size());
            longer.addAll(events);
            longer.addAll(more);
            return new Known(longer, tail, this.bytes + bytes);
        }

        private int weight() {
            return (int) Math.min(Integer.MAX_VALUE, bytes);
        }
    }

    private final Cache<String, Known> streams;

    /** @param mostBytes what all streams together may weigh */
    StreamCache(long mostBytes) {
        this.streams = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((String id, Known known) -> known.weight())
                .recordStats()
                .build();
    }

    @Nullable Known find(String streamId) {
        return streams.getIfPresent(streamId);
    }

    /** Takes note of a stream as it was read; what is known to be longer stays. */
    void learn(String streamId, Known read) {
        streams.asMap().merge(streamId, read, (old, now) ->
                now.last() > old.last() || (now.last() == old.last() && now.tail() > old.tail()) ? now : old);
    }

    /** Takes note of a commit that is durable; {@code events} are what it was made of, in the same order. */
    void extend(List<? extends EventMessage<?>> events, Commit commit) {
        Map<String, List<DomainEventMessage<?>>> written = new LinkedHashMap<>();
        Map<String, Long> bytes = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof DomainEventMessage<?> event) {
                Entry entry = commit.entries().get(i);
                written.computeIfAbsent(entry.streamId(), id -> new ArrayList<>()).add(settled(event, entry.recordedAt()));
                bytes.merge(entry.streamId(), weight(entry), Long::sum);
            }
        }
        written.forEach((streamId, more) -> streams.asMap()
                .compute(streamId, (id, old) -> extended(old, more, commit.last(), bytes.get(id))));
    }

    /** What lacks events in between is forgotten. */
    private static @Nullable Known extended(@Nullable Known old, List<DomainEventMessage<?>> more, long tail, long bytes) {
        long first = more.get(0).getSequenceNumber();
        long last = old == null ? -1 : old.last();
        if (last >= first) {
            return old;
        }
        if (last < first - 1) {
            return null;
        }
        return old == null ? new Known(more, tail, bytes) : old.plus(more, tail, bytes);
    }

    /** A copy of an event whose payload and metadata are there, and not read on first use by whichever thread. */
    static DomainEventMessage<?> settled(DomainEventMessage<?> event) {
        return settled(event, event.getTimestamp());
    }

    private static DomainEventMessage<?> settled(DomainEventMessage<?> event, Instant recordedAt) {
        return new GenericDomainEventMessage<>(event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber(),
                event.getPayload(), event.getMetaData(), event.getIdentifier(), recordedAt);
    }

    static long weight(Entry entry) {
        return BYTES_PER_EVENT + entry.json().length();
    }

    /** Forgets a stream that has an entry at this sequence unless that is known. */
    void moved(String streamId, long sequence) {
        streams.asMap().computeIfPresent(streamId, (id, old) -> old.last() < sequence ? null : old);
    }

    /** Figures since the start, and what is held now. */
    LedgerEventStore.CacheFigures figures() {
        streams.cleanUp();
        CacheStats stats = streams.stats();
        long bytes = streams.policy().eviction().orElseThrow().weightedSize().orElseThrow();
        return new LedgerEventStore.CacheFigures(
                stats.hitCount(), stats.missCount(), stats.evictionCount(), streams.estimatedSize(), bytes);
    }

    /** What is held, for tests. */
    Map<String, Known> held() {
        return Map.copyOf(streams.asMap());
    }
}
