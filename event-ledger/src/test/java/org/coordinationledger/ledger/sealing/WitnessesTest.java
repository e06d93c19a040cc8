package org.coordinationledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.ledger.sealing.WitnessStatus.Trouble;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.tlog.KeyKind;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.tlog.SignerKey;
import org.coordinationledger.tlog.TrustPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Witnesses over HTTP, which verify what they are shown. */
class WitnessesTest {

    @TempDir
    private Path pin;

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    private static void until(BooleanSupplier holds) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20)).until(holds::getAsBoolean);
    }

    private static SealedLedger on(TestDatabase database, Path pin, TestWitness witness) {
        return new SealedLedger(database.client(), database.name(), pin, List.of(witness.witness()), SealedLedger.SEED);
    }

    private static @Nullable Trouble trouble(SealedLedger ledger) {
        return ledger.sealer.witnesses().stream().flatMap(status -> Stream.ofNullable(status.trouble())).findFirst().orElse(null);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void each_checkpoint_is_cosigned_and_shown_with_the_cosignature(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                TestWitness witness = new TestWitness(SealedLedger.SEED);
                SealedLedger ledger = on(database, pin, witness)) {
            ledger.sealer.start();
            SealedLog log = new SealedLog(ledger.store);
            TrustPolicy policy = new TrustPolicy(
                    List.of(SignerKey.ofSeed(SealedLedger.ORIGIN, KeyKind.NOTE, SealedLedger.SEED).verifier()),
                    List.of(witness.witness().key()), 1);
            for (int entries : new int[] {3, 300, 1}) {
                ledger.recordMany(entries);
                long recorded = ledger.store.tail() + 1;
                until(() -> witness.size() == recorded);
                until(() -> !log.latest().orElseThrow().cosignatures().isEmpty());
                TrustPolicy.Opened opened = policy.open(SignedNote.parse(log.latest().orElseThrow().cosignedNote()));
                assertThat(opened.checkpoint().size()).isEqualTo(recorded);
                assertThat(opened.cosignatures()).hasSize(1);
            }
            assertThat(trouble(ledger)).isNull();
            int asked = witness.asked();
            ledger.sealed().sealed();
            assertThat(witness.asked()).as("nothing new, nothing asked").isEqualTo(asked);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_witness_that_has_seen_more_than_there_is_stops_recording_at_the_start(TestServer server, @TempDir Path other) {
        try (TestDatabase database = server.freshDatabase(); TestWitness witness = new TestWitness(SealedLedger.SEED)) {
            try (SealedLedger ledger = on(database, pin, witness)) {
                ledger.sealed().record(3).sealed();
            }
            try (TestDatabase lost = server.freshDatabase(); SealedLedger ledger = on(lost, other, witness)) {
                ledger.sealed().record(7).sealed();
                ledger.sealer.start();
                until(() -> witness.size() == 7);
            }
            try (SealedLedger again = on(database, pin, witness)) {
                again.sealed();

                assertThat(again.gate.refusal().orElse("open")).contains("has cosigned 7 entries", "more than was signed here");
                assertThat(again.sealer.status().broken()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_witness_refuses_a_history_that_was_rewritten_and_signed_anew(TestServer server, @TempDir Path fresh) {
        try (TestDatabase database = server.freshDatabase(); TestWitness witness = new TestWitness(SealedLedger.SEED)) {
            try (SealedLedger ledger = on(database, pin, witness)) {
                ledger.sealed().record(3).sealed();
                ledger.sealer.start();
                until(() -> witness.size() == 3);
            }
            // the operator begins again with the same key, in another database, without the pin
            try (TestDatabase rewritten = server.freshDatabase(); SealedLedger forked = on(rewritten, fresh, witness)) {
                forked.sealed().record(5).sealed();
                forked.sealer.start();
                until(() -> trouble(forked) == Trouble.OTHER_HISTORY);
                assertThat(witness.size()).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_silent_witness_holds_nothing_up_and_is_told(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                TestWitness witness = new TestWitness(SealedLedger.SEED);
                SealedLedger ledger = on(database, pin, witness)) {
            ledger.sealer.start();
            ledger.record(1);
            until(() -> witness.size() == 1);
            witness.fallSilent();

            ledger.record(1);
            Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> ledger.size() == 2);
            until(() -> trouble(ledger) == Trouble.SILENT);
            assertThat(ledger.sealer.status().problem()).isNull();
            SealedLog log = new SealedLog(ledger.store);
            until(() -> log.witnesses().get(0).trouble() == Trouble.SILENT);
            assertThat(log.witnesses().get(0).size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_witness_that_does_not_know_the_key_is_told(TestServer server) {
        try (TestDatabase database = server.freshDatabase();
                TestWitness witness = new TestWitness(SealedLedger.seed(9));
                SealedLedger ledger = on(database, pin, witness)) {
            ledger.sealed().record(1).sealed();
            ledger.sealer.start();

            until(() -> !ledger.sealer.witnesses().isEmpty() && trouble(ledger) == Trouble.UNKNOWN_LOG);
            assertThat(Files.exists(pin.resolve(Pin.FILE))).isTrue();
        }
    }

    @Test
    void a_witness_is_known_by_a_key_that_cosigns_and_an_address_of_the_web() {
        var log = SignerKey.ofSeed("log.example", KeyKind.NOTE, SealedLedger.SEED).verifier();
        var cosigner = SignerKey.ofSeed("w.example", KeyKind.COSIGNATURE, SealedLedger.SEED).verifier();

        assertThatThrownBy(() -> new Witness(log, URI.create("https://w.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Witness(cosigner, URI.create("file:///etc/passwd")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Witness(cosigner, URI.create("https://w.example/p/")).addCheckpoint())
                .hasToString("https://w.example/p/add-checkpoint");
    }
}
