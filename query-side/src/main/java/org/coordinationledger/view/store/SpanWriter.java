package org.coordinationledger.view.store;

import java.util.List;
import org.coordinationledger.view.span.Span;

/**
 * Writes the spans of one generation. Every call can be repeated, and calls repeated in the order insert, close,
 * reached lead to the same spans wherever an earlier attempt stopped.
 */
public interface SpanWriter {

    /** Inserts those that are not there yet; of those that are, notes where they were superseded. */
    void insert(List<Span> spans);

    /** Notes of each span at which position it was superseded. */
    void close(List<Span> spans);

    /** Notes that a segment's spans are complete up to this position; it never goes back. */
    void reached(int segment, long position);
}
