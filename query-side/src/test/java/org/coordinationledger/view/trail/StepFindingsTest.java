package org.coordinationledger.view.trail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.lives.Life;
import org.coordinationledger.view.lives.Lives;
import org.coordinationledger.view.trail.Finding.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found step by step, held against all of a record looked at anew. */
class StepFindingsTest {

    static LongStream seeds() {
        return LongStream.range(500, 530);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_found_step_by_step_is_what_the_whole_record_tells_after_each(long seed) {
        int found = 0;
        for (Life life : new Lives(seed, 3).several(4, 16)) {
            Timeline<?, ?> timeline = life.view().type().empty();
            StepFindings known = StepFindings.NONE;
            for (Life.Deed deed : life.deeds()) {
                long sequence = timeline.version() + 1;
                timeline = timeline.plus(new Step<>(sequence, 100 + sequence, deed.actor(), deed.event()));
                known = known.after(life.view(), timeline);

                assertThat(known.bySequence()).as("%s after step %d", life.record(), sequence).isEqualTo(whole(life, timeline));
                found += known.bySequence().size();
            }
        }
        assertThat(found).as("steps with findings").isPositive();
    }

    private static Map<Long, Set<Code>> whole(Life life, Timeline<?, ?> timeline) {
        List<Finding> findings = OrderFindings.of(life.view().trail(), Acts.of(timeline));
        assertThat(findings).extracting(Finding::code).isSubsetOf(StepFindings.CODES);
        return findings.stream().collect(groupingBy(Finding::step, mapping(Finding::code, toSet())));
    }
}
