package org.coordinationledger.command.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Timeline;

/**
 * What a step that was found legal leaves.
 *
 * @param after the record's timeline with the step
 * @param keys what happens to keys with it, in order
 */
public record Decided<E extends RecordEvent, S>(Timeline<E, S> after, Map<String, ReservationEvent> keys) {

    public Decided {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }
}
