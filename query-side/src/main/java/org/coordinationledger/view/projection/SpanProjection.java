package org.coordinationledger.view.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.record.Steps;
import org.coordinationledger.view.store.SpanWriter;
import org.jspecify.annotations.Nullable;

/**
 * The one event handler of all views. Every segment gets every event, in order, and works on the records that fall to
 * it; so each knows how far it has come even if nothing fell to it.
 *
 * <p>With the last event of a batch it writes new spans, where others were superseded, and its steps, and only then notes how far
 * it came; Axon stores its token after that. Whatever is done again after a failure leads to the same spans. An event is never
 * skipped: one that follows a gap is refused.
 */
final class SpanProjection implements EventHandlerInvoker {

    private final FeatureViews views;
    private final RecordStreams streams;
    private final SpanWriter writer;
    private final IntToLongFunction watermark;
    private final Progress progress;
    private final Cache<String, RecordSteps<?>> records;
    private final Map<Integer, Work> works = new ConcurrentHashMap<>();
    private volatile @Nullable Exception failure;

    /** What a segment has done since it last wrote. Used by one thread at a time. */
    private static final class Work {
        private long written;
        private long taken;
        private ViewChanges changes = new ViewChanges();

        Work(long written) {
            this.written = written;
            this.taken = written;
        }

        void startAgain() {
            taken = written;
            changes = new ViewChanges();
        }
    }

    SpanProjection(
            FeatureViews views,
            RecordStreams streams,
            SpanWriter writer,
            IntToLongFunction watermark,
            Progress progress,
            int mostRecordsInMemory) {
        this.views = views;
        this.streams = streams;
        this.writer = writer;
        this.watermark = watermark;
        this.progress = progress;
        this.records = Caffeine.newBuilder().maximumSize(mostRecordsInMemory).build();
    }

    /** What went wrong last, until something is written again. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        try {
            Work work = works.computeIfAbsent(segment.getSegmentId(), id -> new Work(watermark.applyAsLong(id)));
            if (firstOfBatch()) {
                work.startAgain();
            }
            take(message, segment, work);
            if (lastOfBatch()) {
                write(segment.getSegmentId(), work);
            }
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private void take(EventMessage<?> message, Segment segment, Work work) {
        long position = position(message);
        if (position <= work.taken) {
            return;
        }
        if (position != work.taken + 1) {
            throw new IllegalStateException(
                    "position %d follows %d: an event would be skipped".formatted(position, work.taken));
        }
        if (message instanceof DomainEventMessage<?> event && segment.matches(event.getAggregateIdentifier())) {
            FeatureView<?> view = views.ofType(event.getType()).orElse(null);
            if (view != null) {
                take(event, position, view, work.changes);
            }
        }
        work.taken = position;
    }

    private void take(DomainEventMessage<?> event, long position, FeatureView<?> view, ViewChanges changes) {
        String record = event.getAggregateIdentifier();
        long sequence = event.getSequenceNumber();
        RecordSteps<?> steps = records.getIfPresent(record);
        if (steps == null || steps.version() != sequence - 1) {
            steps = folded(view, record, position - 1);
        }
        RecordEvent payload = (RecordEvent) event.getPayload();
        Step<RecordEvent> step = new Step<>(sequence, position, Steps.actor(event.getMetaData()), payload);
        records.put(record, steps.take(step, Catalogue.nameOf(payload), event.getTimestamp(), changes));
    }

    /** What a record was after all entries up to a position (inclusive). */
    private <S> RecordSteps<S> folded(FeatureView<S> view, String record, long upTo) {
        ViewChanges known = new ViewChanges();
        AtomicReference<RecordSteps<S>> steps = new AtomicReference<>(RecordSteps.none(view, record));
        streams.forEach(
                record, upTo,
                entry -> steps.set(steps.get().take(Steps.of(entry), entry.eventName(), entry.recordedAt(), known)));
        return steps.get();
    }

    private void write(int segment, Work work) {
        if (work.taken > work.written) {
            writer.write(work.changes.spans().inserts(), work.changes.spans().closes());
            writer.write(work.changes.steps());
            writer.reached(segment, work.taken);
            work.written = work.taken;
            work.changes = new ViewChanges();
            progress.signal();
        }
        failure = null;
    }

    @Override
    public void segmentReleased(Segment segment) {
        works.remove(segment.getSegmentId());
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    private static long position(EventMessage<?> message) {
        return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
    }

    private static boolean firstOfBatch() {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        return !(unitOfWork instanceof BatchingUnitOfWork<?> batch) || batch.isFirstMessage();
    }

    private static boolean lastOfBatch() {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        return !(unitOfWork instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage();
    }
}
