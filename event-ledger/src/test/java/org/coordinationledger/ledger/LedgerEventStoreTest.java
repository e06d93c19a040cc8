package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
class LedgerEventStoreTest {

    private static final int NEVER = 3_600_000;

    private final TestServer server;
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestDatabase database;
    private LedgerEventStore events;

    LedgerEventStoreTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.freshDatabase();
        events = openEventStore();
    }

    /** A store that would notice nothing in an hour if it were not woken. */
    private LedgerEventStore openEventStore() {
        LedgerStore store = LedgerStore.builder(database.client(), database.name()).build();
        Serializer serializer = Jackson3Serializer.builder().build();
        LedgerStorageEngine engine = LedgerStorageEngine.builder(store)
                .eventSerializer(serializer).snapshotSerializer(serializer).build();
        LedgerEventStore eventStore = new LedgerEventStore(EmbeddedEventStore.builder().fetchDelay(NEVER), engine);
        open.add(() -> {
            eventStore.shutDown();
            store.close();
        });
        return eventStore;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        database.close();
    }

    private static UnitOfWork<EventMessage<?>> start() {
        return DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("work"));
    }

    private List<Long> readToEnd(String aggregate) {
        return events.readEvents(aggregate).asStream().<Long>map(DomainEventMessage::getSequenceNumber).toList();
    }

    /** Publishes in another thread, so outside of the current unit of work. */
    private void publishElsewhere(LedgerEventStore where, EventMessage<?>... messages) throws Exception {
        try (Writers writers = new Writers()) {
            assertThat(Writers.outcome(writers.start(() -> {
                where.publish(messages);
                return "published";
            }))).isEqualTo("published");
        }
    }

    @Test
    void all_events_of_a_unit_of_work_are_one_commit() {
        UnitOfWork<?> work = start();
        events.publish(createEvent("a", 0));
        events.publish(createEvent("b", 0), createEvent("a", 1));
        List<Commit> before = LedgerEventStore.recordedBy(work);
        List<Commit> recorded = new ArrayList<>();
        work.afterCommit(u -> recorded.addAll(LedgerEventStore.recordedBy(u)));
        work.commit();

        assertThat(before).isEmpty();
        assertThat(recorded).hasSize(1);
        assertThat(recorded.get(0).entries()).extracting(Entry::streamId).containsExactly("a", "b", "a");
        assertThat(readToEnd("a")).containsExactly(0L, 1L);
    }

    @Test
    void a_unit_of_work_is_refused_when_a_stream_it_read_to_its_end_has_moved() throws Exception {
        events.publish(createEvent("read", 0));
        UnitOfWork<?> work = start();
        assertThat(readToEnd("read")).containsExactly(0L);
        publishElsewhere(events, createEvent("read", 1));
        events.publish(createEvent("written", 0));

        assertThatThrownBy(work::commit).isInstanceOf(ConcurrencyException.class);
        assertThat(readToEnd("written")).isEmpty();
    }

    @Test
    void a_unit_of_work_is_refused_when_a_stream_it_found_empty_has_begun_in_another_process() throws Exception {
        UnitOfWork<?> work = start();
        assertThat(readToEnd("read")).isEmpty();
        publishElsewhere(openEventStore(), createEvent("read", 0));
        events.publish(createEvent("written", 0));

        assertThatThrownBy(work::commit).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_unit_of_work_that_read_only_the_beginning_of_a_stream_may_go_on_when_it_moves() throws Exception {
        events.publish(createEvent("read", 0), createEvent("read", 1));
        UnitOfWork<?> work = start();
        assertThat(events.readEvents("read").next().getSequenceNumber()).isZero();
        publishElsewhere(events, createEvent("read", 2));
        events.publish(createEvent("written", 0));
        work.commit();

        assertThat(readToEnd("written")).containsExactly(0L);
    }

    @Test
    void asking_for_the_last_sequence_counts_as_reading_to_the_end() throws Exception {
        UnitOfWork<?> work = start();
        assertThat(events.lastSequenceNumberFor("read")).isEmpty();
        publishElsewhere(events, createEvent("read", 0));
        events.publish(createEvent("written", 0));

        assertThatThrownBy(work::commit).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void a_stream_that_came_from_a_cache_can_be_noted() throws Exception {
        events.publish(createEvent("cached", 0), createEvent("cached", 1));
        UnitOfWork<?> stale = start();
        events.noteRead("cached", 0);
        events.publish(createEvent("written", 0));
        assertThatThrownBy(stale::commit).isInstanceOf(ConcurrencyException.class);

        UnitOfWork<?> fresh = start();
        events.noteRead("cached", 1);
        events.publish(createEvent("written", 0));
        fresh.commit();
        assertThat(readToEnd("written")).containsExactly(0L);
    }

    @Test
    void events_staged_by_the_unit_of_work_itself_do_not_count_as_read() {
        UnitOfWork<?> work = start();
        events.publish(createEvent("a", 0));
        assertThat(readToEnd("a")).containsExactly(0L);
        events.publish(createEvent("a", 1));
        work.commit();

        assertThat(readToEnd("a")).containsExactly(0L, 1L);
    }

    @Test
    void events_published_while_a_unit_of_work_commits_follow_in_a_commit_of_their_own() {
        List<Commit> recorded = new ArrayList<>();
        UnitOfWork<?> work = start();
        readToEnd("a");
        work.afterCommit(u -> recorded.addAll(LedgerEventStore.recordedBy(u)));
        var registration = events.subscribe(messages -> {
            if (messages.size() == 1) {
                events.publish(createEvent("a", 1), createEvent("b", 0));
            }
        });
        events.publish(createEvent("a", 0));
        work.commit();
        registration.cancel();

        assertThat(recorded).hasSize(2);
        assertThat(readToEnd("a")).containsExactly(0L, 1L);
    }

    @Test
    void a_written_stream_that_moved_is_told_as_axon_tells_it() {
        events.publish(createEvent("a", 0), createEvent("a", 1));

        assertThatThrownBy(() -> events.publish(createEvent("a", 0))).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> events.publish(createEvent("a", 1))).isInstanceOf(ConcurrencyException.class)
                .hasCauseInstanceOf(StreamMovedException.class);
    }

    @Test
    void requests_are_found_again_and_metadata_values_must_be_strings() {
        events.publish(createEvent("a", 0).andMetaData(MetaData.with("actor", "A-1").and("requestKey", "k")));

        assertThat(events.ledger().commitByRequest("A-1", "k")).get().extracting(Commit::first).isEqualTo(0L);
        assertThatThrownBy(() -> events.publish(createEvent("b", 0).andMetaData(MetaData.with("number", 1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("number");
    }

    @Test
    void readers_are_woken_by_their_own_process() throws Exception {
        assertThatReaderIsWokenBy(events);
    }

    @Test
    void readers_are_woken_by_another_store_on_a_server_with_change_streams() throws Exception {
        LedgerEventStore other = openEventStore();
        if (server.isEmbedded()) {
            // declared difference: no change streams, so nothing wakes the reader but its own polling
            assertThat(events.ledger().awaitBell(0)).isFalse();
            return;
        }
        assertThat(events.ledger().awaitBell(30)).isTrue();
        assertThatReaderIsWokenBy(other);
    }

    private void assertThatReaderIsWokenBy(LedgerEventStore writer) throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(null)) {
            publishElsewhere(writer, createEvent("a", 0));
            assertThat(stream.nextAvailable().trackingToken().position()).hasValue(0);
            // the stream has reached the end and now waits for the store's own producer
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            for (int i = 1; i < 20; i++) {
                publishElsewhere(writer, createEvent("a", i));
                assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).as("event %d", i).isTrue();
                assertThat(stream.nextAvailable().trackingToken().position()).hasValue(i);
            }
        }
    }
}
