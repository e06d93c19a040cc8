package org.coordinationledger.view.span;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch of steps changes: spans to insert, and spans of earlier batches to close. A span that begins and ends
 * within the batch is inserted closed.
 */
public final class SpanChanges {

    private final Map<Key, Span> inserts = new LinkedHashMap<>();
    private final Map<Key, Span> closes = new LinkedHashMap<>();

    /** What makes a span's id, without writing it out. */
    private record Key(String record, long recFrom, LocalDate effFrom) {
        static Key of(Span span) {
            return new Key(span.record(), span.recFrom(), span.effFrom());
        }
    }

    void insert(Span span) {
        inserts.put(Key.of(span), span);
    }

    void close(Span span) {
        Key key = Key.of(span);
        (inserts.containsKey(key) ? inserts : closes).put(key, span);
    }

    public List<Span> inserts() {
        return List.copyOf(inserts.values());
    }

    /** Spans with the position at which they were superseded. */
    public List<Span> closes() {
        return List.copyOf(closes.values());
    }

    /** How many spans are written. */
    public int size() {
        return inserts.size() + closes.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }
}
