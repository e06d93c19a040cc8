package org.coordinationledger.view.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.view.lives.Lives;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.store.BuildProgress;
import org.coordinationledger.view.store.BuildProgress.Phase;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ViewBuildTest {

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_build_up_to_any_position_equals_the_fold_at_every_pair_of_times(TestServer server) {
        for (long seed = 30; seed < 34; seed++) {
            try (TestLedger test = new TestLedger(server)) {
                Random random = new Random(seed);
                test.record(new Lives(seed, 3).several(5, 14), random);
                Generations generations = TestViews.generations(test);
                long tail = test.ledger.tail();
                for (long target : List.of(-1L, (long) random.nextInt((int) tail), tail)) {
                    Generation generation = generations.create(TestViews.VIEWS.shape(), 2);
                    List<BuildProgress> told = new ArrayList<>();
                    TestViews.build(test, generations).upTo(target, generation, told::add);

                    TestViews.assertEqualToFold(test, TestViews.spans(test, generation), target);
                    assertThat(generations.watermark(generation)).isEqualTo(target);
                    assertThat(told).extracting(BuildProgress::phase).isSorted().contains(
                            Phase.READING, Phase.WRITING, Phase.INDEXING, Phase.CATCHING_UP);
                    assertThat(told).allMatch(p -> p.target() == target && p.position() <= target);
                    assertThat(told.stream().filter(p -> p.phase() == Phase.WRITING).reduce((a, b) -> b).orElseThrow()
                                    .position())
                            .isEqualTo(target);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_build_that_dies_at_any_stage_changes_nothing_and_the_next_one_is_whole(TestServer server)
            throws InterruptedException {
        try (TestLedger test = new TestLedger(server)) {
            test.record(new Lives(40, 3).several(4, 12), new Random(40));
            Generations generations = TestViews.generations(test);
            long tail = test.ledger.tail();
            Generation live = generations.create(TestViews.VIEWS.shape(), 1);
            TestViews.build(test, generations).upTo(tail, live, told -> {});
            generations.swap(null, live);
            for (Phase stage : List.of(Phase.READING, Phase.WRITING, Phase.INDEXING, Phase.CATCHING_UP)) {
                Generation dead = generations.create(TestViews.VIEWS.shape(), 1);
                assertThatThrownBy(() -> TestViews.build(test, generations).upTo(tail, dead, told -> {
                            if (told.phase() == stage) {
                                throw new IllegalStateException("killed while " + stage);
                            }
                        }))
                        .hasMessage("killed while " + stage);
                TestViews.await(new Progress(), () -> threadsOf(dead).isEmpty());
                assertThat(generations.live()).contains(live);
                TestViews.assertEqualToFold(test, TestViews.spans(test, live), tail);
            }

            Generation next = generations.create(TestViews.VIEWS.shape(), 1);
            TestViews.build(test, generations).upTo(tail, next, told -> {});
            assertThat(TestViews.spans(test, next)).isEqualTo(TestViews.spans(test, live));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_ledger_that_ends_before_the_target_is_not_built_from(TestServer server) {
        try (TestLedger test = new TestLedger(server)) {
            test.record(new Lives(41, 3).several(2, 8), new Random(41));
            Generations generations = TestViews.generations(test);
            Generation generation = generations.create(TestViews.VIEWS.shape(), 1);

            assertThatThrownBy(() -> TestViews.build(test, generations)
                            .upTo(test.ledger.tail() + 1, generation, told -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the ledger ends before position");
            assertThat(generations.watermark(generation)).isEqualTo(-1);
        }
    }

    private static List<String> threadsOf(Generation generation) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("view-build-" + generation.number() + "-"))
                .toList();
    }
}
