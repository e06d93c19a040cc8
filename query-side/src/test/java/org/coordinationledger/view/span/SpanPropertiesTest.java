package org.coordinationledger.view.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Readers;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.lives.Life;
import org.coordinationledger.view.lives.Lives;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpanPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spans_equal_a_naive_recomputation_at_every_pair_of_times(long seed) {
        for (Life life : new Lives(seed, 3).several(3, 30)) {
            check(life.view(), life, new Random(seed));
        }
    }

    private static <S> void check(FeatureView<S> view, Life life, Random random) {
        RecordSpans<S> spans = RecordSpans.none(view, life.record());
        Timeline<?, S> timeline = view.type().empty();
        Map<String, Span> store = new HashMap<>();
        SpanChanges batch = new SpanChanges();
        long position = random.nextInt(3);
        for (Life.Deed deed : life.deeds()) {
            Step<?> step = new Step<>(timeline.version() + 1, position, deed.actor(), deed.event());
            timeline = timeline.plus(step);
            spans = spans.take(step, batch);
            if (random.nextBoolean()) {
                write(batch, store);
                batch = new SpanChanges();
            }
            position += 1 + random.nextInt(3);
        }
        write(batch, store);
        assertThat(timeline.misfits()).isEmpty();

        List<Span> all = new ArrayList<>(store.values());
        for (long k = -1; k <= position; k++) {
            Timeline<?, S> known = timeline.knownAt(k);
            for (int d = -1; d < 75; d++) {
                LocalDate day = LocalDate.of(2015, 1, 1).plusDays(d);
                Optional<Facts> naive = known.on(day).map(s -> view.factsOf(s, Life.basesOn(known, day)));
                long at = k;
                List<Span> found = all.stream().filter(s -> s.includes(at, day)).toList();
                assertThat(found.stream().map(Span::facts).toList())
                        .as("%s known at %d, effective on %s", life.record(), k, day)
                        .isEqualTo(naive.stream().toList());
            }
            noFinerThanNeeded(all, k);
            namedAlike(all, k, named(view, known));
        }
    }

    /** All organisations that a record names on any day or that recorded a step of it, told from its states and steps alone. */
    private static <S> List<String> named(FeatureView<S> view, Timeline<?, S> known) {
        if (view.readers() == Readers.EVERYBODY) {
            return List.of();
        }
        Stream<String> byFacts = known.phases().stream()
                .map(phase -> view.factsOf(phase.state(), List.of()))
                .flatMap(facts -> view.organisationFacts().stream().flatMap(fact -> facts.ids(fact).stream()));
        Stream<String> byStep = known.steps().stream().map(step -> step.actor().organisation().value());
        return Stream.concat(byFacts, byStep).distinct().sorted().toList();
    }

    /** Who may read a record is the same on all its days. */
    private static void namedAlike(List<Span> all, long k, List<String> named) {
        assertThat(all.stream().filter(s -> s.recFrom() <= k && k < s.recTo()))
                .allSatisfy(span -> assertThat(span.named().organisations()).isEqualTo(named));
    }

    /** Every known moment is cut into as few spans as its facts allow. */
    private static void noFinerThanNeeded(List<Span> all, long k) {
        List<Span> known = all.stream()
                .filter(s -> s.recFrom() <= k && k < s.recTo())
                .sorted(Comparator.comparing(Span::effFrom))
                .toList();
        for (int i = 1; i < known.size(); i++) {
            assertThat(known.get(i).facts()).isNotEqualTo(known.get(i - 1).facts());
            assertThat(known.get(i).effFrom()).isEqualTo(known.get(i - 1).effTo());
        }
        if (!known.isEmpty()) {
            assertThat(known.get(known.size() - 1).effTo()).isEqualTo(Phase.OPEN_END);
        }
    }

    private static void write(SpanChanges batch, Map<String, Span> store) {
        batch.inserts().forEach(s -> assertThat(store.put(s.id(), s)).as(s.id()).isNull());
        batch.closes().forEach(s -> assertThat(store.put(s.id(), s)).as(s.id()).isNotNull());
    }
}
