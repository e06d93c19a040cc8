package org.coordinationledger.view.projection;

import java.util.concurrent.atomic.AtomicReference;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.record.Steps;
import org.coordinationledger.view.span.RecordSpans;
import org.coordinationledger.view.span.SpanChanges;

/** Folds a record's whole stream into spans. */
final class SpanFold {

    private SpanFold() {}

    /** The spans of a record up to a position (inclusive); all that changed on the way goes to {@code changes}. */
    static <S> RecordSpans<S> of(
            FeatureView<S> view, String record, RecordStreams streams, long upTo, SpanChanges changes) {
        AtomicReference<RecordSpans<S>> spans = new AtomicReference<>(RecordSpans.none(view, record));
        streams.forEach(record, upTo, entry -> spans.set(spans.get().take(Steps.of(entry), changes)));
        return spans.get();
    }
}
