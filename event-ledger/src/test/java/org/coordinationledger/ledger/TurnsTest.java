package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Turns on a board in memory, in a time of its own that passes only while somebody waits. */
class TurnsTest {

    private static final Duration BOUND = Duration.ofSeconds(3);

    private final Board board = new Board();
    private final Time time = new Time();
    private final Turns a = new Turns(board, "a", time, LedgerObserver.NONE);
    private final Turns b = new Turns(board, "b", time, LedgerObserver.NONE);

    private static final class Board implements TurnBoard {

        private @Nullable Turn turn;
        private int reads;
        private int changes;
        private boolean fails;

        @Override
        public @Nullable Turn read() {
            reads++;
            if (fails) {
                throw InsertFaults.networkError();
            }
            return turn;
        }

        @Override
        public boolean replace(@Nullable Turn seen, Turn next) {
            if (turn != seen) {
                return false;
            }
            changes++;
            turn = next;
            return true;
        }
    }

    private static final class Time implements Pauses {

        private long nanos;
        private Runnable meanwhile = () -> { };

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public boolean pause(Duration duration) {
            pass(duration);
            meanwhile.run();
            return true;
        }
    }

    private Turns holding(Turns turns) {
        turns.met();
        turns.await();
        assertThat(turns.holding()).isTrue();
        return turns;
    }

    @Test
    void a_process_that_meets_nobody_changes_nothing_on_the_board_and_hardly_looks_at_it() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(a.await()).isFalse();
            time.pass(Duration.ofMillis(1));
        }

        assertThat(board.changes).isZero();
        assertThat(board.reads).isLessThanOrEqualTo(5);
    }

    @Test
    void a_holder_goes_on_while_nobody_waits_and_passes_its_turn_on_when_somebody_does() {
        holding(a);
        time.pass(Turns.SLICE);
        a.met();
        assertThat(a.await()).as("nothing to catch up with").isFalse();
        assertThat(a.holding()).isTrue();

        time.meanwhile = () -> {
            if (a.holding() && board.turn.waiting().contains("b")) {
                a.idle();
            }
        };
        b.met();
        assertThat(b.await()).as("others may have appended").isTrue();

        assertThat(b.holding()).isTrue();
        assertThat(a.holding()).isFalse();
        assertThat(board.turn.holder()).isEqualTo("b");
    }

    @Test
    void at_the_end_of_its_slice_a_holder_waits_behind_those_who_wait() {
        holding(a);
        board.turn = board.turn.joinedBy("b");
        time.pass(Turns.SLICE);
        time.meanwhile = () -> {
            if ("b".equals(board.turn.holder()) && board.turn.waiting().contains("a")) {
                board.turn = board.turn.passedOn();
            }
        };

        assertThat(a.await()).as("b had its turn in between").isTrue();
        assertThat(a.holding()).isTrue();
    }

    @Test
    void of_three_that_always_want_it_each_has_every_third_turn() {
        Map<String, Integer> turns = new HashMap<>();
        Turn turn = Turn.NOBODYS.takenBy("a").joinedBy("b").joinedBy("c");
        for (int i = 0; i < 300; i++) {
            String holder = turn.holder();
            turns.merge(holder, 1, Integer::sum);
            turn = turn.passedOn().joinedBy(holder);
        }

        assertThat(turns).containsExactlyInAnyOrderEntriesOf(Map.of("a", 100, "b", 100, "c", 100));
    }

    @Test
    void the_turn_of_a_killed_holder_is_taken_within_the_bound() {
        board.turn = new Turn(5, 5, "killed", List.of("killed too"));
        long before = time.nanos;

        holding(b);

        assertThat(Duration.ofNanos(time.nanos - before)).isGreaterThanOrEqualTo(Turns.SILENCE).isLessThan(BOUND);
    }

    @Test
    void a_stopped_holder_that_wakes_up_learns_at_the_end_of_its_slice_that_its_turn_was_taken() {
        holding(a);
        holding(b);
        time.meanwhile = () -> {
            if (b.holding() && board.turn.waiting().contains("a")) {
                b.idle();
            }
        };

        a.met();
        assertThat(a.await()).as("others may have appended").isTrue();
        assertThat(a.holding()).isTrue();
        assertThat(b.holding()).isFalse();
    }

    @Test
    void a_process_that_always_comes_first_sees_that_others_take_turns() {
        a.await();
        holding(b);
        time.pass(Duration.ofMillis(300));
        time.meanwhile = () -> {
            if (board.turn.waiting().contains("a")) {
                b.idle();
            }
        };

        assertThat(a.await()).isTrue();
        assertThat(a.holding()).isTrue();
    }

    @Test
    void waiting_for_a_turn_is_bounded_though_its_holder_lives_and_never_passes_it_on() {
        holding(a);
        time.meanwhile = () -> board.turn = board.turn.goneOn();
        long before = time.nanos;
        b.met();

        assertThat(b.await()).isTrue();

        assertThat(b.holding()).isFalse();
        assertThat(Duration.ofNanos(time.nanos - before)).isLessThan(BOUND);
        assertThat(board.turn.waiting()).as("it waits no more").isEmpty();
    }

    @Test
    void a_board_that_fails_is_left_alone_for_a_while() {
        board.fails = true;
        a.met();

        assertThat(a.await()).isTrue();
        int reads = board.reads;
        for (int i = 0; i < 100; i++) {
            assertThat(a.await()).isFalse();
        }
        assertThat(board.reads).isEqualTo(reads);

        board.fails = false;
        time.pass(Duration.ofSeconds(6));
        holding(a);
    }
}
