package org.coordinationledger.recordheads.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.provider.mongo.MongoLockProvider;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.NewEvent;
import org.coordinationledger.ledger.ReadSet;
import org.coordinationledger.ledger.sealing.HeadTrees;
import org.coordinationledger.ledger.sealing.RecordedHeads;
import org.coordinationledger.ledger.sealing.RecordedHeadsReads;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.recordheads.event.RecordHeadsEvent;
import org.coordinationledger.service.identity.Administration;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RecordHeads.Head;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordHeadsRunTest {

    private static final Administration ADMINISTRATION = new Administration(new OrganisationId("administration"));
    private static final Instant HOUR = Instant.parse("2026-03-01T08:05:00Z");

    private final Map<String, Long> sequences = new HashMap<>();

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private static LedgerStore open(TestDatabase database) {
        return LedgerStore.builder(database.client(), database.name()).build();
    }

    private static RecordHeadsRun at(LedgerStore ledger, Instant time) {
        return new RecordHeadsRun(ledger, ADMINISTRATION, Clock.fixed(time, ZoneOffset.UTC));
    }

    private void step(LedgerStore ledger, String record) {
        ledger.append(
                List.of(new NewEvent(
                        "Thing", record, sequences.merge(record, 0L, (before, first) -> before + 1),
                        UUID.randomUUID().toString(), "thing.changed", "1", "{}", Map.of())),
                new ReadSet());
    }

    private static RecordHeadsEvent.Sealed sealed(LedgerStore ledger, long position) {
        Entry entry = ledger.entry(position).orElseThrow();
        assertThat(entry.eventName()).isEqualTo("record-heads.sealed");
        assertThat(entry.metadata())
                .containsEntry("actor", "service")
                .containsEntry("organisation", "administration")
                .containsEntry("role", "ADMINISTRATOR");
        return EventJson.mapper().readValue(entry.payload(), RecordHeadsEvent.Sealed.class);
    }

    private static void assertOf(LedgerStore ledger, RecordHeadsEvent.Sealed sealed, long size) {
        Map<String, Head> heads = new HashMap<>();
        for (Entry entry : ledger.entriesFrom(0, (int) size)) {
            heads.put(entry.streamId(), Head.of(entry.streamId(), entry.sequence(), entry.position()));
        }
        RecordHeads naive = RecordHeads.of(heads.values());
        assertThat(sealed).isEqualTo(new RecordHeadsEvent.Sealed(size, naive.size(), naive.root().hex()));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void an_empty_ledger_gets_no_root(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); LedgerStore ledger = open(database)) {
            assertThat(at(ledger, HOUR).run()).isEmpty();
            assertThat(ledger.tail()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_root_is_recorded_once_in_an_hour_and_only_after_something_else_was(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); LedgerStore ledger = open(database)) {
            step(ledger, "a");
            step(ledger, "b");
            step(ledger, "a");
            long first = at(ledger, HOUR).run().orElseThrow();
            assertThat(first).isEqualTo(3);
            assertOf(ledger, sealed(ledger, first), 3);

            assertThat(at(ledger, HOUR.plus(Duration.ofHours(1))).run()).as("nothing new").isEmpty();
            step(ledger, "c");
            assertThat(at(ledger, HOUR.plus(Duration.ofMinutes(50))).run()).as("the same hour").isEmpty();
            long second = at(ledger, HOUR.plus(Duration.ofHours(2))).run().orElseThrow();

            assertThat(second).isEqualTo(5);
            assertOf(ledger, sealed(ledger, second), 5);
            assertThat(ledger.entry(second).orElseThrow().sequence()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void the_tree_of_a_restored_ledger_is_made_once_more_though_nothing_new_was_recorded(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); LedgerStore ledger = open(database)) {
            step(ledger, "a");
            step(ledger, "b");
            at(ledger, HOUR).run();
            RecordedHeads last = new RecordedHeadsReads(ledger).last().orElseThrow();
            HeadTrees trees = new HeadTrees(ledger);
            for (String name : database.client().getDatabase(database.name()).listCollectionNames()) {
                if (name.startsWith("logheads")) {
                    database.client().getDatabase(database.name()).getCollection(name).drop();
                }
            }
            assertThat(trees.kept(last)).isEmpty();

            assertThat(at(ledger, HOUR.plus(Duration.ofHours(1))).run()).isEmpty();

            assertThat(trees.kept(last)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void several_processes_at_once_record_one_root(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); LedgerStore ledger = open(database)) {
            for (int hour = 0; hour < 4; hour++) {
                for (int i = 0; i < 20; i++) {
                    step(ledger, "record-" + i % 7);
                }
                Instant time = HOUR.plus(Duration.ofHours(hour));
                List<CompletableFuture<Optional<Long>>> runs = new ArrayList<>();
                for (int process = 0; process < 4; process++) {
                    runs.add(CompletableFuture.supplyAsync(() -> {
                        try (LedgerStore own = open(database)) {
                            return at(own, time).run();
                        }
                    }));
                }
                List<Long> recorded = runs.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
                assertThat(recorded).hasSize(1);
                ledger.catchUp();
                assertThat(ledger.tail()).isEqualTo(recorded.get(0));
                assertOf(ledger, sealed(ledger, ledger.tail()), ledger.tail());
            }
            assertThat(ledger.entriesOf(RecordHeadsEvent.STREAM, 0, 10)).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_schedule_counts_what_its_process_recorded(TestServer server) {
        try (TestDatabase database = server.freshDatabase(); LedgerStore ledger = open(database)) {
            step(ledger, "a");
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            RecordHeadsSchedule schedule = new RecordHeadsSchedule(
                    at(ledger, HOUR)::run,
                    new DefaultLockingTaskExecutor(
                            new MongoLockProvider(database.client().getDatabase(database.name()).getCollection("locks"))),
                    Clock.systemUTC(), Duration.ofMinutes(1), meters);

            schedule.run();
            schedule.run();

            assertThat(meters.get("ledger.heads.recorded").counter().count()).isEqualTo(1);
            assertThat(meters.get("ledger.heads.run").timer().count()).as("held for a while after it ran").isEqualTo(1);
            assertThat(meters.get("ledger.heads.last.success.time").gauge().value()).isPositive();
        }
    }
}
