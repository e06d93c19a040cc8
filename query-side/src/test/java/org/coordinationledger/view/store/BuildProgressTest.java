package org.coordinationledger.view.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.coordinationledger.view.store.BuildProgress.Phase;
import org.junit.jupiter.api.Test;

class BuildProgressTest {

    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");

    private final BuildProgress start = BuildProgress.start(3, 999, START);

    @Test
    void nothing_is_estimated_before_anything_is_done_or_when_nothing_is_left_to_estimate() {
        assertThat(start.estimatedEnd()).isEmpty();
        assertThat(start.eventsPerSecond()).isEmpty();
        assertThat(start.at(Phase.CATCHING_UP, 999, START.plusSeconds(9)).estimatedEnd()).isEmpty();
        assertThat(start.at(Phase.DONE, 999, START.plusSeconds(9)).estimatedEnd()).isEmpty();
        assertThat(start.failed("no room", START.plusSeconds(9)).estimatedEnd()).isEmpty();
    }

    @Test
    void the_end_is_estimated_from_all_that_was_spent_and_the_parts_that_phases_take() {
        BuildProgress read = start.at(Phase.READING, 499, START.plusSeconds(10));
        BuildProgress written = read.at(Phase.WRITING, -1, START.plusSeconds(20)).at(Phase.WRITING, 499, START.plusSeconds(45));

        assertThat(read.estimatedEnd()).contains(START.plusSeconds(200));
        assertThat(written.estimatedEnd()).contains(START.plusSeconds(100));
    }

    @Test
    void while_indexes_are_made_the_end_moves_on_with_time() {
        BuildProgress indexing = start.at(Phase.INDEXING, -1, START.plusSeconds(80));

        assertThat(indexing.estimatedEnd()).contains(START.plusSeconds(100));
        assertThat(indexing.at(Phase.INDEXING, -1, START.plusSeconds(120)).estimatedEnd())
                .contains(START.plusSeconds(150));
    }

    @Test
    void the_rate_is_that_of_the_phase() {
        BuildProgress written = start.at(Phase.READING, 999, START.plusSeconds(10))
                .at(Phase.WRITING, -1, START.plusSeconds(10))
                .at(Phase.WRITING, 399, START.plusSeconds(14));

        assertThat(written.eventsPerSecond()).hasValue(100);
        assertThat(written.at(Phase.INDEXING, 999, START.plusSeconds(20)).eventsPerSecond()).isEmpty();
    }
}
