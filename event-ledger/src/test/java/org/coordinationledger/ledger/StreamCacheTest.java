package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
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

/** Two event stores on one ledger, as two processes have them: each remembers streams, and neither sees the other's. */
@ParameterizedClass
@MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
class StreamCacheTest {

    private static final long ROOM = 1 << 20;
    private static final String ROUNDS = "ledger.test.cache-rounds";

    private final TestServer server;
    private final List<LedgerEventStore> open = new ArrayList<>();
    private TestDatabase database;
    private LedgerEventStore here;
    private LedgerEventStore there;

    StreamCacheTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.freshDatabase();
        here = openEventStore(ROOM);
        there = openEventStore(ROOM);
    }

    private LedgerEventStore openEventStore(long cacheBytes) {
        LedgerStore store = LedgerStore.builder(database.client(), database.name()).build();
        Serializer serializer = Jackson3Serializer.builder().build();
        LedgerStorageEngine engine = LedgerStorageEngine.builder(store)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .cacheBytes(cacheBytes)
                .build();
        LedgerEventStore eventStore = new LedgerEventStore(EmbeddedEventStore.builder(), engine);
        open.add(eventStore);
        return eventStore;
    }

    @AfterEach
    void close() {
        for (LedgerEventStore eventStore : open) {
            eventStore.shutDown();
            eventStore.ledger().close();
        }
        database.close();
    }

    private static <T> T decide(CommandRun run, Callable<T> work) throws Exception {
        CommandMessage<String> command =
                new GenericCommandMessage<>(new GenericMessage<>("decide", MetaData.from(run.asMetaData())), "decide");
        ResultMessage<T> result = DefaultUnitOfWork.startAndGet(command).executeWithResult(work);
        if (result.isExceptional()) {
            throw (Exception) result.exceptionResult();
        }
        return result.getPayload();
    }

    private static List<Long> sequences(LedgerEventStore where, String stream) {
        return where.readEvents(stream).asStream().<Long>map(DomainEventMessage::getSequenceNumber).toList();
    }

    private static List<Long> cached(LedgerEventStore where, String stream) throws Exception {
        return decide(CommandRun.onCachedStreams(), () -> sequences(where, stream));
    }

    private static List<Long> fresh(LedgerEventStore where, String stream) throws Exception {
        return decide(CommandRun.onFreshReads(), () -> sequences(where, stream));
    }

    @Test
    void a_cached_stream_is_as_it_was_known_and_a_fresh_read_is_as_it_is() throws Exception {
        here.publish(createEvent("a", 0));
        there.publish(createEvent("a", 1));

        assertThat(cached(here, "a")).containsExactly(0L);
        assertThat(sequences(here, "a")).containsExactly(0L, 1L);
        assertThat(fresh(here, "a")).containsExactly(0L, 1L);
        assertThat(cached(here, "a")).containsExactly(0L, 1L);
    }

    @Test
    void that_a_stream_is_empty_is_not_remembered() throws Exception {
        assertThat(cached(here, "a")).isEmpty();
        there.publish(createEvent("a", 0));
        assertThat(cached(here, "a")).containsExactly(0L);
    }

    @Test
    void own_events_are_remembered_as_they_would_be_read() throws Exception {
        here.publish(createEvent("a", 0));
        here.publish(createEvent("b", 0), createEvent("a", 1), createEvent("a", 2));
        long misses = here.cacheFigures().misses();
        List<String> remembered = decide(CommandRun.onCachedStreams(), () -> described(here, "a"));

        assertThat(here.cacheFigures().misses()).isEqualTo(misses);
        assertThat(remembered).hasSize(3).isEqualTo(described(there, "a"));
    }

    private static List<String> described(LedgerEventStore where, String stream) {
        return where.readEvents(stream).asStream()
                .map(event -> event.getType() + event.getAggregateIdentifier() + event.getSequenceNumber()
                        + event.getIdentifier() + event.getPayload() + event.getMetaData() + event.getTimestamp())
                .toList();
    }

    @Test
    void what_is_decided_on_a_stale_stream_is_refused_and_the_stream_forgotten() throws Exception {
        here.publish(createEvent("read", 0));
        here.publish(createEvent("written", 0));
        there.publish(createEvent("read", 1));

        assertThatThrownBy(() -> decide(CommandRun.onCachedStreams(), () -> {
            assertThat(sequences(here, "read")).containsExactly(0L);
            here.publish(createEvent("written", 1));
            return "published";
        })).isInstanceOf(StreamMovedException.class);
        assertThat(cached(here, "read")).containsExactly(0L, 1L);
        assertThat(fresh(there, "written")).containsExactly(0L);

        there.publish(createEvent("written", 1));
        assertThatThrownBy(() -> decide(CommandRun.onCachedStreams(), () -> {
            assertThat(sequences(here, "written")).containsExactly(0L);
            here.publish(createEvent("written", 1));
            return "published";
        })).isInstanceOf(ConcurrencyException.class);
        assertThat(cached(here, "written")).containsExactly(0L, 1L);
    }

    @Test
    void a_run_knows_what_it_recorded() throws Exception {
        CommandRun run = CommandRun.onCachedStreams();
        decide(run, () -> {
            here.publish(createEvent("a", 0));
            return run.recorded().size();
        });
        assertThat(run.recorded()).hasSize(1);
        assertThat(run.recorded().get(0).entries()).extracting(Entry::streamId).containsExactly("a");
    }

    @Test
    void what_is_remembered_is_bounded() throws Exception {
        LedgerEventStore narrow = openEventStore(20_000);
        for (int i = 0; i < 200; i++) {
            narrow.publish(createEvent("s" + i, 0));
            assertThat(narrow.cacheFigures().bytes()).isLessThanOrEqualTo(20_000);
        }
        assertThat(narrow.cacheFigures().evictions()).isPositive();
        assertThat(narrow.cacheFigures().streams()).isBetween(1L, 40L);
        for (int i = 0; i < 200; i++) {
            assertThat(cached(narrow, "s" + i)).containsExactly(0L);
        }
    }

    /** What a caller was told; tails are majority reads before and after. */
    private record Answer(int gate, boolean accepted, long tailBefore, long tailAfter) {
    }

    /**
     * Callers at both stores enter rooms whose gate others open and shut. Nobody may enter through a shut gate, whatever
     * was remembered; and nobody may be told that a gate is shut which was open from before they asked until after.
     */
    @Test
    void nobody_is_let_in_or_turned_away_by_stale_knowledge() throws Exception {
        int rounds = Integer.getInteger(ROUNDS, 3);
        int gates = 3;
        for (int seed = 0; seed < rounds; seed++) {
            List<Answer> answers = play(seed, gates);
            assertThat(answers).as("seed %d", seed).anyMatch(Answer::accepted).anyMatch(answer -> !answer.accepted());
            for (int gate = 0; gate < gates; gate++) {
                check(seed, gate, answers);
            }
        }
    }

    private List<Answer> play(int seed, int gates) throws Exception {
        List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            LedgerEventStore where = caller % 2 == 0 ? here : there;
            Random random = new Random(seed * 31L + caller);
            all.add(callers.submit(() -> {
                for (int step = 0; step < 25; step++) {
                    int gate = random.nextInt(gates);
                    if (random.nextInt(3) == 0) {
                        decideUntilSettled(where, () -> append(where, gateStream(seed, gate)));
                    } else {
                        long before = where.ledger().tail();
                        boolean accepted = decideUntilSettled(where, () -> enter(where, seed, gate));
                        answers.add(new Answer(gate, accepted, before, where.ledger().tail()));
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        callers.shutdown();
        return answers;
    }

    private static String gateStream(int seed, int gate) {
        return "gate-" + seed + "-" + gate;
    }

    private static String roomStream(int seed, int gate) {
        return "room-" + seed + "-" + gate;
    }

    private static boolean append(LedgerEventStore where, String stream) {
        where.publish(createEvent(stream, sequences(where, stream).size()));
        return true;
    }

    /** A gate with an odd number of events is shut. */
    private static boolean enter(LedgerEventStore where, int seed, int gate) {
        return sequences(where, gateStream(seed, gate)).size() % 2 == 0 && append(where, roomStream(seed, gate));
    }

    /** As whoever takes commands has to do it: what is not accepted is decided again on fresh reads. */
    private static boolean decideUntilSettled(LedgerEventStore where, Callable<Boolean> work) throws Exception {
        CommandRun run = CommandRun.onCachedStreams();
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try {
                if (decide(run, work)) {
                    return true;
                }
                if (attempt > 0) {
                    return false;
                }
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                // others were first
            }
            run = CommandRun.onFreshReads();
        }
        throw new AssertionError("others were first a thousand times");
    }

    private void check(int seed, int gate, List<Answer> answers) {
        List<Long> turned = positions(gateStream(seed, gate));
        List<Long> entered = positions(roomStream(seed, gate));
        assertThat(entered).as("seed %d gate %d", seed, gate)
                .hasSize((int) answers.stream().filter(a -> a.gate() == gate && a.accepted()).count())
                .allMatch(position -> !shutAt(turned, position));
        assertThat(answers).as("seed %d gate %d", seed, gate)
                .filteredOn(answer -> answer.gate() == gate && !answer.accepted())
                .allMatch(answer -> shutAt(turned, answer.tailBefore())
                        || turned.stream().anyMatch(p -> p > answer.tailBefore() && p <= answer.tailAfter()));
    }

    private List<Long> positions(String stream) {
        return here.ledger().entriesOf(stream, 0, LedgerBounds.MAX_READ).stream().map(Entry::position).toList();
    }

    private static boolean shutAt(List<Long> turned, long position) {
        return turned.stream().filter(p -> p <= position).count() % 2 == 1;
    }
}
