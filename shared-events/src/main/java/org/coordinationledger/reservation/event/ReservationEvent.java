package org.coordinationledger.reservation.event;

import java.util.List;
import org.coordinationledger.vocabulary.Bounded;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a key that only one record may hold at a time: a document number, a member's code, a member's seat
 * in a cell. The key is the id of the stream; these events go into the commit of the step that caused them. They know
 * no effective date of their own: the periods are what is held, as known from their position on.
 */
public sealed interface ReservationEvent {

    /** At most this many periods are held by one record on one key. */
    int MOST_PERIODS = 64;

    /** The record that holds the key, or held it. */
    String holder();

    /**
     * From now on the holder holds the key for these periods and no others.
     *
     * @param periods in order, without overlap; what the record held before is replaced
     * @param sharedUnder holders that give the same value here may overlap (one letter that names several cells)
     */
    record Held(String holder, List<HeldPeriod> periods, @Nullable String sharedUnder) implements ReservationEvent {
        public Held {
            periods = Bounded.list("periods", periods, MOST_PERIODS);
        }
    }

    /** The holder no longer holds the key for any time. */
    record Released(String holder) implements ReservationEvent {}
}
