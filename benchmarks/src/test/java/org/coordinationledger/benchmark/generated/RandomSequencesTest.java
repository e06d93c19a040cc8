package org.coordinationledger.benchmark.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.coordinationledger.benchmark.generated.GeneratedCommit.GeneratedEvent;
import org.coordinationledger.command.record.ActorMetadata;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.view.QuerySideConfiguration;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.figure.Figures;
import org.coordinationledger.view.figure.OrganisationTrees;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.projection.TestViews;
import org.coordinationledger.view.projection.ViewSettings;
import org.coordinationledger.view.projection.Views;
import org.coordinationledger.view.reading.Beside;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.record.Steps;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Builds;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.store.StoredSpans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of steps of all features from a seed, right and wrong ones mixed. Two seeds by default, others with
 * {@code -Dsequences.first=} and more with {@code -Dsequences.seeds=}, longer ones with {@code -Dsequences.events=}.
 */
@ParameterizedClass
@MethodSource("sequences")
class RandomSequencesTest {

    private static final int EVENTS = Integer.getInteger("sequences.events", 2_000);
    private static final int PAIRS = 10;
    private static final int PAIRS_WITH_FIGURES = 3;
    private static final int MOST_TOGETHER = 60;
    private static final Map<Long, Sequence> MADE = new HashMap<>();

    @Parameter
    private Sequence sequence;

    /** What came of a seed. */
    record Sequence(long seed, List<GeneratedCommit> commits, int tried, int taken) {

