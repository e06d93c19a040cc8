package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coordinationledger.ledger.JournaledProcess.Stage;
import org.coordinationledger.ledger.testing.LedgerAudit;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.ReplicaSet;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two processes append to three real members while the primary is taken from them again and again; what they were told is
 * kept outside of them. The long form, from the repository's root:
 *
 * <pre>
 * mvn -q test -pl event-ledger -am -Dtest=FailoverTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dledger.failover.elections=10
 * </pre>
 *
 * Either form adds what it measured to {@code event-ledger/target/failover.md}.
 */
class FailoverTest {

    /** Primaries killed; half as many are frozen. */
    private static final int ELECTIONS = Integer.getInteger("ledger.failover.elections", 2);
    private static final int WRITERS = 4;
    private static final int APPENDS = 100;
    private static final Path REPORT = Path.of("target", "failover.md");

    private final List<Journal> journals = List.of(new Journal(), new Journal());
    private final List<JournaledProcess> processes = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    static Stream<ReplicaSet> sets() {
        return MongoServers.replicaSet().stream();
    }

    @AfterEach
    void close() {
        processes.forEach(JournaledProcess::close);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("sets")
    void a_primary_that_is_killed_takes_nothing_along_and_another_goes_on(ReplicaSet set) throws Exception {
        takePrimaries(set, "killed", ELECTIONS, set::kill);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("sets")
    void a_primary_that_hangs_is_left_behind_and_does_no_harm_when_it_wakes(ReplicaSet set) throws Exception {
        takePrimaries(set, "frozen", Math.max(1, ELECTIONS / 2), set::freeze);
    }

    private interface Fault {

        void strike(int member);
    }

    private void takePrimaries(ReplicaSet set, String what, int times, Fault fault) throws Exception {
        TestServer server = new TestServer("replica set", set.connectionString());
        try (TestDatabase database = server.freshDatabase()) {
            for (Journal journal : journals) {
                processes.add(JournaledProcess.start(set.connectionString(), database.name(), Stage.NONE, WRITERS, journal));
            }
            try {
                for (int time = 0; time < times; time++) {
                    awaitMore();
                    int primary = set.awaitPrimary();
                    long struck = System.nanoTime();
                    fault.strike(primary);
                    int next = set.awaitPrimary();
                    long elected = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - struck);
                    assertThat(next).isNotEqualTo(primary);
                    awaitMore();
                    rows.add("| primary " + what + " | " + elected + " | " + journals.get(0).longestSilenceMillis(struck) + " | "
                            + journals.get(1).longestSilenceMillis(struck) + " |");
                    set.mend();
                }
                awaitMore();
            } finally {
                set.mend();
            }
            for (JournaledProcess process : processes) {
                process.finish();
            }
            assertThatAllIsAsTold(set, database, what);
        }
    }

    /** Each process goes on. */
    private void awaitMore() throws InterruptedException {
        for (Journal journal : journals) {
            journal.awaitMore(APPENDS);
        }
    }

    private void assertThatAllIsAsTold(ReplicaSet set, TestDatabase database, String what) throws IOException {
        LedgerAudit audit = LedgerAudit.of(database.client().getDatabase(database.name()));
        int acknowledged = 0;
        int refused = 0;
        int unknown = 0;
        for (Journal journal : journals) {
            audit.compare(journal.appends());
            acknowledged += journal.acknowledged();
            refused += journal.refused();
            unknown += journal.open().size();
        }
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.commits()).isBetween((long) acknowledged, (long) acknowledged + unknown);
        try (LedgerStore store = LedgerStore.builder(database.client(), database.name()).build()) {
            journals.forEach(journal -> journal.open().forEach(attempt -> Repeats.assertThatOneOutcomeIsGiven(store, attempt)));
        }
        assertThat(LedgerAudit.of(database.client().getDatabase(database.name())).faults()).isEmpty();
        String hash = set.awaitSameDocuments(database.name());
        rows.add("\n" + acknowledged + " commits acknowledged, " + refused + " refused, " + unknown + " unknown; "
                + audit.commits() + " commits with " + audit.entries()
                + " entries in the ledger, no fault; the same on all members: " + hash + "\n");
        report(what);
    }

    private void report(String what) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "## Primary " + what + ", two processes with " + WRITERS + " writers each, " + Instant.now(),
                "",
                "| fault | ms to election | ms without acknowledgement, process 1 | process 2 |",
                "| --- | --- | --- | --- |"));
        lines.addAll(rows);
        Files.write(REPORT, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
