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
 * <p>An aggregate that comes from a cache is not read here: whoever decides on one MUST {@link #noteRead} it.
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

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        long tailBefore = ledger().knownTail();
        OptionalLong firstStaged = firstStaged(aggregateIdentifier);
        return new NotedStream(super.readEvents(aggregateIdentifier), aggregateIdentifier, -1, firstStaged, tailBefore);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequence) {
        long tailBefore = ledger().knownTail();
        OptionalLong firstStaged = firstStaged(aggregateIdentifier);
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
