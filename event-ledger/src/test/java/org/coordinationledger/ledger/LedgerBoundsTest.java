package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.ledger.LedgerConformanceTest.assertThatLedgerIsWhole;
import static org.coordinationledger.ledger.TestEvents.event;
import static org.coordinationledger.ledger.TestEvents.events;
import static org.coordinationledger.ledger.TestEvents.read;
import static org.coordinationledger.ledger.TestEvents.requested;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
class LedgerBoundsTest {

    private final TestServer server;
    private final InsertFaults faults = new InsertFaults();
    private final Writers writers = new Writers();
    private TestDatabase database;
    private LedgerStore store;

    LedgerBoundsTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.freshDatabase();
        store = LedgerStore.builder(database.client(), database.name())
                .queue(2, Duration.ofMillis(200)).faults(faults::around).build();
    }

    @AfterEach
    void close() {
        writers.close();
        store.close();
        database.close();
    }

    private static NewEvent sized(String streamId, int entryBytes, String logId) {
        int others = EntryFormat.utf8Length(EntryFormat.tail(event(streamId, 0, "\"\"", Map.of())))
                + EntryFormat.greatestHead(logId);
        return event(streamId, 0, "\"" + "x".repeat(entryBytes - others) + "\"", Map.of());
    }

    @Test
    void an_entry_has_at_most_65535_bytes() {
        Commit largest = store.append(List.of(sized("a", 65_535, store.logId())), new ReadSet());

        assertThat(store.entry(largest.first()).orElseThrow().bytes().length).isLessThanOrEqualTo(65_535).isGreaterThan(65_400);
        assertThatThrownBy(() -> store.append(List.of(sized("b", 65_536, store.logId())), new ReadSet()))
                .isInstanceOf(EntryTooLargeException.class);
        assertThatThrownBy(() -> store.append(List.of(event("b", 0, "\"" + "ế".repeat(23_000) + "\"", Map.of())), new ReadSet()))
                .isInstanceOf(EntryTooLargeException.class);
        assertThat(store.tail()).isEqualTo(largest.last());
    }

    @Test
    void a_commit_has_at_most_64_entries_and_one_mebibyte() {
        assertThat(store.append(events("a", 0, 64), new ReadSet()).count()).isEqualTo(64);
        assertThatThrownBy(() -> store.append(events("b", 0, 65), new ReadSet())).isInstanceOf(CommitTooLargeException.class);

        List<NewEvent> sixteen = IntStream.range(0, 16).mapToObj(i -> sized("s" + i, 65_535, store.logId())).toList();
        assertThat(store.append(sixteen, new ReadSet()).count()).isEqualTo(16);
        List<NewEvent> seventeen = IntStream.range(0, 17).mapToObj(i -> sized("t" + i, 65_535, store.logId())).toList();
        assertThatThrownBy(() -> store.append(seventeen, new ReadSet())).isInstanceOf(CommitTooLargeException.class);
        assertThatLedgerIsWhole(store, 80);
    }

    @Test
    void large_batches_are_sent_in_parts() throws Exception {
        store.close();
        store = LedgerStore.builder(database.client(), database.name()).build();
        List<Future<Commit>> running = new ArrayList<>();
        for (int w = 0; w < 24; w++) {
            List<NewEvent> large = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                large.add(sized("w" + w + "s" + i, 65_000, store.logId()));
            }
            running.add(writers.start(() -> store.append(large, new ReadSet())));
        }

        assertThat(Writers.outcomes(running)).allMatch(outcome -> outcome instanceof Commit);
        assertThatLedgerIsWhole(store, 360);
    }

    @Test
    void the_same_key_twice_within_one_commit_is_refused_before_it_is_sent() {
        assertThatThrownBy(() -> store.append(List.of(event("a", 0), event("a", 0)), new ReadSet()))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.append(List.of(event("a", 0), event("b", 0), event("a", 0)), new ReadSet()))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(faults.inserts()).isEmpty();
    }

    @Test
    void what_cannot_be_stored_as_it_is_is_refused() {
        assertThatThrownBy(() -> event("a@b", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event("", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event("x".repeat(257), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event("a", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event("a", 10_000_000_000L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(List.of(event("a", 0, "\"\ud800\"", Map.of())), new ReadSet()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(List.of(event("a", 0, "{}", Map.of("actor", "a/b", "requestKey", "k"))), new ReadSet()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(List.of(event("a", 0, "{},\"metadata\":{}", Map.of())), new ReadSet()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.append(List.of(), new ReadSet())).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.tail()).isEqualTo(-1);
    }

    @Test
    void a_unit_of_work_reads_a_bounded_number_of_streams() {
        ReadSet reads = new ReadSet();
        IntStream.range(0, ReadSet.MAX_STREAMS).forEach(i -> reads.note("s" + i, -1, -1));

        assertThatThrownBy(() -> reads.note("one more", -1, -1)).isInstanceOf(IllegalStateException.class);
        assertThat(store.append(events("a", 0, 1), readMany()).first()).isZero();
    }

    private static ReadSet readMany() {
        ReadSet reads = read("b", -1);
        IntStream.range(0, 3_000).forEach(i -> reads.note("s" + i, -1, -1));
        return reads;
    }

    @Test
    void reads_are_bounded() {
        assertThatThrownBy(() -> store.entriesFrom(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.entriesFrom(0, 10_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.entriesOf("a", 0, 10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_cannot_wait_is_turned_away_at_once_and_what_waits_too_long_is_never_recorded() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        faults.thenWaitFor(reached, gate);
        Future<Commit> sent = writers.start(() -> store.append(events("sent", 0, 1), new ReadSet()));
        InsertFaults.await(reached);
        Future<Commit> waiting = writers.start(() -> store.append(events("waiting", 0, 1), new ReadSet()));
        Future<Commit> alsoWaiting = writers.start(() -> store.append(events("alsoWaiting", 0, 1), new ReadSet()));
        Future<Commit> another = writers.start(() -> store.append(events("another", 0, 1), new ReadSet()));

        assertThat(Writers.outcomes(List.of(waiting, alsoWaiting, another)))
                .allMatch(outcome -> outcome instanceof LedgerOverloadedException)
                .anyMatch(outcome -> ((Exception) outcome).getMessage().contains("too many commits"))
                .anyMatch(outcome -> ((Exception) outcome).getMessage().contains("waited longer"));
        gate.countDown();
        assertThat(Writers.outcome(sent)).isInstanceOf(Commit.class);
        assertThat(store.append(events("after", 0, 1), new ReadSet()).first()).isEqualTo(1);
        assertThatLedgerIsWhole(store, 2);
    }

    @Test
    void a_commit_that_was_sent_is_waited_for_longer_than_one_that_waits() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        faults.thenWaitFor(reached, gate);
        Future<Commit> sent = writers.start(() -> store.append(events("sent", 0, 1), new ReadSet()));
        InsertFaults.await(reached);
        Future<Commit> waiting = writers.start(() -> store.append(events("waiting", 0, 1), new ReadSet()));

        assertThat(Writers.outcome(waiting)).as("the longest wait is over").isInstanceOf(LedgerOverloadedException.class);
        assertThat(sent.isDone()).isFalse();
        gate.countDown();
        assertThat(Writers.outcome(sent)).isInstanceOf(Commit.class);
    }

    @Test
    void a_writer_is_told_that_an_outcome_stays_unknown_and_the_commit_is_recorded_when_the_database_takes_it() throws Exception {
        store.close();
        store = LedgerStore.builder(database.client(), database.name()).queue(10, Duration.ofSeconds(2))
                .settings(settings -> settings.withLongestUnknown(Duration.ofMillis(200))).faults(faults::around).build();
        AtomicBoolean diskFull = new AtomicBoolean(true);
        for (int i = 0; i < 1_000; i++) {
            faults.then((real, documents) -> {
                if (diskFull.get()) {
                    throw new MongoException(14031, "disk full");
                }
                real.insert(documents);
            });
        }
        List<NewEvent> asked = requested("a", 0, "actor", "key", "digest");
        Future<Commit> sent = writers.start(() -> store.append(asked, new ReadSet()));

        assertThat(Writers.outcome(sent)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(store.commitByRequest("actor", "key")).isEmpty();
        diskFull.set(false);
        assertThat(store.append(events("b", 0, 1), new ReadSet()).first()).as("after the one sent before").isEqualTo(1);
        assertThat(store.commitByRequest("actor", "key")).hasValueSatisfying(commit -> assertThat(commit.first()).isZero());
        assertThatLedgerIsWhole(store, 2);
    }

    @Test
    void a_closed_ledger_takes_nothing_more() {
        store.close();

        assertThatThrownBy(() -> store.append(events("a", 0, 1), new ReadSet())).isInstanceOf(LedgerOverloadedException.class);
    }
}
