package org.coordinationledger.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.view.OrganisationView;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.view.declaration.Facts;
import org.coordinationledger.view.lives.Life;
import org.coordinationledger.view.lives.Lives;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.projection.TestViews;
import org.coordinationledger.view.projection.Views;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrganisationTreesTest {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int ORGANISATIONS = 6;

    private final Progress progress = new Progress();

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_kept_of_the_tree_is_the_fold_at_every_pair_of_times_however_it_was_read(TestServer server)
            throws InterruptedException {
        try (TestLedger test = new TestLedger(server);
                Views views = TestViews.views(test, progress, TestViews.settings(1))) {
            views.start();
            Generations generations = TestViews.generations(test);
            OrganisationTrees step = new OrganisationTrees(generations);
            for (int seed = 1; seed <= 3; seed++) {
                Lives lives = new Lives(seed, ORGANISATIONS);
                String prefix = seed + "-";
                List<Life> organisations = new ArrayList<>();
                for (int i = 0; i < ORGANISATIONS; i++) {
                    organisations.add(lives.organisation(seed == 1 ? "org-" + i : prefix + i, 12));
                }
                test.record(organisations, new Random(seed));
                TestViews.awaitTail(test, progress);
                assertTreesEqualFold(test, generations, step);
            }
            assertTreesEqualFold(test, generations, new OrganisationTrees(generations));

            views.rebuild();
            TestViews.await(progress, () -> generations.live().orElseThrow().number() == 2);
            assertTreesEqualFold(test, generations, step);
        }
    }

    private static void assertTreesEqualFold(TestLedger test, Generations generations, OrganisationTrees trees) {
        Generation live = generations.live().orElseThrow();
        List<Long> positions = Stream.iterate(0L, k -> k <= test.ledger.tail(), k -> k + 7).toList();
        for (long known : positions) {
            for (int day = -1; day < 75; day += 4) {
                LocalDate on = FIRST.plusDays(day);
                Map<String, Set<String>> above = aboveByFold(test, known, on);
                OrganisationTree tree = trees.at(new ReadPoint(live, known), on);
                for (int i = 0; i < ORGANISATIONS; i++) {
                    String one = "org-" + i;
                    assertThat(tree.aboveAndItself(one))
                            .as("above %s, known at %d, on %s", one, known, on)
                            .isEqualTo(reachable(one, above.keySet(), (from, to) -> above.get(from).contains(to)));
                    assertThat(tree.within(one))
                            .as("within %s, known at %d, on %s", one, known, on)
                            .isEqualTo(reachable(one, above.keySet(), (from, to) -> above.get(to).contains(from)));
                }
            }
        }
    }

    /** Of each organisation that is named anywhere, those it stands under directly. */
    private static Map<String, Set<String>> aboveByFold(TestLedger test, long known, LocalDate on) {
        Map<String, Set<String>> above = new TreeMap<>();
        for (int i = 0; i < ORGANISATIONS; i++) {
            above.put("org-" + i, new HashSet<>());
        }
        for (Life life : test.lives()) {
            Set<String> superiors = above.computeIfAbsent(life.record(), r -> new HashSet<>());
            organisation(test.timeline(life)).knownAt(known).on(on).ifPresent(state -> {
                Facts facts = OrganisationView.VIEW.factsOf(state, List.of());
                Stream.of(OrganisationView.PARTY_SUPERIOR, OrganisationView.COMMAND_SUPERIOR)
                        .flatMap(fact -> facts.get(fact).stream())
                        .forEach(superior -> superiors.add((String) superior));
            });
        }
        return above;
    }

    @SuppressWarnings("unchecked")
    private static Timeline<?, OrganisationState> organisation(Timeline<?, ?> timeline) {
        return (Timeline<?, OrganisationState>) timeline;
    }

    private static Set<String> reachable(
            String from, Collection<String> all, BiPredicate<String, String> next) {
        Set<String> reached = new HashSet<>(Set.of(from));
        boolean more = true;
        while (more) {
            more = false;
            for (String there : List.copyOf(reached)) {
                for (String one : all) {
                    more |= next.test(there, one) && reached.add(one);
                }
            }
        }
        return reached;
    }
}
