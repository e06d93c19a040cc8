package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.ledger.TestEvents.event;
import static org.coordinationledger.ledger.TestEvents.events;
import static org.coordinationledger.ledger.TestEvents.read;
import static org.coordinationledger.ledger.TestEvents.requested;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
class LedgerConformanceTest {

    private final TestServer server;
    private TestDatabase database;
    private LedgerStore store;

    LedgerConformanceTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.freshDatabase();
        store = LedgerStore.builder(database.client(), database.name()).build();
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void an_empty_ledger_has_no_tail() {
        assertThat(store.tail()).isEqualTo(-1);
        assertThat(store.entriesFrom(0, 10)).isEmpty();
        assertThat(store.entriesOf("a", 0, 10)).isEmpty();
        assertThat(store.entry(0)).isEmpty();
    }

    @Test
    void a_commit_is_read_back_by_position_and_by_stream() {
        Commit first = store.append(events("a", 0, 2), new ReadSet());
        Commit second = store.append(List.of(event("b", 0), event("a", 2)), new ReadSet());

        assertThat(first.first()).isZero();
        assertThat(second.first()).isEqualTo(2);
        assertThat(second.last()).isEqualTo(3);
        assertThat(store.tail()).isEqualTo(3);
        assertThat(store.entriesFrom(0, 10)).extracting(Entry::position).containsExactly(0L, 1L, 2L, 3L);
        assertThat(store.entriesOf("a", 0, 10)).extracting(Entry::sequence).containsExactly(0L, 1L, 2L);
        assertThat(store.entriesOf("a", 0, 10)).extracting(Entry::prev).containsExactly(null, 0L, 1L);
        assertThat(store.entriesOf("a", 1, 1)).extracting(Entry::position).containsExactly(1L);
        assertThat(store.entriesFrom(0, 10)).containsExactlyElementsOf(
                IntStream.range(0, 2).boxed().flatMap(i -> List.of(first, second).get(i).entries().stream()).toList());
    }

    @Test
    void a_stream_whose_id_begins_like_another_is_read_alone() {
        store.append(List.of(event("a", 0), event("ab", 0), event("a:", 0), event("a1", 0)), new ReadSet());

        assertThat(store.entriesOf("a", 0, 100)).extracting(Entry::streamId).containsExactly("a");
    }

    @Test
    void reading_from_any_position_inside_a_commit_goes_on_right_there() {
        store.append(events("a", 0, 1), new ReadSet());
        store.append(events("b", 0, 5), new ReadSet());
        store.append(events("c", 0, 2), new ReadSet());

        for (long from = 0; from <= 8; from++) {
            for (int limit = 1; limit <= 9; limit++) {
                assertThat(store.entriesFrom(from, limit)).extracting(Entry::position)
                        .containsExactlyElementsOf(LongStream.range(from, Math.min(8, from + limit)).boxed().toList());
            }
        }
    }

    @Test
    void only_the_commit_whose_stream_moved_fails() {
        store.append(events("a", 0, 3), new ReadSet());

        assertThatThrownBy(() -> store.append(List.of(event("b", 0), event("a", 2)), new ReadSet()))
                .isInstanceOfSatisfying(StreamMovedException.class, e -> {
                    assertThat(e.streamId()).isEqualTo("a");
                    assertThat(e.sequence()).isEqualTo(2);
                    assertThat(e.written()).isTrue();
                });
        assertThat(store.entriesOf("b", 0, 10)).isEmpty();
        assertThat(store.append(events("b", 0, 1), new ReadSet()).first()).isEqualTo(3);
    }

    @Test
    void a_sequence_that_leaves_a_gap_is_refused() {
        store.append(events("a", 0, 1), new ReadSet());

        assertThatThrownBy(() -> store.append(events("a", 2, 1), new ReadSet())).isInstanceOf(EventStoreException.class);
        assertThatThrownBy(() -> store.append(List.of(event("b", 0), event("b", 2)), new ReadSet()))
                .isInstanceOf(EventStoreException.class);
    }

    @Test
    void a_repeated_request_is_answered_with_the_first_commit() {
        Commit first = store.append(requested("a", 0, "actor", "key", "digest"), new ReadSet());

        assertThatThrownBy(() -> store.append(requested("a", 0, "actor", "key", "digest"), new ReadSet()))
                .isInstanceOfSatisfying(DuplicateRequestException.class, e -> assertThat(e.first()).isEqualTo(first));
        assertThatThrownBy(() -> store.append(requested("b", 0, "actor", "key", "other"), new ReadSet()))
                .isInstanceOfSatisfying(DuplicateRequestException.class,
                        e -> assertThat(e.first().commandDigest()).isEqualTo("digest"));
        assertThat(store.append(requested("c", 0, "another", "key", "digest"), new ReadSet()).first()).isEqualTo(1);
        assertThat(store.commitByRequest("actor", "key")).contains(first);
        assertThat(store.commitByRequest("nobody", "key")).isEmpty();
    }

    @Test
    void a_commit_is_refused_when_a_stream_it_read_has_moved() {
        store.append(events("read", 0, 2), new ReadSet());

        assertThatThrownBy(() -> store.append(events("a", 0, 1), read("read", 0)))
                .isInstanceOfSatisfying(StreamMovedException.class, e -> {
                    assertThat(e.streamId()).isEqualTo("read");
                    assertThat(e.written()).isFalse();
                });
        assertThat(store.append(events("a", 0, 1), read("read", 1)).first()).isEqualTo(2);
        assertThat(store.append(events("b", 0, 1), read("empty", -1)).first()).isEqualTo(3);
    }

    @Test
    void commits_of_many_writers_get_dense_positions_and_sequences() throws Exception {
        int writers = 16;
        int commits = 25;
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            String stream = "stream" + w;
            threads.add(new Thread(() -> {
                try {
                    for (int c = 0; c < commits; c++) {
                        store.append(events(stream, 3L * c, 3), read(stream, 3L * c - 1));
                    }
                } catch (RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThatLedgerIsWhole(store, writers * commits * 3);
    }

    /** Positions dense, sequences without gaps, prev right, recorded times not decreasing, index fields as the entries. */
    static void assertThatLedgerIsWhole(LedgerStore store, int entries) {
        assertThat(store.tail()).isEqualTo(entries - 1);
        Map<String, Entry> last = new HashMap<>();
        Entry previous = null;
        long position = 0;
        while (position < entries) {
            for (Entry entry : store.entriesFrom(position, 1_000)) {
                assertThat(entry.position()).isEqualTo(position++);
                Entry before = last.put(entry.streamId(), entry);
                assertThat(entry.sequence()).isEqualTo(before == null ? 0 : before.sequence() + 1);
                assertThat(entry.prev()).isEqualTo(before == null ? null : before.position());
                assertThat(entry.logId()).isEqualTo(store.logId());
                if (previous != null) {
                    assertThat(entry.recordedAt()).isAfterOrEqualTo(previous.recordedAt());
                    boolean sameCommit = previous.position() + 1 < previous.commitFirst() + previous.commitCount();
                    assertThat(entry.commitFirst()).isEqualTo(sameCommit ? previous.commitFirst() : entry.position());
                }
                previous = entry;
            }
        }
    }
}
