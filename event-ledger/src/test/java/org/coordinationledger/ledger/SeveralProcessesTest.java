package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.ledger.LedgerConformanceTest.assertThatLedgerIsWhole;
import static org.coordinationledger.ledger.TestEvents.events;
import static org.coordinationledger.ledger.TestEvents.read;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Several stores on one database, as several processes have them. */
@ParameterizedClass
@MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
class SeveralProcessesTest {

    /** Processes that guess positions side by side are slow, the more so on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestServer server;
    private final Writers writers = new Writers();
    private final List<LedgerStore> stores = new ArrayList<>();
    private TestDatabase database;

    SeveralProcessesTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.freshDatabase();
    }

    @AfterEach
    void close() {
        writers.close();
        stores.forEach(LedgerStore::close);
        database.close();
    }

    private LedgerStore openStore(int recentStreams) {
        LedgerStore store = LedgerStore.builder(database.client(), database.name())
                .queue(1_000, PATIENCE)
                .settings(settings -> settings.withRecentStreams(recentStreams)).build();
        synchronized (stores) {
            stores.add(store);
        }
        return store;
    }

    @Test
    void processes_that_start_at_once_make_one_ledger() throws Exception {
        for (int round = 0; round < 3; round++) {
            try (TestDatabase empty = server.freshDatabase(); Writers starting = new Writers()) {
                assertThatStartingTogetherMakesOneLedger(empty, starting, 8);
            }
        }
    }

    private static void assertThatStartingTogetherMakesOneLedger(TestDatabase empty, Writers starting, int processes)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(processes);
        List<LedgerStore> started = Collections.synchronizedList(new ArrayList<>());
        List<Future<String>> ids = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            ids.add(starting.start(() -> {
                start.await(30, TimeUnit.SECONDS);
                LedgerStore store = LedgerStore.builder(empty.client(), empty.name()).queue(1_000, PATIENCE).build();
                started.add(store);
                store.append(events("own" + UUID.randomUUID(), 0, 1), new ReadSet());
                return store.logId();
            }));
        }

        List<Object> outcomes = Writers.outcomes(ids);
        assertThat(outcomes).allMatch(outcome -> outcome instanceof String).containsOnly(outcomes.get(0));
        assertThatLedgerIsWhole(started.get(0), processes);
        List<Document> indexes = empty.client().getDatabase(empty.name()).getCollection("ledger").listIndexes().into(new ArrayList<>());
        assertThat(indexes).filteredOn(index -> Boolean.TRUE.equals(index.get("unique"))).as("streams and request")
                .extracting(index -> index.get("key", Document.class).keySet().iterator().next()).contains("streams", "request");
        started.forEach(LedgerStore::close);
    }

    @Test
    void under_load_no_process_starves() throws Exception {
        List<LedgerStore> three = List.of(openStore(100), openStore(100), openStore(100));
        CountDownLatch enough = new CountDownLatch(3);
        List<Future<Integer>> running = new ArrayList<>();
        for (LedgerStore store : three) {
            AtomicInteger recorded = new AtomicInteger();
            for (int w = 0; w < 4; w++) {
                running.add(writers.start(() -> appendUntil(enough, store, recorded)));
            }
        }

        assertThat(enough.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("each recorded its share while all wrote").isTrue();
        int all = 0;
        for (Future<Integer> writer : running) {
            all += writer.get(60, TimeUnit.SECONDS);
        }
        assertThatLedgerIsWhole(three.get(0), all);
    }

    private static int appendUntil(CountDownLatch enough, LedgerStore store, AtomicInteger recorded) {
        String own = UUID.randomUUID().toString();
        int sequence = 0;
        while (enough.getCount() > 0) {
            store.append(events(own, sequence++, 1), new ReadSet());
            if (recorded.incrementAndGet() == 40) {
                enough.countDown();
            }
        }
        return sequence;
    }

    @Test
    void a_turn_that_a_killed_process_left_behind_is_taken() throws Exception {
        LedgerStore store = openStore(100);
        LedgerStore other = openStore(100);
        store.append(events("a", 0, 1), new ReadSet());
        Document left = new Document("_id", "turn").append("version", 7L).append("beat", 7L).append("holder", "killed")
                .append("waiting", List.of());
        MongoCollection<Document> info = database.client().getDatabase(database.name()).getCollection("ledgerinfo");
        other.append(events("b", 0, 1), new ReadSet());
        store.append(events("a", 1, 1), new ReadSet());
        info.replaceOne(new Document("_id", "turn"), left, new ReplaceOptions().upsert(true));

        Future<Commit> next = writers.start(() -> store.append(events("a", 2, 1), new ReadSet()));

        assertThat(Writers.outcome(next)).isInstanceOf(Commit.class);
        assertThat(info.find(new Document("_id", "turn")).first().getString("holder")).isNotEqualTo("killed");
        assertThatLedgerIsWhole(store, 4);
    }

    @Test
    void a_board_that_fails_stops_nobody_and_two_that_both_believe_it_is_their_turn_harm_nothing() throws Exception {
        List<LedgerStore> pair = new ArrayList<>();
        for (TurnBoard board : List.of(TurnsMeasurement.none(), new AlwaysMine(), new AlwaysMine())) {
            pair.add(LedgerStore.builder(database.client(), database.name()).queue(1_000, PATIENCE).board(real -> board).build());
        }
        stores.addAll(pair);
        List<Future<Object>> running = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            LedgerStore store = pair.get(w % 3);
            String own = "own" + w;
            running.add(writers.start(() -> {
                for (int i = 0; i < 10; i++) {
                    store.append(events(own, i, 1), read(own, i - 1L));
                }
                return "done";
            }));
        }

        assertThat(Writers.outcomes(running)).containsOnly("done");
        assertThatLedgerIsWhole(pair.get(0), 60);
    }

    /** Lets its process believe that it is its turn, whatever others do. */
    private static final class AlwaysMine implements TurnBoard {

