package org.coordinationledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** A commit on its way: checked and rendered by its writer, numbered and sent by the committer. */
final class PendingCommit {

    private enum State { WAITING, TAKEN, WITHDRAWN }

    private final List<NewEvent> events;
    private final List<String> tails;
    private final List<String> keys;
    private final Map<String, Long> firstSequences;
    private final Map<String, ReadSet.Read> reads;
    private final @Nullable String request;
    private final @Nullable String command;
    private final int bytes;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<StoredCommit> outcome = new CompletableFuture<>();

    /**
     * Checks the bounds and what can be told without knowing the ledger.
     *
     * @param greatestHead bytes that the committer may add to an entry
     */
    PendingCommit(List<NewEvent> events, ReadSet reads, int greatestHead) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit has at least one event");
        }
        if (events.size() > LedgerBounds.MAX_COMMIT_ENTRIES) {
            throw new CommitTooLargeException("a commit has at most " + LedgerBounds.MAX_COMMIT_ENTRIES + " events, not "
                    + events.size());
        }
        this.events = List.copyOf(events);
        this.firstSequences = firstSequences(events);
        this.keys = events.stream().map(event -> StreamKey.of(event.streamId(), event.sequence())).toList();
        this.reads = reads.reads();
        this.request = request(events);
        this.command = request == null ? null : events.get(0).metadata().get(LedgerMetadata.COMMAND_DIGEST);
        this.tails = new ArrayList<>(events.size());
        this.bytes = render(greatestHead);
    }

    private int render(int greatestHead) {
        int sum = 0;
        for (NewEvent event : events) {
            EntryFormat.checkJson(event.payload());
            String tail = EntryFormat.tail(event);
            int entryBytes = EntryFormat.utf8Length(tail) + greatestHead;
            if (entryBytes > LedgerBounds.MAX_ENTRY_BYTES) {
                throw new EntryTooLargeException("event " + event.eventName() + " of stream " + event.streamId()
                        + " takes up to " + entryBytes + " bytes, more than the " + LedgerBounds.MAX_ENTRY_BYTES + " of an entry");
            }
            sum += entryBytes;
            tails.add(tail);
        }
        if (sum > LedgerBounds.MAX_COMMIT_BYTES) {
            throw new CommitTooLargeException("the commit takes up to " + sum + " bytes, more than "
                    + LedgerBounds.MAX_COMMIT_BYTES);
        }
        return sum;
    }

    /** A unique index would take the same key twice within one document, hence the check here. */
    private static Map<String, Long> firstSequences(List<NewEvent> events) {
        Map<String, Long> first = new LinkedHashMap<>();
        Map<String, Long> next = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (NewEvent event : events) {
            Long expected = next.put(event.streamId(), event.sequence() + 1);
            boolean repeated = expected != null && event.sequence() < expected;
            if (repeated || !ids.add(event.eventId())) {
                throw new StreamMovedException(event.streamId(), event.sequence(), true);
            }
            if (expected != null && event.sequence() > expected) {
                throw gap(event.streamId(), event.sequence());
            }
            first.putIfAbsent(event.streamId(), event.sequence());
        }
        return first;
    }

    static EventStoreException gap(String streamId, long sequence) {
        return new EventStoreException("stream " + streamId + " has no entry before sequence " + sequence);
    }

    private static @Nullable String request(List<NewEvent> events) {
        Set<String> requests = new HashSet<>();
        for (NewEvent event : events) {
            String actor = event.metadata().get(LedgerMetadata.ACTOR);
            String key = event.metadata().get(LedgerMetadata.REQUEST_KEY);
            if (actor != null && key != null) {
                requests.add(LedgerMetadata.request(actor, key));
            }
        }
        if (requests.size() > 1) {
            throw new IllegalArgumentException("the events of one commit carry different request keys: " + requests);
        }
        return requests.isEmpty() ? null : requests.iterator().next();
    }

    /** The document of this commit at a position. */
    StoredCommit at(long first, Instant recordedAt, String logId, Map<String, Long> previousPositions) {
        Map<String, Long> previous = new HashMap<>(previousPositions);
        List<String> entries = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            Long prev = previous.put(events.get(i).streamId(), first + i);
            entries.add(EntryFormat.head(logId, first + i, recordedAt, first, events.size(), prev) + tails.get(i));
        }
        return new StoredCommit(first, keys, request, command, recordedAt, entries);
    }

    /** Streams it writes, each with the first sequence it writes there. */
    Map<String, Long> firstSequences() {
        return firstSequences;
    }

    Map<String, ReadSet.Read> reads() {
        return reads;
    }

    List<String> keys() {
        return keys;
    }

    @Nullable String request() {
        return request;
    }

    int count() {
        return events.size();
    }

    /** The most bytes its entries can take. */
    int bytes() {
        return bytes;
    }

    /** For the committer, before anything else: from now on the writer waits for the outcome, whatever it is. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    /** For the writer: gives up, unless the committer has taken it. */
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    /** What became of it: the commit as stored, or the reason why nothing was recorded. */
    CompletableFuture<StoredCommit> outcome() {
        return outcome;
    }
}
