package org.coordinationledger.view.projection;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.span.SpanChanges;
import org.coordinationledger.view.store.BuildProgress;
import org.coordinationledger.view.store.BuildProgress.Phase;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;

/**
 * Writes all spans of a new generation up to a position, by inserts alone. The ledger is read once in order; at a
 * record's first entry its whole stream is folded, so that each span is written once, as it stands at the target, and
 * no more than a page of entries and one record are in memory. Indexes come last.
 */
final class ViewBuild {

    private static final int PAGE_ENTRIES = 1_000;
    private static final int MOST_PENDING_SPANS = 1_000;

    private final FeatureViews views;
    private final LedgerReader ledger;
    private final RecordStreams streams;
    private final Generations generations;
    private final InstantSource clock;

    ViewBuild(
            FeatureViews views,
            LedgerReader ledger,
            RecordStreams streams,
            Generations generations,
            InstantSource clock) {
        this.views = views;
        this.ledger = ledger;
        this.streams = streams;
        this.generations = generations;
        this.clock = clock;
    }

    /**
     * Builds up to {@code target}. Progress is told with every page; whoever hears of it may stop the build by throwing.
     *
     * @return the last progress told
     */
    BuildProgress upTo(long target, Generation generation, Consumer<BuildProgress> told) {
        SpanCollection spans = generations.spans(generation);
        BuildProgress progress = new BuildProgress(
                generation.number(), Phase.WRITING, -1, target, clock.instant(), clock.instant(), null);
        told.accept(progress);
        List<Span> pending = new ArrayList<>();
        long next = 0;
        while (next <= target) {
            List<Entry> page = ledger.entriesFrom(next, (int) Math.min(PAGE_ENTRIES, target - next + 1));
            if (page.isEmpty()) {
                throw new IllegalStateException("the ledger ends before position " + next);
            }
            for (Entry entry : page) {
                if (entry.sequence() == 0) {
                    views.ofType(entry.streamType()).ifPresent(view -> pending.addAll(spans(view, entry, target)));
                }
                if (pending.size() >= MOST_PENDING_SPANS) {
                    spans.insertNew(pending);
                    pending.clear();
                }
            }
            next = page.get(page.size() - 1).position() + 1;
            progress = progress.at(Phase.WRITING, next - 1, clock.instant());
            told.accept(progress);
        }
        spans.insertNew(pending);
        BuildProgress indexing = progress.at(Phase.INDEXING, target, clock.instant());
        told.accept(indexing);
        spans.createIndexes(
                views, () -> told.accept(indexing.at(Phase.INDEXING, target, clock.instant())));
        generations.reachedByAll(generation, target);
        progress = indexing.at(Phase.CATCHING_UP, target, clock.instant());
        told.accept(progress);
        return progress;
    }

    private List<Span> spans(FeatureView<?> view, Entry first, long target) {
        SpanChanges changes = new SpanChanges();
        SpanFold.of(view, first.streamId(), streams, target, changes);
        return changes.inserts();
    }
}