        static Sequence from(long seed) {
            List<GeneratedCommit> commits = new ArrayList<>();
            WrongSteps[] wrong = new WrongSteps[1];
            int[] depth = new int[1];
            World world = new World(LedgerPlan.of(EVENTS, seed), commit -> {
                commits.add(commit);
                if (depth[0]++ == 0) {
                    wrong[0].tryOne();
                    wrong[0].tryOne();
                }
                depth[0]--;
            });
            wrong[0] = new WrongSteps(world, seed);
            world.run();
            return new Sequence(seed, List.copyOf(commits), wrong[0].tried(), wrong[0].taken());
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    static Stream<Sequence> sequences() {
        long first = Long.getLong("sequences.first", 1);
        return LongStream.range(first, first + Long.getLong("sequences.seeds", 2))
                .mapToObj(seed -> MADE.computeIfAbsent(seed, Sequence::from));
    }

    @Test
    void many_steps_were_wrong_and_most_of_those_were_refused() {
        assertThat(sequence.tried()).isGreaterThan(EVENTS / 2);
        assertThat(sequence.taken()).isBetween(EVENTS / 100, sequence.tried() / 3);
    }

    /** The rules that are read from raw events would be seen broken: everything is there twice. */
    @Test
    void a_ledger_with_a_copy_of_each_record_breaks_the_rules_over_a_set() {
        NaiveLedger doubled = new NaiveLedger();
        long position = 0;
        for (GeneratedCommit commit : sequence.commits()) {
            for (GeneratedEvent generated : commit.events()) {
                if (generated.event() instanceof RecordEvent event) {
                    Step<?> step = new Step<>(
                            generated.sequence(), position++, Steps.actor(commit.metadata()), event);
                    doubled.take(generated.streamType(), generated.streamId(), step);
                    doubled.take(generated.streamType(), generated.streamId() + "-copy", step);
                }
            }
        }

        List<String> broken = new RawRules(doubled).broken();
        assertThat(broken).anyMatch(told -> told.startsWith("seat of"));
        assertThat(broken).anyMatch(told -> told.startsWith("household"));
        assertThat(broken).anyMatch(told -> told.startsWith("the number"));
    }

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void no_rule_is_broken_and_views_are_what_the_raw_events_say(TestServer server) throws InterruptedException {
        Progress progress = new Progress();
        try (TestLedger test = new TestLedger(server);
                Views views = views(test, progress)) {
            views.start();
            record(test);
            TestViews.awaitTail(test, progress);
            NaiveLedger naive = NaiveLedger.of(test.ledger, test.ledger.tail());

            naive.timelines().forEach((record, timeline) ->
                    assertThat(timeline.misfits()).as(record).isEmpty());
            assertThat(new RawRules(naive).broken()).isEmpty();

            Generation carriedOn = live(test);
            List<Span> spans = StoredSpans.of(test.database(), carriedOn);
            compare(test, naive, spans);
            views.rebuild();
            TestViews.await(progress, () -> live(test).number() > carriedOn.number());
            assertThat(StoredSpans.of(test.database(), live(test))).isEqualTo(spans);
        }
    }

    /** Several commands become one commit without a request key, so that a store is done in time. */
    private void record(TestLedger test) {
        List<NewEvent> together = new ArrayList<>();
        for (GeneratedCommit commit : sequence.commits()) {
            if (together.size() + commit.events().size() > MOST_TOGETHER) {
                test.ledger.append(together, new ReadSet());
                together = new ArrayList<>();
            }
            commit.rendered().stream().map(RandomSequencesTest::withoutRequest).forEach(together::add);
        }
        test.ledger.append(together, new ReadSet());
    }

    private static NewEvent withoutRequest(NewEvent event) {
        Map<String, String> metadata = new HashMap<>(event.metadata());
        metadata.remove(ActorMetadata.REQUEST_KEY);
        metadata.remove(ActorMetadata.COMMAND_DIGEST);
        return new NewEvent(
                event.streamType(), event.streamId(), event.sequence(), event.eventId(), event.eventName(),
                event.eventRevision(), event.payload(), metadata);
    }

    private void compare(TestLedger test, NaiveLedger naive, List<Span> spans) {
        Random random = new Random(sequence.seed());
        long tail = test.ledger.tail();
        List<LocalDate> days = naive.days();
        Generations generations = TestViews.generations(test);
        try (Beside beside = new Beside()) {
            Figures figures = new Figures(generations, new OrganisationTrees(generations), beside);
            NaiveFigures told = new NaiveFigures(figures, new RecordStreams(test.ledger), random, days);
            for (int i = 0; i < PAIRS; i++) {
                long known = i % 3 == 0 ? tail : (long) (tail * random.nextDouble());
                LocalDate day = days.get(random.nextInt(days.size())).plusDays(random.nextInt(3) - 1);
                Map<String, Map<String, Facts>> expected = naive.at(known, day);
                assertThat(at(spans, known, day))
                        .as("known at %d, effective on %s", known, day)
                        .isEqualTo(new TreeMap<>(expected));
                if (i < PAIRS_WITH_FIGURES) {
                    Map<LocalDate, Map<String, Map<String, Facts>>> onDays = new HashMap<>(Map.of(day, expected));
                    told.compare(
                            new ReadPoint(live(test), known), day,
                            on -> onDays.computeIfAbsent(on, other -> naive.at(known, other)));
                }
            }
        }
    }

    private static Map<String, Map<String, Facts>> at(List<Span> spans, long known, LocalDate day) {
        Map<String, Map<String, Facts>> all = new TreeMap<>();
        for (Span span : spans) {
            if (span.includes(known, day)) {
                Facts other = all.computeIfAbsent(span.kind(), k -> new HashMap<>()).put(span.record(), span.facts());
                assertThat(other).as("two spans of %s at one pair", span.record()).isNull();
            }
        }
        return all;
    }

    private static Views views(TestLedger test, Progress progress) {
        Clock clock = Clock.systemUTC();
        return new Views(
                QuerySideConfiguration.VIEWS, test.ledger, test.events, test.tokens("one"),
                TestViews.generations(test), new Builds(test.database(), clock), progress,
                new ViewSettings(
                        2, 200, 2_000, 10, Duration.ZERO, false, ViewSettings.DEFAULT.buildFolder(), 2),
                clock);
    }

    private static Generation live(TestLedger test) {
        return TestViews.generations(test).live().orElseThrow();
    }
}