        private Turn mine = Turn.NOBODYS;

        @Override
        public Turn read() {
            return mine;
        }

        @Override
        public boolean replace(Turn seen, Turn next) {
            mine = next;
            return true;
        }
    }

    @Test
    void committers_that_interleave_leave_no_gap_and_lose_nothing() throws Exception {
        List<LedgerStore> both = List.of(openStore(100), openStore(3));
        int commits = 10;
        List<Future<List<Commit>>> running = new ArrayList<>();
        for (int w = 0; w < 8; w++) {
            LedgerStore store = both.get(w % 2);
            String own = "own" + w;
            running.add(writers.start(() -> {
                List<Commit> acknowledged = new ArrayList<>();
                for (int c = 0; c < commits; c++) {
                    acknowledged.add(store.append(events(own, 2L * c, 2), read(own, 2L * c - 1)));
                    appendToShared(store, "shared").ifPresent(acknowledged::add);
                }
                return acknowledged;
            }));
        }

        int acknowledged = 0;
        for (Future<List<Commit>> writer : running) {
            for (Commit commit : writer.get(120, TimeUnit.SECONDS)) {
                assertThat(both.get(0).entriesFrom(commit.first(), commit.count())).isEqualTo(commit.entries());
                acknowledged += commit.count();
            }
        }
        assertThatLedgerIsWhole(both.get(1), acknowledged);
        assertThat(both.get(0).entriesOf("shared", 0, 1_000)).isNotEmpty();
    }

    private static Optional<Commit> appendToShared(LedgerStore store, String stream) {
        long last = store.lastSequenceOf(stream);
        try {
            return Optional.of(store.append(events(stream, last + 1, 1), read(stream, last)));
        } catch (StreamMovedException e) {
            return Optional.empty();
        }
    }

    @Test
    void of_two_commits_that_each_read_what_the_other_writes_exactly_one_is_recorded() throws Exception {
        List<LedgerStore> pair = List.of(openStore(100), openStore(100));
        assertThatOneOfEachPairIsRecorded(pair, 40);
    }

    @Test
    void the_same_holds_within_one_process() throws Exception {
        LedgerStore store = openStore(100);
        assertThatOneOfEachPairIsRecorded(List.of(store, store), 40);
    }

