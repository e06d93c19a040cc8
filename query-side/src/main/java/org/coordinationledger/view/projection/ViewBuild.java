package org.coordinationledger.view.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.axonframework.common.AxonThreadFactory;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.StoredEntry;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.Beside;
import org.coordinationledger.view.record.Steps;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.store.BuildProgress;
import org.coordinationledger.view.store.BuildProgress.Phase;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.SpanCollection;
import org.coordinationledger.view.store.StepCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes all spans of a new generation up to a position, by inserts alone. The ledger is read once, in pages, and its
 * entries are sorted into parts by record; then each record is folded with all its entries at hand, so that each span
 * is written once, as it stands at the target. Indexes come last.
 *
 * <p>In memory at a time: a page of entries or a part, for each thread, and the buffers of the parts. A build that
 * stops half way leaves a generation that nobody reads.
 */
final class ViewBuild {

    private static final Logger LOG = LoggerFactory.getLogger(ViewBuild.class);

    private static final int PAGE_ENTRIES = 2_000;
    private static final int MOST_PENDING_SPANS = 1_000;
    private static final long REPORT_MILLIS = 1_000;
    private static final long LONGEST_STOP_SECONDS = 60;

    private final FeatureViews views;
    private final LedgerReader ledger;
    private final Generations generations;
    private final InstantSource clock;
    private final Path folder;
    private final int threads;

    /**
     * @param folder where a temporary file as large as the ledger's texts has room
     * @param threads how many read, fold and write at the same time
     */
    ViewBuild(
            FeatureViews views,
            LedgerReader ledger,
            Generations generations,
            InstantSource clock,
            Path folder,
            int threads) {
        this.views = views;
        this.ledger = ledger;
        this.generations = generations;
        this.clock = clock;
        this.folder = folder;
        this.threads = threads;
    }

    /**
     * Builds up to {@code target}. Progress is told every second; whoever hears of it may stop the build by throwing.
     *
     * @return the last progress told
     * @throws IllegalStateException if the ledger ends before the target, or the thread is interrupted
     */
    BuildProgress upTo(long target, Generation generation, Consumer<BuildProgress> told) {
        try (EntrySpill spill = new EntrySpill(folder, target + 1);
                Work work = new Work(generation, target, told)) {
            AtomicLong next = new AtomicLong();
            work.run(Phase.READING, threads, () -> read(next, target, spill, work.done));
            AtomicInteger part = new AtomicInteger();
            work.run(Phase.WRITING, threads, () -> write(part, spill, generation, work.done));
            AtomicInteger view = new AtomicInteger();
            work.run(Phase.INDEXING, threads, () -> index(view, generation));
            generations.reachedByAll(generation, target);
            work.done.set(target + 1);
            work.tell(Phase.CATCHING_UP);
            return work.progress;
        }
    }

    private void read(AtomicLong next, long target, EntrySpill spill, AtomicLong done) {
        while (true) {
            long first = next.getAndAdd(PAGE_ENTRIES);
            if (first > target) {
                return;
            }
            int count = (int) Math.min(PAGE_ENTRIES, target - first + 1);
            List<StoredEntry> page = ledger.storedFrom(first, count);
            if (page.size() < count) {
                throw new IllegalStateException("the ledger ends before position " + (first + count - 1));
            }
            page.forEach(spill::add);
            done.addAndGet(count);
        }
    }

    private void write(AtomicInteger next, EntrySpill spill, Generation generation, AtomicLong done) {
        PendingSteps steps = new PendingSteps(generations.steps(generation));
        Map<FeatureView<?>, Pending> pending = new IdentityHashMap<>();
        for (FeatureView<?> view : views.all()) {
            pending.put(view, new Pending(generations.spans(generation, view.type())));
        }
        for (int part = next.getAndIncrement(); part < spill.parts(); part = next.getAndIncrement()) {
            for (List<StoredEntry> record : spill.part(part).values()) {
                Entry first = record.get(0).parsed();
                views.ofType(first.streamType()).ifPresent(view -> {
                    ViewChanges changes = changes(view, first, record);
                    Objects.requireNonNull(pending.get(view)).add(changes.spans().inserts());
                    steps.add(changes.steps().inserts());
                });
                done.addAndGet(record.size());
            }
        }
        pending.values().forEach(Pending::write);
        steps.write();
    }

