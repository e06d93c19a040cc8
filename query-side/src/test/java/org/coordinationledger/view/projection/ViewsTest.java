package org.coordinationledger.view.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.view.lives.Life;
import org.coordinationledger.view.lives.Lives;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.store.StoredSpans;
import org.coordinationledger.view.store.StoredSteps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ViewsTest {

    private final Progress progress = new Progress();

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_recorded_while_views_are_carried_on_equals_the_fold_at_every_pair_of_times(TestServer server)
            throws InterruptedException {
        try (TestLedger test = new TestLedger(server);
                Views views = views(test, settings(1))) {
            views.start();
            test.record(new Lives(1, 4).several(6, 12), new Random(1));
            awaitTail(test);

            Generation live = live(test);
            TestViews.assertEqualToFold(test, TestViews.spans(test, live), test.ledger.tail());
            assertThat(views.status().caughtUp()).isTrue();
            assertThat(views.status().error()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void views_built_anew_are_those_that_were_carried_on_event_by_event(TestServer server)
            throws InterruptedException {
        try (TestLedger test = new TestLedger(server);
                Views views = views(test, settings(4))) {
            views.start();
            test.record(new Lives(2, 4).several(6, 12), new Random(2));
            awaitTail(test);
            Generation first = live(test);
            List<Span> carriedOn = TestViews.spans(test, first);
            List<LedgerStep> steps = StoredSteps.of(TestViews.generations(test), first);

            views.rebuild();
            TestViews.await(progress, () -> live(test).number() > first.number());

            assertThat(TestViews.spans(test, live(test))).isEqualTo(carriedOn);
            assertThat(StoredSteps.of(TestViews.generations(test), live(test))).isNotEmpty().isEqualTo(steps);
            TestViews.await(progress, () -> StoredSpans.collections(test.database(), first).isEmpty());
            TestViews.await(
                    progress,
                    () -> !test.database().listCollectionNames().into(new ArrayList<>()).contains(first.steps()));
            assertThat(test.tokens("one").fetchSegments(first.processor())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void events_recorded_during_a_build_are_in_the_views_when_they_are_swapped(TestServer server)
            throws InterruptedException {
        try (TestLedger test = new TestLedger(server);
                Views views = views(test, settings(2))) {
            test.record(new Lives(3, 3).several(3, 12), new Random(3));
            views.start();
            test.record(List.of(new Lives(4, 3).cellAssignment("another", 40)), new Random(4));
            awaitTail(test);
            views.rebuild();
            test.record(List.of(new Lives(5, 3).cellAssignment("a-third", 40)), new Random(5));
            TestViews.await(progress, () -> live(test).number() == 2);
            awaitTail(test);

            TestViews.assertEqualToFold(test, TestViews.spans(test, live(test)), test.ledger.tail());
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_restart_goes_on_where_the_views_stood(TestServer server) throws InterruptedException {
        try (TestLedger test = new TestLedger(server)) {
            try (Views views = views(test, settings(2))) {
                views.start();
                test.record(new Lives(6, 3).several(3, 12), new Random(6));
                awaitTail(test);
            }
            test.record(List.of(new Lives(7, 3).cellAssignment("later", 40)), new Random(7));
            try (Views views = views(test, settings(2))) {
                views.start();
                awaitTail(test);
                assertThat(live(test).number()).isEqualTo(1);
                TestViews.assertEqualToFold(test, TestViews.spans(test, live(test)), test.ledger.tail());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void views_of_another_ledger_or_of_a_longer_one_are_discarded(TestServer server) throws InterruptedException {
        try (TestLedger test = new TestLedger(server)) {
            test.record(new Lives(8, 3).several(3, 8), new Random(8));
            Generations generations = generations(test);
            Generation strange = generations.create(TestViews.VIEWS.shape(), 1);
            test.database().getCollection("views").updateOne(
                    new Document("_id", "watermark-1-0"),
                    new Document("$set", new Document("position", 5_000L).append("leaf", "00")));
            generations.swap(null, strange);

            try (Views views = views(test, settings(1))) {
                views.start();
                TestViews.await(progress, () -> generations.live().filter(g -> g.number() == 2).isPresent());
                awaitTail(test);
                TestViews.assertEqualToFold(test, TestViews.spans(test, live(test)), test.ledger.tail());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void views_of_another_shape_are_read_until_those_of_this_shape_are_built(TestServer server)
            throws InterruptedException {
        try (TestLedger test = new TestLedger(server)) {
            test.record(new Lives(9, 3).several(3, 8), new Random(9));
            Generations generations = generations(test);
            generations.swap(null, generations.create("organisations:0", 1));

            try (Views views = views(test, settings(1))) {
                views.start();
                TestViews.await(progress, () -> live(test).number() == 2);
                assertThat(live(test).shape()).isEqualTo(TestViews.VIEWS.shape());
                assertThat(generations.watermark(live(test))).isEqualTo(test.ledger.tail());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void two_processes_build_once_and_read_the_same(TestServer server) throws InterruptedException {
        try (TestLedger test = new TestLedger(server);
                Views one = TestViews.views(test, progress, settings(2), "one");
                Views other = TestViews.views(test, progress, settings(2), "other")) {
            one.start();
            other.start();
            test.record(new Lives(10, 3).several(3, 12), new Random(10));
            awaitTail(test);

            assertThat(generations(test).all()).hasSize(1);
            TestViews.assertEqualToFold(test, TestViews.spans(test, live(test)), test.ledger.tail());
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_replay_token_at_every_event_of_a_commit_of_five_resumes_right(TestServer server)
            throws InterruptedException {
        try (TestLedger test = new TestLedger(server)) {
            Life life = new Lives(11, 3).organisation("org-x", 40);
            assertThat(life.deeds()).hasSizeGreaterThan(6);
            test.recordAtOnce(life, life.deeds().subList(0, 2));
            test.recordAtOnce(life, life.deeds().subList(2, 7));
            Generations generations = generations(test);
            for (long from = 1; from <= 6; from++) {
                Generation generation = generations.create(TestViews.VIEWS.shape(), 1);
                TestViews.build(test, generations).upTo(from, generation, told -> {});
                SpanProjection projection = new SpanProjection(
                        TestViews.VIEWS,
                        new RecordStreams(test.ledger),
                        generations.writer(generation),
                        segment -> generations.watermark(generation, segment),
                        progress,
                        10);
                try (ViewProcessor processor =
                        new ViewProcessor(generation, projection, test.events, test.tokens("one"), from, 2)) {
                    processor.start();
                    TestViews.await(progress, () -> generations.watermark(generation) == 6);
                }
                TestViews.assertEqualToFold(test, TestViews.spans(test, generation), 6);
            }
        }
    }

    private Views views(TestLedger test, ViewSettings settings) {
        return TestViews.views(test, progress, settings);
    }

    private static ViewSettings settings(int segments) {
        return TestViews.settings(segments);
    }

    private static Generations generations(TestLedger test) {
        return TestViews.generations(test);
    }

    private static Generation live(TestLedger test) {
        return generations(test).live().orElseThrow();
    }

    private void awaitTail(TestLedger test) throws InterruptedException {
        TestViews.awaitTail(test, progress);
    }
}
