package org.coordinationledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void thirty_three_cells_over_eight_communes_are_five_and_seven_times_four() {
        assertThat(Spread.shares(33, 8)).containsExactly(5, 4, 4, 4, 4, 4, 4, 4);
    }

    @Test
    void eight_communes_over_five_posts_are_two_two_two_one_one_in_order() {
        assertThat(Spread.over(List.of(1, 2, 3, 4, 5, 6, 7, 8), 5))
                .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5, 6), List.of(7), List.of(8));
    }

    @Test
    void fewer_things_than_holders_leave_the_last_without_any() {
        assertThat(Spread.shares(2, 4)).containsExactly(1, 1, 0, 0);
    }
}