    /** Steps that are still to be written. */
    private static final class PendingSteps {
        private final StepCollection to;
        private final List<LedgerStep> steps = new ArrayList<>();

        PendingSteps(StepCollection to) {
            this.to = to;
        }

        void add(List<LedgerStep> more) {
            steps.addAll(more);
            if (steps.size() >= MOST_PENDING_SPANS) {
                write();
            }
        }

        void write() {
            to.insertNew(steps);
            steps.clear();
        }
    }

    /** Spans of one kind that are still to be written. */
    private static final class Pending {
        private final SpanCollection to;
        private final List<Span> spans = new ArrayList<>();

        Pending(SpanCollection to) {
            this.to = to;
        }

        void add(List<Span> more) {
            spans.addAll(more);
            if (spans.size() >= MOST_PENDING_SPANS) {
                write();
            }
        }

        void write() {
            to.insertNew(spans);
            spans.clear();
        }
    }

    private void index(AtomicInteger next, Generation generation) {
        List<FeatureView<?>> all = views.all();
        for (int i = next.getAndIncrement(); i <= all.size(); i = next.getAndIncrement()) {
            if (i == 0) {
                generations.steps(generation).createIndexes();
                continue;
            }
            generations.spans(generation, all.get(i - 1).type()).createIndexes(all.get(i - 1));
        }
    }

    private static <S> ViewChanges changes(FeatureView<S> view, Entry first, List<StoredEntry> entries) {
        ViewChanges changes = new ViewChanges();
        RecordSteps<S> steps = taken(RecordSteps.none(view, first.streamId()), first, changes);
        for (StoredEntry entry : entries.subList(1, entries.size())) {
            steps = taken(steps, entry.parsed(), changes);
        }
        return changes;
    }

    private static <S> RecordSteps<S> taken(RecordSteps<S> steps, Entry entry, ViewChanges changes) {
        return steps.take(Steps.of(entry), entry.eventName(), entry.recordedAt(), changes);
    }

    /** The threads of a build, and what is told of them. */
    private final class Work implements AutoCloseable {
        private final ExecutorService workers;
        private final Consumer<BuildProgress> told;
        private final AtomicLong done = new AtomicLong();
        private final int generation;
        private BuildProgress progress;

        Work(Generation generation, long target, Consumer<BuildProgress> told) {
            this.workers =
                    Executors.newFixedThreadPool(threads, new AxonThreadFactory("view-build-" + generation.number()));
            this.told = told;
            this.generation = generation.number();
            this.progress = BuildProgress.start(generation.number(), target, clock.instant());
        }

        /** Has several threads do the same until all are done or one has failed. */
        void run(Phase phase, int several, Runnable task) {
            done.set(0);
            tell(phase);
            Instant began = clock.instant();
            CompletionService<Void> running = new ExecutorCompletionService<>(workers);
            for (int i = 0; i < several; i++) {
                running.submit(task, null);
            }
            int ended = 0;
            while (ended < several) {
                try {
                    Future<Void> end = running.poll(REPORT_MILLIS, TimeUnit.MILLISECONDS);
                    if (end != null) {
                        Beside.result(end);
                        ended++;
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("the process stops", e);
                }
                tell(phase);
            }
            LOG.info("{} for generation {} took {}", phase, generation, Duration.between(began, clock.instant()));
        }

        void tell(Phase phase) {
            progress = progress.at(phase, done.get() - 1, clock.instant());
            told.accept(progress);
        }

        @Override
        public void close() {
            workers.shutdownNow();
            boolean interrupted = false;
            try {
                workers.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
