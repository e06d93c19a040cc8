package org.coordinationledger.view.store;

import java.util.List;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.step.StepChanges;

/**
 * Writes the spans of one generation. Both calls can be repeated, wherever an earlier attempt stopped, and lead to the
 * same spans. When a call returns, what it wrote cannot be lost any more.
 */
public interface SpanWriter {

    /**
     * Writes what a batch of events changed, in any order: nobody reads spans from beyond the watermark, and a span that
     * is superseded beyond it reads as before.
     *
     * @param inserts inserted if they are not there yet; of those that are, it is noted where they were superseded
     * @param closes noted where each was superseded
     */
    void write(List<Span> inserts, List<Span> closes);

    /** Writes the steps of a batch, what is found about steps, and whom records name since. */
    void write(StepChanges changes);

    /** Notes that a segment's spans are complete up to this position; it never goes back. After both kinds of writes. */
    void reached(int segment, long position);
}
