package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.AGGREGATE;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvents;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Axon's own engine tests on the ledger. Where the ledger means something else than Axon's tests, the test is written
 * anew here with the reason beside it:
 *
 * <ul>
 *   <li>an event's time is the time its commit was recorded, so tokens at a time are tested with commits recorded at
 *       those times, not with times that the events bring along;
 *   <li>a stream starts at sequence 0 and has no gap, so the tests of the first and the last token, whose streams start
 *       at 1 and 2, are tested with a stream that starts at 0;
 *   <li>a snapshot ahead of the ledger is not kept, so snapshots are tested on streams that have the events;
 *   <li>a commit has at most 64 events, so batches are smaller than 64 less Axon's surplus of 10.
 * </ul>
 */
@ParameterizedClass
@MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
class AxonEngineConformanceTest extends BatchingEventStorageEngineTest<LedgerStorageEngine, LedgerStorageEngine.Builder> {

    private static final Instant START = Instant.parse("2007-12-03T10:15:30Z");

    private final TestServer server;
    private final Serializer serializer = Jackson3Serializer.builder().build();
    private SettableClock clock;
    private TestDatabase database;
    private LedgerStore store;
    private LedgerStorageEngine engine;

    AxonEngineConformanceTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.freshDatabase();
        clock = new SettableClock(START);
        store = LedgerStore.builder(database.client(), database.name()).clock(clock).build();
        engine = createEngine();
        setTestSubject(engine);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Override
    protected LedgerStorageEngine createEngine(UnaryOperator<LedgerStorageEngine.Builder> customization) {
        return customization.apply(LedgerStorageEngine.builder(store)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(50)).build();
    }

    /** Three commits, 10 seconds apart. */
    private List<EventMessage<?>> recordThreeCommits() {
        List<EventMessage<?>> events = new ArrayList<>(createEvents(3));
        for (EventMessage<?> event : events) {
            engine.appendEvents(event);
            clock.advance(Duration.ofSeconds(10));
        }
        return events;
    }

    private List<EventMessage<?>> readAt(Instant instant) {
        List<EventMessage<?>> read = new ArrayList<>();
        engine.readEvents(engine.createTokenAt(instant), false).forEach(read::add);
        return read;
    }

    @Override
    @Test
    public void createTailToken() {
        List<EventMessage<?>> events = recordThreeCommits();

        assertEventStreamsById(events, engine.readEvents(engine.createTailToken(), false).collect(Collectors.toList()));
    }

    @Override
    @Test
    public void createHeadToken() {
        recordThreeCommits();

        assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
        EventMessage<?> next = createEvent("other", 0);
        GlobalSequenceTrackingToken head = engine.createHeadToken();
        engine.appendEvents(next);
        assertEventStreamsById(List.of(next), engine.readEvents(head, false).collect(Collectors.toList()));
    }

    @Override
    @Test
    public void createTokenAt() {
        List<EventMessage<?>> events = recordThreeCommits();

        assertEventStreamsById(events.subList(1, 3), readAt(START.plusSeconds(5)));
    }

    @Override
    @Test
    public void createTokenAtExactTime() {
        List<EventMessage<?>> events = recordThreeCommits();

        assertEventStreamsById(events.subList(1, 3), readAt(START.plusSeconds(10)));
    }

    /** Recorded times are never unordered: a clock that goes back repeats the last time. */
    @Override
    @Test
    public void createTokenWithUnorderedEvents() {
        List<EventMessage<?>> events = new ArrayList<>(createEvents(4));
        engine.appendEvents(events.get(0));
        clock.advance(Duration.ofSeconds(10));
        engine.appendEvents(events.get(1));
        clock.advance(Duration.ofSeconds(-7));
        engine.appendEvents(events.get(2));
        clock.advance(Duration.ofSeconds(17));
        engine.appendEvents(events.get(3));

        assertEventStreamsById(events.subList(1, 4), readAt(START.plusSeconds(5)));
        assertEventStreamsById(events.subList(3, 4), readAt(START.plusSeconds(11)));
    }

