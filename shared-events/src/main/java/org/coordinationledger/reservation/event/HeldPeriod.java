package org.coordinationledger.reservation.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** The periods of these phases, which are in order; those that touch become one. */
    public static List<HeldPeriod> joined(List<? extends Phase<?>> phases) {
        List<HeldPeriod> joined = new ArrayList<>();
        for (Phase<?> phase : phases) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).to().equals(phase.from())) {
                joined.set(last, new HeldPeriod(joined.get(last).from(), phase.to()));
            } else {
                joined.add(new HeldPeriod(phase.from(), phase.to()));
            }
        }
        return joined;
    }

    /** Whether the key is held on this day. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    boolean overlaps(HeldPeriod other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
