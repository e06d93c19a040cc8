package org.coordinationledger.view.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.member.view.MemberView;
import org.coordinationledger.view.lives.Life;
import org.coordinationledger.view.lives.Lives;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ViewDriftTest {

    /** Views that are read, and what they hold of members and of steps. */
    private record Stored(TestLedger test, Generation live, MongoCollection<Document> spans, MongoCollection<Document> steps) {

        static Stored of(TestLedger test) {
            Generation live = TestViews.generations(test).live().orElseThrow();
            return new Stored(
                    test, live, test.database().getCollection(live.collection(MemberView.VIEW.type().name())),
                    test.database().getCollection(live.steps()));
        }

        /** Some span that another has not superseded. */
        Document span() {
            return Objects.requireNonNull(spans.find(eq("recTo", Long.MAX_VALUE)).first());
        }

        Document step() {
            return Objects.requireNonNull(steps.find(eq("kind", MemberView.VIEW.type().name())).first());
        }
    }

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    static Stream<Arguments> tamperings() {
        return MongoServers.stores().flatMap(server -> Stream.of(
                tampering(server, "a fact of a span", s -> set(s.spans, s.span(), "facts.organisation", "org-9"),
                        "differs from the ledger in the field facts.organisation"),
                tampering(server, "where a span was superseded", s -> set(s.spans, s.span(), "recTo", s.span().getLong("recFrom") + 1),
                        "differs from the ledger in the field recTo"),
                tampering(server, "the days of a span", s -> set(s.spans, s.span(), "effTo", "2015-01-02"),
                        "differs from the ledger in the field effTo"),
                tampering(server, "the words by which a span is found", s -> set(s.spans, s.span(), "words", List.of("khac")),
                        "differs from the ledger in the field words"),
                tampering(server, "a span that is gone", s -> s.spans.deleteOne(eq("_id", s.span().get("_id"))),
                        "lack what the ledger says of record"),
                tampering(server, "a span too many", s -> {
                    Document more = s.span();
                    s.spans.insertOne(more.append("_id", more.getString("record") + "@0@1999-01-01")
                            .append("recFrom", 0L).append("effFrom", "1999-01-01"));
                }, "from 1999-01-01 on that the ledger does not say"),
                tampering(server, "a span of a record that never was", s -> s.spans.insertOne(
                                s.span().append("_id", "nobody@3@2015-01-01").append("record", "nobody").append("recFrom", 3L)),
                        "hold record nobody, which the ledger does not have"),
                tampering(server, "a span without its position", s -> s.spans.updateOne(
                                eq("_id", s.span().get("_id")), Updates.unset("recFrom")),
                        "cannot be read"),
                tampering(server, "who recorded a step", s -> set(s.steps, s.step(), "actor", "somebody-else"),
                        "differs from the ledger in the field actor"),
                tampering(server, "whom a step names", s -> set(s.steps, s.step(), "named", List.of("org-9")),
                        "differs from the ledger in the field named"),
                tampering(server, "whom a step names since a day to come", s -> {
                    set(s.steps, s.step(), "namedAt", 1_000_000L);
                    set(s.steps, s.step(), "named", List.of("org-9"));
                }, "differs from the ledger in the field named"),
                tampering(server, "something found about a step", s -> set(s.steps, s.step(), "findings", List.of(
                                new Document("code", "MADE_UP").append("from", 0L).append("to", Long.MAX_VALUE))),
                        "differs from the ledger in the field findings"),
                tampering(server, "a step that is gone", s -> s.steps.deleteOne(eq("_id", s.step().get("_id"))),
                        "the list of steps lacks the one of record"),
                tampering(server, "a step that another record took", s -> set(s.steps, s.step(), "record", "nobody"),
                        "the list of steps holds one of record nobody there that the ledger does not have")));
    }

    private static void set(MongoCollection<Document> in, Document what, String field, Object value) {
        in.updateOne(eq("_id", what.get("_id")), Updates.set(field, value));
    }

    private static Arguments tampering(TestServer server, String what, Consumer<Stored> how, String words) {
        return Arguments.of(server, what, how, words);
    }

    private static void build(TestLedger test, long seed) {
        test.record(new Lives(seed, 3).several(7, 14), new Random(seed));
        Generations generations = TestViews.generations(test);
        Generation live = generations.create(TestViews.VIEWS.shape(), 2);
        TestViews.build(test, generations).upTo(test.ledger.tail(), live, told -> {});
        generations.swap(null, live);
    }

    private static ViewDrift drift(TestLedger test) {
        return ViewDrift.ofLive(TestViews.VIEWS, test.ledger, TestViews.generations(test)).orElseThrow();
    }

    private static Optional<LedgerFault> verified(ViewDrift drift, int things) {
        int steps = 0;
        while (drift.step(things)) {
            assertThat(steps++).as("steps").isLessThan(100_000);
        }
        return drift.fault();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tamperings")
    void views_that_somebody_changed_are_named_with_record_and_field(
            TestServer server, String what, Consumer<Stored> how, String words) {
        try (TestLedger test = new TestLedger(server)) {
            build(test, 50);
            assertThat(verified(drift(test), 100)).isEmpty();

            how.accept(Stored.of(test));

            LedgerFault fault = verified(drift(test), 100).orElseThrow();
            assertThat(fault.reason()).contains(words);
            assertThat(fault.position()).isBetween(0L, test.ledger.tail());
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void views_that_were_carried_on_in_small_batches_while_they_were_verified_have_no_fault(TestServer server)
            throws InterruptedException {
        try (TestLedger test = new TestLedger(server)) {
            Progress progress = new Progress();
            test.record(new Lives(51, 3).several(4, 12), new Random(51));
            try (Views views = TestViews.views(test, progress, TestViews.settings(2))) {
                views.start();
                TestViews.awaitTail(test, progress);
                ViewDrift begunBefore = drift(test);
                assertThat(begunBefore.size()).isEqualTo(test.ledger.tail() + 1);

                test.record(new Lives(51, 3).several(9, 20).subList(7, 12), new Random(52));
                TestViews.awaitTail(test, progress);

                assertThat(verified(begunBefore, 5)).isEmpty();
                assertThat(begunBefore.verified()).isEqualTo(begunBefore.size()).isLessThan(test.ledger.tail() + 1);
                assertThat(verified(drift(test), 1_000)).isEmpty();
            }
        }
    }

    /** Of the same records further steps were recorded since, by which what is stored names others and is superseded. */
    @ParameterizedTest
    @MethodSource("stores")
    void what_was_recorded_about_the_same_records_since_is_no_fault(TestServer server) throws InterruptedException {
        for (long seed = 60; seed < 64; seed++) {
            try (TestLedger test = new TestLedger(server)) {
                Progress progress = new Progress();
                List<Life> lives = new Lives(seed, 3).several(6, 30);
                lives.forEach(life -> test.recordAtOnce(life, life.deeds().subList(0, 1)));
                try (Views views = TestViews.views(test, progress, TestViews.settings(1))) {
                    views.start();
                    TestViews.awaitTail(test, progress);
                    ViewDrift early = drift(test);

                    lives.forEach(life -> life.deeds().stream().skip(1)
                            .forEach(deed -> test.recordAtOnce(life, List.of(deed))));
                    TestViews.awaitTail(test, progress);

                    assertThat(verified(early, 3)).isEmpty();
                    assertThat(verified(drift(test), 50)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void views_that_took_the_place_of_others_meanwhile_are_verified_instead(TestServer server) {
        try (TestLedger test = new TestLedger(server)) {
            build(test, 53);
            ViewDrift drift = drift(test);
            drift.step(7);
            Stored old = Stored.of(test);
            Generations generations = TestViews.generations(test);
            Generation next = generations.create(TestViews.VIEWS.shape(), 1);
            TestViews.build(test, generations).upTo(test.ledger.tail(), next, told -> {});
            generations.swap(old.live, next);
            old.spans.deleteMany(exists("_id"));
            assertThat(verified(drift, 7)).isEmpty();

            ViewDrift again = drift(test);
            again.step(7);
            set(Stored.of(test).spans, Stored.of(test).span(), "effTo", "2015-01-02");
            assertThat(verified(again, 7)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void where_no_views_are_read_or_others_have_built_them_there_is_nothing_to_verify(TestServer server) {
        try (TestLedger test = new TestLedger(server)) {
            Generations generations = TestViews.generations(test);
            assertThat(ViewDrift.ofLive(TestViews.VIEWS, test.ledger, generations)).isEmpty();
            generations.swap(null, generations.create("another shape", 1));
            assertThat(ViewDrift.ofLive(TestViews.VIEWS, test.ledger, generations)).isEmpty();
        }
    }
}
