package org.coordinationledger.reservation.event;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who holds a key, and when. */
public record ReservationState(Map<String, ReservationEvent.Held> holds) {

    public static final ReservationState FREE = new ReservationState(Map.of());

    /** The state after an event; the order of recording alone counts. */
    public ReservationState after(ReservationEvent event) {
        Map<String, ReservationEvent.Held> next = new TreeMap<>(holds);
        if (event instanceof ReservationEvent.Held held) {
            next.put(held.holder(), held);
        } else {
            next.remove(event.holder());
        }
        return new ReservationState(Map.copyOf(next));
    }

    /** Another holder whose periods overlap those asked for, if there is one; the smallest id, so that it is stable. */
    public Optional<String> conflictWith(ReservationEvent.Held asked) {
        return holds.values().stream()
                .filter(held -> !held.holder().equals(asked.holder()))
                .filter(held -> asked.sharedUnder() == null || !asked.sharedUnder().equals(held.sharedUnder()))
                .filter(held -> held.periods().stream()
                        .anyMatch(a -> asked.periods().stream().anyMatch(a::overlaps)))
                .map(ReservationEvent.Held::holder)
                .sorted()
                .findFirst();
    }

    /** The record that holds the key on a day; the smallest id, if several share it. */
    public Optional<String> holderOn(LocalDate day) {
        return holds.values().stream()
                .filter(held -> held.periods().stream().anyMatch(period -> period.includes(day)))
                .map(ReservationEvent.Held::holder)
                .sorted()
                .findFirst();
    }

    /** What a record holds now. */
    public Optional<ReservationEvent.Held> heldBy(String holder) {
        return Optional.ofNullable(holds.get(holder));
    }
}
