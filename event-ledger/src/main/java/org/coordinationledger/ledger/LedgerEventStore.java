package org.coordinationledger.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Axon's event store on the ledger. Inside a unit of work it notes every stream that is read to its end, so that the
 * commit is refused if one of them moved meanwhile; and it wakes its readers as soon as anything is recorded.
 *
 * <p>If the engine remembers streams, a {@link CommandRun} may be decided on what is remembered; it is noted as it was
 * known. Every other read is fresh: what is remembered is a beginning that does not change, and the ledger is asked for
 * the rest. An aggregate that comes from elsewhere is not read here: whoever decides on one MUST {@link #noteRead} it.
 */
public final class LedgerEventStore extends EmbeddedEventStore {

    private final LedgerStorageEngine engine;
    private final AutoCloseable wakeUps;

    /** @param settings Axon's own settings; the storage engine in them is replaced by this one */
    public LedgerEventStore(EmbeddedEventStore.Builder settings, LedgerStorageEngine engine) {
        super(settings.storageEngine(engine));
        this.engine = engine;
        this.wakeUps = engine.ledger().onRecorded(() -> afterCommit(List.of()));
    }

    /** The ledger behind this event store. */
    public LedgerStore ledger() {
        return engine.ledger();
    }

    /** What this unit of work has recorded so far, in order; usually nothing or one commit. */
    public static List<Commit> recordedBy(UnitOfWork<?> unitOfWork) {
        return List.copyOf(UnitOfWorkRecord.of(unitOfWork).commits);
    }

    /**
     * Notes that the current unit of work decides on a stream as it was at a sequence, though it did not read it here.
     *
     * @param lastSequence the last sequence that was taken into account; -1 if the stream was empty
     */
    public void noteRead(String streamId, long lastSequence) {
        note(streamId, lastSequence, -1);
    }

    /** The whole stream, always: a record's two times need all its events, so snapshots are not read. */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return readEvents(aggregateIdentifier, 0);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequence) {
        long tailBefore = ledger().knownTail();
        OptionalLong firstStaged = firstStaged(aggregateIdentifier);
        StreamCache cache = engine.cache();
        if (cache != null && firstSequence == 0) {
            StreamCache.Known known = cache.find(aggregateIdentifier);
            if (known == null || !UnitOfWorkRecord.current().mayUseCached()) {
                known = engine.readToEnd(cache, aggregateIdentifier, known, tailBefore);
            }
            DomainEventStream recorded = known == null ? DomainEventStream.empty() : DomainEventStream.of(known.events());
            DomainEventStream all = DomainEventStream.concat(
                    recorded, DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier)));
            return new NotedStream(all, aggregateIdentifier, -1, firstStaged, known == null ? tailBefore : known.tail());
        }
        return new NotedStream(super.readEvents(aggregateIdentifier, firstSequence), aggregateIdentifier, firstSequence - 1,
                firstStaged, tailBefore);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        long tailBefore = ledger().knownTail();
        Optional<Long> last = super.lastSequenceNumberFor(aggregateIdentifier);
        if (firstStaged(aggregateIdentifier).isEmpty()) {
            note(aggregateIdentifier, last.orElse(-1L), tailBefore);
        }
        return last;
    }

    /**
     * What the streams remembered have been good for.
     *
     * @param hits      reads that were answered from memory, at least in part
     * @param misses    reads of streams that were not remembered
     * @param evictions streams dropped to make room
     * @param streams   streams remembered now
     * @param bytes     what they weigh
     */
    public record CacheFigures(long hits, long misses, long evictions, long streams, long bytes) {
    }

    /** What the streams remembered have been good for; all zero if none are. */
    public CacheFigures cacheFigures() {
        StreamCache cache = engine.cache();
        return cache == null ? new CacheFigures(0, 0, 0, 0, 0) : cache.figures();
    }

    private OptionalLong firstStaged(String aggregateIdentifier) {
        return stagedDomainEventMessages(aggregateIdentifier).mapToLong(DomainEventMessage::getSequenceNumber).min();
    }

    private static void note(String streamId, long lastSequence, long tailBefore) {
        if (CurrentUnitOfWork.isStarted()) {
            UnitOfWorkRecord.current().reads.note(streamId, lastSequence, tailBefore);
        }
    }

    @Override
    public void shutDown() {
        try {
            wakeUps.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop listening to the ledger", e);
        } finally {
            super.shutDown();
        }
    }

    /** Notes the stream once it has been read to its end; events staged by this unit of work itself do not count. */
    private static final class NotedStream implements DomainEventStream {

        private final DomainEventStream stream;
        private final String streamId;
        private final OptionalLong firstStaged;
        private final long tailBefore;
        private long last;
        private boolean noted;

        NotedStream(DomainEventStream stream, String streamId, long before, OptionalLong firstStaged, long tailBefore) {
            this.stream = stream;
            this.streamId = streamId;
            this.last = before;
            this.firstStaged = firstStaged;
            this.tailBefore = tailBefore;
        }

        @Override
        public boolean hasNext() {
            boolean more = stream.hasNext();
            if (!more && !noted) {
                noted = true;
                note(streamId, last, tailBefore);
            }
            return more;
        }

        @Override
        public DomainEventMessage<?> next() {
            DomainEventMessage<?> event = stream.next();
            if (firstStaged.isEmpty() || event.getSequenceNumber() < firstStaged.getAsLong()) {
                last = Math.max(last, event.getSequenceNumber());
            }
            return event;
        }

        @Override
        public DomainEventMessage<?> peek() {
            return stream.peek();
        }

        @Override
        public Long getLastSequenceNumber() {
            return stream.getLastSequenceNumber();
        }
    }
}