    @Test
    void the_same_holds_when_nothing_is_remembered() throws Exception {
        assertThatOneOfEachPairIsRecorded(List.of(openStore(1), openStore(1)), 40);
    }

    private void assertThatOneOfEachPairIsRecorded(List<LedgerStore> pair, int pairs) throws Exception {
        for (int i = 0; i < pairs; i++) {
            String x = "x" + i;
            String y = "y" + i;
            CyclicBarrier start = new CyclicBarrier(2);
            long tailBefore = pair.get(0).knownTail();
            List<Object> outcomes = Writers.outcomes(List.of(
                    writers.start(() -> appendReading(pair.get(0), x, y, tailBefore, start)),
                    writers.start(() -> appendReading(pair.get(1), y, x, tailBefore, start))));
            assertThat(outcomes).as("pair %d", i)
                    .hasAtLeastOneElementOfType(Commit.class).hasAtLeastOneElementOfType(StreamMovedException.class);
        }
        assertThatLedgerIsWhole(pair.get(0), pairs);
    }

    private static Commit appendReading(LedgerStore store, String written, String readEmpty, long tailBefore, CyclicBarrier start)
            throws Exception {
        ReadSet reads = new ReadSet();
        reads.note(readEmpty, -1, tailBefore);
        start.await(30, TimeUnit.SECONDS);
        return store.append(events(written, 0, 1), reads);
    }

    @Test
    void a_process_that_was_long_idle_goes_on_at_the_end_and_still_sees_what_moved() {
        LedgerStore idle = openStore(100);
        LedgerStore busy = openStore(100);
        idle.append(events("read", 0, 1), new ReadSet());
        ReadSet reads = new ReadSet();
        reads.note("read", 0, idle.knownTail());
        int entries = 1;
        for (int i = 0; entries < 8_500; i++, entries += 64) {
            busy.append(events("busy", 64L * i, 64), new ReadSet());
        }
        // behind everything that the idle process will take over entry by entry
        busy.append(events("read", 1, 1), new ReadSet());
        entries++;

        assertThatThrownBy(() -> idle.append(events("a", 0, 1), reads)).isInstanceOf(StreamMovedException.class);
        assertThat(idle.append(events("a", 0, 1), read("read", 1)).first()).isEqualTo(entries);
        assertThatLedgerIsWhole(idle, entries + 1);
    }

    @Test
    void a_stream_that_moved_and_is_no_longer_remembered_is_looked_up() {
        LedgerStore store = openStore(1);
        store.append(events("read", 0, 1), new ReadSet());
        ReadSet reads = new ReadSet();
        reads.note("read", 0, store.knownTail());
        store.append(events("read", 1, 1), new ReadSet());
        store.append(events("other", 0, 1), new ReadSet());

        assertThatThrownBy(() -> store.append(events("a", 0, 1), reads)).isInstanceOf(StreamMovedException.class);
    }

    @Test
    void another_process_rings_the_bell_where_the_server_has_change_streams() throws Exception {
        LedgerStore reader = openStore(100);
        LedgerStore writer = openStore(100);
        CountDownLatch rung = new CountDownLatch(1);
        CountDownLatch rungHere = new CountDownLatch(1);
        reader.onRecorded(rung::countDown);
        writer.onRecorded(rungHere::countDown);
        reader.awaitBell(30);

        writer.append(events("a", 0, 1), new ReadSet());

        assertThat(rungHere.await(0, TimeUnit.SECONDS)).as("in the writing process itself, before it is acknowledged").isTrue();
        // declared difference: the embedded server has no change streams, readers of other processes poll
        assertThat(rung.await(server.isEmbedded() ? 0 : 30, TimeUnit.SECONDS)).isEqualTo(!server.isEmbedded());
    }

    @Test
    void a_database_that_holds_another_log_is_refused() {
        LedgerStore store = openStore(100);

        assertThatThrownBy(() -> LedgerStore.builder(database.client(), database.name()).logId("another").build())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining(store.logId());
        assertThatThrownBy(() -> LedgerStore.builder(database.client(), database.name()).logId("not \"an\" id").build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
