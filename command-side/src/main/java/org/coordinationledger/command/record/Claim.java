package org.coordinationledger.command.record;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that a record must hold as things stand, so that no other record does.
 *
 * @param key the id of the key's stream, made by {@link #key}
 * @param periods the effective days for which it is held
 * @param sharedUnder see {@link org.coordinationledger.reservation.event.ReservationEvent.Held}
 * @param conflict what to say when the record named is in the way
 */
public record Claim(
        String key,
        List<HeldPeriod> periods,
        @Nullable String sharedUnder,
        Function<String, Rejection> conflict) {

    /** A key that is held once and for all. */
    public static Claim always(String key, Function<String, Rejection> conflict) {
        return new Claim(key, List.of(HeldPeriod.ALWAYS), null, conflict);
    }

    /** Whether both ask for the same periods of the same key under the same terms. */
    boolean sameHold(Claim other) {
        return key.equals(other.key)
                && periods.equals(other.periods)
                && Objects.equals(sharedUnder, other.sharedUnder);
    }

    /** Joins the parts of a natural key. */
    public static String key(String kind, String... parts) {
        return ReservationKey.of(kind, parts);
    }
}
