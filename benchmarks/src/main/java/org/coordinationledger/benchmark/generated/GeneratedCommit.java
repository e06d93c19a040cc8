package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.ledger.NewEvent;

/**
 * What one command recorded.
 *
 * @param recordedOn the day on which it is recorded
 * @param lane commits of one lane write to the same streams and are recorded in their order
 * @param events the record's event first, then what happened to keys
 * @param metadata of each of its events
 */
public record GeneratedCommit(LocalDate recordedOn, String lane, List<GeneratedEvent> events, Map<String, String> metadata) {

    /**
     * An event in its stream.
     *
     * @param event a {@link org.coordinationledger.timeline.RecordEvent} or a
     *     {@link org.coordinationledger.reservation.event.ReservationEvent}
     */
    public record GeneratedEvent(String streamType, String streamId, long sequence, String eventId, Object event) {}

    /** The events as the ledger takes them. */
    List<NewEvent> rendered() {
        return events.stream().map(this::rendered).toList();
    }

    private NewEvent rendered(GeneratedEvent one) {
        EventType type = Catalogue.of(one.event().getClass()).orElseThrow();
        return new NewEvent(
                one.streamType(), one.streamId(), one.sequence(), one.eventId(), type.name(),
                Integer.toString(type.revision()), EventJson.mapper().writeValueAsString(one.event()), metadata);
    }
}
