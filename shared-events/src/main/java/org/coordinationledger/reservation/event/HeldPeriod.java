package org.coordinationledger.reservation.event;

import java.time.LocalDate;
import org.coordinationledger.timeline.Phase;

/**
 * A stretch of effective time for which a key is held.
 *
 * @param from its first day
 * @param to the first day after it, {@link Phase#OPEN_END} if no end is known
 */
public record HeldPeriod(LocalDate from, LocalDate to) {

    /** All time, for keys that are held once and for all. */
    public static final HeldPeriod ALWAYS = new HeldPeriod(LocalDate.of(1, 1, 1), Phase.OPEN_END);

    boolean overlaps(HeldPeriod other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