    @Override
    @Test
    public void createTokenAtTimeAfterLastEvent() {
        recordThreeCommits();

        assertThat(readAt(START.plusSeconds(100))).isEmpty();
    }

    @Override
    @Test
    public void createTokenAtTimeBeforeFirstEvent() {
        assertEventStreamsById(recordThreeCommits(), readAt(START.minusSeconds(100)));
    }

    @Override
    @Test
    public void storeAndLoadSnapshot() {
        engine.appendEvents(createEvents(4));
        super.storeAndLoadSnapshot();
    }

    @Override
    @Test
    public void snapshotFilterAllowsSnapshots() {
        engine.appendEvents(createEvents(2));
        super.snapshotFilterAllowsSnapshots();
    }

    /** With the events there, so that it is the filter that rejects. */
    @Override
    @Test
    public void snapshotFilterRejectsSnapshots() {
        engine.appendEvents(createEvents(2));
        super.snapshotFilterRejectsSnapshots();
    }

    /** With the events there, so that it is the filter that rejects. */
    @Override
    @Test
    public void snapshotFilterRejectsSnapshotsOnCombinedFilter() {
        engine.appendEvents(createEvents(2));
        super.snapshotFilterRejectsSnapshotsOnCombinedFilter();
    }

    @Test
    void a_snapshot_ahead_of_the_ledger_is_not_kept() {
        engine.storeSnapshot(createEvent(1));
        engine.appendEvents(createEvents(2));

        assertThat(engine.readSnapshot(AGGREGATE)).isEmpty();
    }

    @Test
    void a_snapshot_of_another_history_is_not_used_and_is_replaced() {
        engine.appendEvents(createEvents(4));
        engine.storeSnapshot(createEvent(3));
        database.client().getDatabase(database.name()).getCollection("ledger").drop();
        store.close();
        store = LedgerStore.builder(database.client(), database.name()).build();
        engine = createEngine(builder -> builder.snapshotFilter(SnapshotFilter.allowAll()));
        engine.appendEvents(createEvents(4));

        assertThat(engine.readSnapshot(AGGREGATE)).isEmpty();
        engine.storeSnapshot(createEvent(2));
        assertThat(engine.readSnapshot(AGGREGATE)).get().extracting(DomainEventMessage::getSequenceNumber).isEqualTo(2L);
    }

    @Test
    void every_event_of_a_commit_has_a_token_from_which_reading_goes_on() {
        List<EventMessage<?>> events = new ArrayList<>(createEvents(5));
        engine.appendEvents(createEvent("other", 0));
        engine.appendEvents(events);

        List<GlobalSequenceTrackingToken> tokens = new ArrayList<>();
        engine.readEvents(null, false).forEach(event -> tokens.add((GlobalSequenceTrackingToken) event.trackingToken()));
        assertThat(tokens).extracting(GlobalSequenceTrackingToken::getGlobalIndex).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        for (int offset = 0; offset <= 5; offset++) {
            List<EventMessage<?>> rest = new ArrayList<>();
            engine.readEvents(tokens.get(offset), false).forEach(rest::add);
            assertEventStreamsById(events.subList(offset, 5), rest);
        }
    }

    @Test
    void a_token_ahead_of_the_ledger_is_refused() {
        engine.appendEvents(createEvents(2));

        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(1), false)).isEmpty();
        assertThatThrownBy(() -> engine.readEvents(new GlobalSequenceTrackingToken(2), false).count())
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("another ledger");
    }

    @Test
    void the_last_sequence_of_a_stream_is_told_without_reading_it() {
        for (int commit = 0; commit < 9; commit++) {
            List<EventMessage<?>> events = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                events.add(createEvent(AGGREGATE, commit * 64L + i));
            }
            engine.appendEvents(events);
        }

        assertThat(engine.lastSequenceNumberFor(AGGREGATE)).contains(575L);
        assertThat(engine.lastSequenceNumberFor("nothing")).isEmpty();
    }

    @Test
    void a_serializer_that_does_not_write_json_is_refused() {
        assertThatThrownBy(() -> createEngine(builder -> builder.eventSerializer(mock(Serializer.class))))
                .isInstanceOf(AxonConfigurationException.class);
    }
}
