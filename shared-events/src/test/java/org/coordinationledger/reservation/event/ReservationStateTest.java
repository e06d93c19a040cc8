package org.coordinationledger.reservation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.timeline.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReservationStateTest {

    @Test
    void periods_that_overlap_conflict_and_periods_that_touch_do_not() {
        ReservationState state = ReservationState.FREE.after(held("a", null, period("2013-01-01", "2014-01-01")));

        assertThat(state.conflictWith(held("b", null, period("2013-12-31", "2015-01-01")))).contains("a");
        assertThat(state.conflictWith(held("b", null, period("2014-01-01", "2015-01-01")))).isEmpty();
        assertThat(state.conflictWith(held("b", null, period("2012-01-01", "2013-01-01")))).isEmpty();
        assertThat(state.conflictWith(held("b", null, period("2012-01-01", "2013-01-02")))).contains("a");
        assertThat(state.conflictWith(held("b", null, HeldPeriod.ALWAYS))).contains("a");
        assertThat(ReservationState.FREE.conflictWith(held("b", null, HeldPeriod.ALWAYS))).isEmpty();
    }

    @Test
    void nobody_conflicts_with_themselves() {
        ReservationState state = ReservationState.FREE.after(held("a", null, HeldPeriod.ALWAYS));

        assertThat(state.conflictWith(held("a", null, HeldPeriod.ALWAYS))).isEmpty();
    }

    @Test
    void of_several_in_the_way_the_smallest_id_is_named() {
        ReservationState state = ReservationState.FREE
                .after(held("c", null, period("2013-01-01", "2014-01-01")))
                .after(held("b", null, period("2015-01-01", "2016-01-01")));

        assertThat(state.conflictWith(held("a", null, HeldPeriod.ALWAYS))).contains("b");
    }

    @Test
    void only_holders_who_share_under_the_same_letter_may_overlap() {
        ReservationState state = ReservationState.FREE.after(held("a", "letter-1", HeldPeriod.ALWAYS));

        assertThat(state.conflictWith(held("b", "letter-1", HeldPeriod.ALWAYS))).isEmpty();
        assertThat(state.conflictWith(held("b", "letter-2", HeldPeriod.ALWAYS))).contains("a");
        assertThat(state.conflictWith(held("b", null, HeldPeriod.ALWAYS))).contains("a");
        ReservationState alone = ReservationState.FREE.after(held("a", null, HeldPeriod.ALWAYS));
        assertThat(alone.conflictWith(held("b", "letter-1", HeldPeriod.ALWAYS))).contains("a");
        assertThat(alone.conflictWith(held("b", null, HeldPeriod.ALWAYS))).contains("a");
    }

    @Test
    void what_is_held_anew_replaces_what_was_held_and_what_is_released_is_free() {
        ReservationEvent.Held later = held("a", null, period("2015-01-01", "2016-01-01"));
        ReservationState state = ReservationState.FREE
                .after(held("a", null, period("2013-01-01", "2014-01-01")))
                .after(later);

        assertThat(state.heldBy("a")).contains(later);
        assertThat(state.conflictWith(held("b", null, period("2013-01-01", "2014-01-01")))).isEmpty();
        assertThat(state.after(new ReservationEvent.Released("b"))).isEqualTo(state);
        assertThat(state.after(new ReservationEvent.Released("a"))).isEqualTo(ReservationState.FREE);
    }

    @Test
    void phases_that_touch_are_held_as_one_period_and_gaps_stay() {
        assertThat(HeldPeriod.joined(List.of(
                        phase("2013-01-01", "2013-06-01"),
                        phase("2013-06-01", "2014-01-01"),
                        phase("2014-03-01", "9999-12-31"))))
                .containsExactly(period("2013-01-01", "2014-01-01"), period("2014-03-01", "9999-12-31"));
        assertThat(HeldPeriod.joined(List.of())).isEmpty();
    }

    private static Phase<String> phase(String from, String to) {
        return new Phase<>(day(from), day(to), "held");
    }

    private static HeldPeriod period(String from, String to) {
        return new HeldPeriod(day(from), day(to));
    }

    private static ReservationEvent.Held held(String holder, @Nullable String sharedUnder, HeldPeriod... periods) {
        return new ReservationEvent.Held(holder, List.of(periods), sharedUnder);
    }
}
