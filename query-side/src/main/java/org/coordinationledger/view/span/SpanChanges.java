package org.coordinationledger.view.span;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch of steps changes: spans to insert, and spans of earlier batches to close. A span that begins and ends
 * within the batch is inserted closed.
 */
public final class SpanChanges {

    private final Map<String, Span> inserts = new LinkedHashMap<>();
    private final Map<String, Span> closes = new LinkedHashMap<>();

    void insert(Span span) {
        inserts.put(span.id(), span);
    }

    void close(Span span) {
        (inserts.containsKey(span.id()) ? inserts : closes).put(span.id(), span);
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
