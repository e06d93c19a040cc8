package org.coordinationledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.RandomSteps.Attempt;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random lives of records: steps in order and late, corrections, voids, voids of those, most of them refused. What is
 * accepted must fold as {@link NaiveFold} does, which is written from the definition and shares no more with the fold
 * than the features' rules.
 */
@Timeout(60)
class TimelineSeedsTest {

    private static final int ATTEMPTS = 60;

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_cell_assignment_folds_as_defined_at_every_pair_of_times(long seed) {
        Life<CellAssignmentState> life = live(CellAssignmentState.TYPE, RandomSteps.ofCellAssignments(seed));
        life.check(CellAssignmentState.TYPE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_organisation_folds_as_defined_at_every_pair_of_times(long seed) {
        Life<OrganisationState> life = live(OrganisationState.TYPE, RandomSteps.ofOrganisations(seed));
        life.check(OrganisationState.TYPE);
    }

    /** The generator must be worth its seeds: what it makes is accepted often enough, amendments of amendments too. */
    @ParameterizedTest
    @MethodSource("families")
    void the_seeds_reach_deep_enough(String family) {
        int accepted = 0;
        int amended = 0;
        int amendedAmendments = 0;
        int late = 0;
        for (long seed : seeds().toArray()) {
            List<Step<?>> steps = family.equals("cell assignments")
                    ? live(CellAssignmentState.TYPE, RandomSteps.ofCellAssignments(seed)).steps
                    : live(OrganisationState.TYPE, RandomSteps.ofOrganisations(seed)).steps;
            LocalDate last = LocalDate.MIN;
            for (Step<?> step : steps) {
                accepted++;
                if (step.event() instanceof Amendment amendment) {
                    amended++;
                    Step<?> target = steps.get(Math.toIntExact(amendment.amends()));
                    amendedAmendments += target.event() instanceof Amendment ? 1 : 0;
                } else {
                    late += step.event().effectiveOn().isBefore(last) ? 1 : 0;
                    last = step.event().effectiveOn();
                }
            }
        }
        assertThat(accepted).isGreaterThan(1_500);
        assertThat(amended).isGreaterThan(400);
        assertThat(amendedAmendments).isGreaterThan(100);
        assertThat(late).isGreaterThan(50);
    }

    static List<String> families() {
        return List.of("cell assignments", "organisations");
    }

    private static <E extends RecordEvent, S> Life<S> live(RecordType<E, S> type, RandomSteps random) {
        Timeline<E, S> timeline = type.empty();
        long position = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            Attempt attempt = random.next(timeline.steps());
            List<Phase<S>> phases = timeline.phases();
            List<Step<?>> steps = timeline.steps();
            try {
                timeline.require(attempt.event(), attempt.actor());
                position += 1 + random.gap();
                timeline = timeline.plus(
                        new Step<>(timeline.version() + 1, position, attempt.actor(), attempt.event()));
                Timeline<E, S> atOnce = type.empty();
                for (Step<?> step : timeline.steps()) {
                    atOnce = atOnce.plus(step);
                }
                assertThat(timeline.phases()).isEqualTo(atOnce.phases());
                assertThat(timeline.misfits()).isEqualTo(atOnce.misfits());
            } catch (RejectedException refused) {
                assertThat(refused.rejection().code()).isNotBlank();
                assertThat(timeline.steps()).isEqualTo(steps);
                assertThat(timeline.phases()).isEqualTo(phases);
            }
        }
        return new Life<>(timeline.steps());
    }

    /** What came of a seed. */
    private record Life<S>(List<Step<?>> steps) {

        <E extends RecordEvent> void check(RecordType<E, S> type) {
            Timeline<E, S> whole = folded(type);
            long last = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).position();
            List<LocalDate> days = days();
            for (long k = -1; k <= last; k++) {
                Timeline<E, S> known = whole.knownAt(k);
                assertThat(known.misfits()).as("misfits known at %s", k).isEmpty();
                requireWhole(known.phases());
                NaiveFold<E, S> naive = new NaiveFold<>(type, steps, k);
                for (LocalDate day : days) {
                    assertThat(known.on(day)).as("known at %s on %s", k, day).isEqualTo(naive.on(day));
                }
            }
            Timeline<E, S> again = folded(type);
            assertThat(again.phases()).isEqualTo(whole.phases());
            assertThat(again.misfits()).isEqualTo(whole.misfits());
            assertThat(again).isEqualTo(whole).hasSameHashCodeAs(whole);
        }

        private <E extends RecordEvent> Timeline<E, S> folded(RecordType<E, S> type) {
            Timeline<E, S> timeline = type.empty();
            for (Step<?> step : steps) {
                timeline = timeline.plus(step);
            }
            return timeline;
        }

        /** No gap, no overlap, nothing empty, open at the end. */
        private void requireWhole(List<Phase<S>> phases) {
            for (int i = 0; i < phases.size(); i++) {
                Phase<S> phase = phases.get(i);
                assertThat(phase.from()).isBefore(phase.to());
                assertThat(phase.to())
                        .isEqualTo(i + 1 < phases.size() ? phases.get(i + 1).from() : Phase.OPEN_END);
                if (i > 0) {
                    assertThat(phase.state()).isNotEqualTo(phases.get(i - 1).state());
                }
            }
        }

        /** Every day on which something could change, and the days around it. */
        private List<LocalDate> days() {
            return RandomSteps.days().stream()
                    .flatMap(d -> List.of(d.minusDays(1), d, d.plusDays(1)).stream())
                    .distinct()
                    .toList();
        }
    }
}
