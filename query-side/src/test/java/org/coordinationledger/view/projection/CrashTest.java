package org.coordinationledger.view.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.view.lives.Lives;
import org.coordinationledger.view.lives.TestLedger;
import org.coordinationledger.view.reading.Progress;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.span.Span;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.step.StepChanges;
import org.coordinationledger.view.store.SpanWriter;
import org.coordinationledger.view.store.StoredSteps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The process is killed between any two writes of a batch, or right after one, again and again. */
class CrashTest {

    /** Where the next write fails: after a part of it, in no order, or after all of it. */
    private static final class Killer implements SpanWriter {
        private final SpanWriter writer;
        private final Random random;
        private int left;
        int killed;

        Killer(SpanWriter writer, Random random) {
            this.writer = writer;
            this.random = random;
            this.left = random.nextInt(6);
        }

        @Override
        public void write(List<Span> inserts, List<Span> closes) {
            at(() -> writer.write(inserts, closes), () -> writer.write(some(inserts), some(closes)));
        }

        @Override
        public void write(StepChanges changes) {
            at(() -> writer.write(changes), () -> {});
        }

        @Override
        public void reached(int segment, long position) {
            at(() -> writer.reached(segment, position), () -> {});
        }

        private List<Span> some(List<Span> spans) {
            return spans.stream().filter(span -> random.nextBoolean()).toList();
        }

        private void at(Runnable write, Runnable part) {
            boolean dies = left-- == 0;
            boolean afterwards = random.nextBoolean();
            if (!dies || afterwards) {
                write.run();
            } else {
                part.run();
            }
            if (dies) {
                killed++;
                left = random.nextInt(6);
                throw new IllegalStateException("killed");
            }
        }
    }

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_crash_between_insert_close_and_token_leaves_every_reader_and_the_redo_right(TestServer server) {
        try (TestLedger test = new TestLedger(server)) {
            test.record(new Lives(20, 3).several(4, 14), new Random(20));
            Generations generations = TestViews.generations(test);
            Generation generation = generations.create(TestViews.VIEWS.shape(), 1);
            Random random = new Random(21);
            Killer killer = new Killer(generations.writer(generation), random);
            List<TrackedEventMessage<?>> events = events(test);
            SpanProjection projection = projection(test, generation, killer);
            int token = 0;
            while (token < events.size()) {
                int size = Math.min(1 + random.nextInt(7), events.size() - token);
                if (handle(projection, events.subList(token, token + size))) {
                    token += random.nextInt(8) == 0 ? 0 : size;
                } else {
                    TestViews.assertEqualToFold(
                            test, TestViews.spans(test, generation), generations.watermark(generation));
                    boolean restarted = random.nextBoolean();
                    projection = restarted ? projection(test, generation, killer) : projection;
                }
            }
            assertThat(killer.killed).isGreaterThan(5);
            assertThat(generations.watermark(generation)).isEqualTo(test.ledger.tail());
            TestViews.assertEqualToFold(test, TestViews.spans(test, generation), test.ledger.tail());

            Generation anew = generations.create(TestViews.VIEWS.shape(), 1);
            TestViews.build(test, generations).upTo(test.ledger.tail(), anew, told -> {});
            assertThat(TestViews.spans(test, generation)).isEqualTo(TestViews.spans(test, anew));
            assertThat(StoredSteps.of(generations, generation))
                    .isNotEmpty()
                    .isEqualTo(StoredSteps.of(generations, anew));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void an_event_that_follows_a_gap_is_refused(TestServer server) {
        try (TestLedger test = new TestLedger(server)) {
            test.record(new Lives(22, 3).several(0, 8), new Random(22));
            Generations generations = TestViews.generations(test);
            Generation generation = generations.create(TestViews.VIEWS.shape(), 1);
            SpanProjection projection = projection(test, generation, generations.writer(generation));

            assertThat(handle(projection, events(test).subList(1, 3))).isFalse();
            assertThat(projection.failure()).isPresent();
            assertThat(generations.watermark(generation)).isEqualTo(-1);
            assertThat(handle(projection, events(test).subList(0, 3))).isTrue();
            assertThat(projection.failure()).isEmpty();
        }
    }

    private static SpanProjection projection(TestLedger test, Generation generation, SpanWriter writer) {
        Generations generations = TestViews.generations(test);
        return new SpanProjection(
                TestViews.VIEWS,
                new RecordStreams(test.ledger),
                writer,
                segment -> generations.watermark(generation, segment),
                new Progress(),
                3);
    }

    private static List<TrackedEventMessage<?>> events(TestLedger test) {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        long tail = test.ledger.tail();
        try (var stream = test.events.openStream(null)) {
            while (events.size() <= tail) {
                events.add(stream.nextAvailable());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(events.get(0).trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        return events;
    }

    /** Handles a batch as the processor does; a batch that failed is rolled back. */
    private static boolean handle(SpanProjection projection, List<TrackedEventMessage<?>> batch) {
        BatchingUnitOfWork<TrackedEventMessage<?>> unitOfWork = new BatchingUnitOfWork<>(batch);
        ResultMessage<?> result = unitOfWork.executeWithResult(() -> {
            projection.handle(unitOfWork.getMessage(), Segment.ROOT_SEGMENT);
            return null;
        });
        return !result.isExceptional();
    }
}
