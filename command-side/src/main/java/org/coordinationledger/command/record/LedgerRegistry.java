package org.coordinationledger.command.record;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.TextDigest;

/** Reads other records from the event store, and asks for texts; within one unit of work each is read once. */
public final class LedgerRegistry implements Registry {

    private final EventStore events;
    private final TextStore texts;
    private final AuthoritySource authoritySource;
    private final OrganisationId administration;
    private final InstantSource clock;

    /** @param clock the one that recorded times come from */
    public LedgerRegistry(
            EventStore events,
            TextStore texts,
            AuthoritySource authoritySource,
            OrganisationId administration,
            InstantSource clock) {
        this.events = events;
        this.texts = texts;
        this.authoritySource = authoritySource;
        this.administration = administration;
        this.clock = clock;
    }

    @Override
    public <E extends RecordEvent, S> Timeline<E, S> timeline(RecordType<E, S> type, RecordId id) {
        String resource = "timeline/" + type.name() + "/" + id.value();
        return once(resource, () -> read(type, id));
    }

    /** Reads something once within a unit of work. The reading itself may keep things there, so it is not done in passing. */
    @SuppressWarnings("unchecked")
    private static <T> T once(String resource, Supplier<T> reading) {
        Map<String, Object> resources = CurrentUnitOfWork.get().resources();
        T known = (T) resources.get(resource);
        if (known == null) {
            known = reading.get();
            resources.put(resource, known);
        }
        return known;
    }

    private <E extends RecordEvent, S> Timeline<E, S> read(RecordType<E, S> type, RecordId id) {
        Timeline<E, S> timeline = type.empty();
        DomainEventStream stream = events.readEvents(id.value(), 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (!type.name().equals(message.getType())) {
                return type.empty();
            }
            long sequence = message.getSequenceNumber();
            timeline = timeline.plus(new Step<>(
                    sequence, sequence, ActorMetadata.actor(message.getMetaData()), (RecordEvent) message.getPayload()));
        }
        return timeline;
    }

    /** What is held on a key, and the sequence of the last event on its stream. */
    private record Held(ReservationState state, long version) {}

    private Held held(String key) {
        return once("reservation/" + key, () -> {
            ReservationState state = ReservationState.FREE;
            long version = -1;
            DomainEventStream stream = events.readEvents(key, 0);
            while (stream.hasNext()) {
                DomainEventMessage<?> message = stream.next();
                state = state.after((ReservationEvent) message.getPayload());
                version = message.getSequenceNumber();
            }
            return new Held(state, version);
        });
    }

    @Override
    public ReservationState reservation(String key) {
        return held(key).state();
    }

    @Override
    public boolean holdsText(TextDigest digest) {
        return once("text/" + digest, () -> texts.holds(digest));
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    }

    @Override
    public AuthoritySource authoritySource() {
        return authoritySource;
    }

    @Override
    public OrganisationId administration() {
        return administration;
    }

    @Override
    public void record(String key, ReservationEvent event, MetaData metaData) {
        Held before = held(key);
        long version = before.version() + 1;
        events.publish(new GenericDomainEventMessage<>(Catalogue.RESERVATION, key, version, event, metaData));
        CurrentUnitOfWork.get()
                .resources()
                .put("reservation/" + key, new Held(before.state().after(event), version));
    }

    @Override
    public void record(RecordType<?, ?> type, String id, long sequence, RecordEvent event, MetaData metaData) {
        events.publish(new GenericDomainEventMessage<>(type.name(), id, sequence, event, metaData));
    }
}
