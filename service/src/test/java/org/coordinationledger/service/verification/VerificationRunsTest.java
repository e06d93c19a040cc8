package org.coordinationledger.service.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.service.verification.VerificationRun.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationRunsTest {

    private static final VerificationSettings SETTINGS = new VerificationSettings(1_000);

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    /** So many things to verify, the last of which may be wrong. */
    private static class Things implements Verifying {
        private final long size;
        private final boolean wrong;
        private long verified;

        Things(long size, boolean wrong) {
            this.size = size;
            this.wrong = wrong;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public long verified() {
            return verified;
        }

        @Override
        public Optional<LedgerFault> fault() {
            return wrong && verified == size ? Optional.of(new LedgerFault(size, LedgerFault.Kind.ENTRY, "it is wrong")) : Optional.empty();
        }

        @Override
        public boolean step(int things) {
            verified = Math.min(size, verified + things);
            return verified < size;
        }
    }

    /** A process that verifies something of one part, and counts how often it began to. */
    private static final class Process implements AutoCloseable {
        private final AtomicInteger begun = new AtomicInteger();
        private final LedgerStore ledger;
        private final VerificationRuns runs;
        private final VerificationRequests requests;

        Process(TestDatabase database, VerifiedPart part, boolean wrong) {
            this(database, part, () -> new Things(200, wrong));
        }

        Process(TestDatabase database, VerifiedPart part, Supplier<Verifying> things) {
            ledger = LedgerStore.builder(database.client(), database.name()).build();
            requests = new VerificationRequests(ledger, Clock.systemUTC());
            runs = new VerificationRuns(
                    part, ledger,
                    () -> {
                        begun.incrementAndGet();
                        return Optional.of(things.get());
                    },
                    SETTINGS, Clock.systemUTC());
        }

        void look() {
            new VerificationSchedule(List.of(runs), requests).whenAsked();
        }

        VerificationRun ended() {
            return Awaitility.await().atMost(Duration.ofSeconds(20))
                    .until(runs::last, run -> run.isPresent() && run.get().state() != State.RUNNING)
                    .orElseThrow();
        }

        @Override
        public void close() {
            runs.close();
            ledger.close();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_one_side_asks_for_the_other_begins_once(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                Process asking = new Process(database, VerifiedPart.VIEWS, false);
                Process asked = new Process(database, VerifiedPart.TEXTS, false)) {
            asked.look();
            assertThat(asked.begun).as("nobody asked").hasValue(0);

            asking.requests.ask();
            asked.look();
            assertThat(asked.ended().state()).isEqualTo(State.SOUND);
            asked.look();
            asked.look();
            assertThat(asked.begun).hasValue(1);
            assertThat(VerificationRuns.last(asking.ledger, VerifiedPart.TEXTS, Clock.systemUTC()))
                    .as("the asking side sees it").contains(asked.runs.last().orElseThrow());
            assertThat(asking.runs.last()).as("parts are told apart").isEmpty();

            Awaitility.await().until(() -> asked.requests.askedAt().orElseThrow().isBefore(Clock.systemUTC().instant()));
            asking.requests.ask();
            asked.look();
            assertThat(asked.ended().state()).isEqualTo(State.SOUND);
            assertThat(asked.begun).hasValue(2);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void of_several_processes_that_hear_of_it_one_verifies(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                Process first = new Process(database, VerifiedPart.TEXTS, false);
                Process second = new Process(database, VerifiedPart.TEXTS, false);
                Process late = new Process(database, VerifiedPart.TEXTS, false)) {
            first.requests.ask();
            first.look();
            second.look();
            first.ended();
            second.look();
            late.look();

            assertThat(first.begun).hasValue(1);
            assertThat(second.begun).hasValue(0);
            assertThat(late.begun).as("it heard when all was done").hasValue(0);
        }
    }

    /** A run of a process of which nothing more is heard after this moment. */
    private static void running(LedgerStore ledger, Instant updatedAt) {
        ledger.beside("logverifications").insertOne(new Document("_id", VerifiedPart.TEXTS.id())
                .append("state", "RUNNING")
                .append("verified", 5L)
                .append("size", 200L)
                .append("checkpoints", 0)
                .append("startedAt", Date.from(updatedAt.minusSeconds(1)))
                .append("updatedAt", Date.from(updatedAt)));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_asked_for_after_a_process_died_at_it_begins_anew(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                Process process = new Process(database, VerifiedPart.TEXTS, false)) {
            running(process.ledger, Clock.systemUTC().instant().minusSeconds(2));
            assertThat(process.runs.last().orElseThrow().state()).as("its silence is short").isEqualTo(State.RUNNING);

            process.requests.ask();
            process.look();

            assertThat(process.begun).hasValue(1);
            assertThat(process.ended().state()).isEqualTo(State.SOUND);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void what_is_told_of_after_the_asking_is_under_way(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                Process process = new Process(database, VerifiedPart.TEXTS, false)) {
            process.requests.ask();
            running(process.ledger, process.requests.askedAt().orElseThrow().plusMillis(1));

            process.look();

            assertThat(process.begun).hasValue(0);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void one_that_fails_is_told_as_interrupted_and_one_that_cannot_begin_keeps_nobody_waiting(TestServer server) {
        Verifying failing = new Things(200, false) {
            @Override
            public boolean step(int things) {
                throw new IllegalStateException("it fails");
            }
        };
        try (TestDatabase database = server.freshDatabase();
                Process first = new Process(database, VerifiedPart.TEXTS, () -> failing);
                Process broken = new Process(database, VerifiedPart.VIEWS, () -> {
                    throw new IllegalStateException("it cannot begin");
                });
                Process sound = new Process(database, VerifiedPart.VIEWS, false)) {
            first.requests.ask();
            first.look();
            assertThat(first.ended().state()).isEqualTo(State.INTERRUPTED);

            new VerificationSchedule(List.of(broken.runs, sound.runs), sound.requests).whenAsked();

            assertThat(broken.begun).hasValue(1);
            assertThat(sound.begun).as("the lease was given back").hasValue(1);
            assertThat(sound.ended().state()).isEqualTo(State.SOUND);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_fault_is_told_to_all_and_is_an_alarm_of_its_part(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                Process process = new Process(database, VerifiedPart.VIEWS, true)) {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            new VerificationMeters(process.runs, "ledger.verification.views", "entries").bindTo(meters);
            process.runs.start();

            VerificationRun run = process.ended();
            assertThat(run.state()).isEqualTo(State.FAULTY);
            assertThat(run.faultPosition()).isEqualTo(200);
            assertThat(run.reason()).isEqualTo("it is wrong");
            Awaitility.await().until(() -> meters.get("ledger.verification.views.faulty").gauge().value() == 1);
            assertThat(meters.get("ledger.verification.views.entries").gauge().value()).isEqualTo(200);
            assertThat(meters.get("ledger.verification.views.last.sound.time").gauge().value()).isNaN();
        }
    }
}
