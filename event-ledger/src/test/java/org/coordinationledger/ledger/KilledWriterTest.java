package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.ledger.Journal.Attempt;
import org.coordinationledger.ledger.JournaledProcess.Stage;
import org.coordinationledger.ledger.testing.LedgerAudit;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.ReplicaSet;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process dies at each stage of an append, or wherever it is, while another one appends to the same ledger. */
class KilledWriterTest {

    private static final int WRITERS = 4;
    private static final int APPENDS = 20;

    static Stream<ReplicaSet> sets() {
        return MongoServers.replicaSet().stream();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("sets")
    void what_a_killed_process_left_open_is_recorded_once_or_not_at_all_and_can_be_repeated(ReplicaSet set) throws Exception {
        Journal others = new Journal();
        try (TestDatabase database = new TestServer("replica set", set.connectionString()).freshDatabase();
                LedgerStore store = LedgerStore.builder(database.client(), database.name()).build();
                JournaledProcess other =
                        JournaledProcess.start(set.connectionString(), database.name(), Stage.NONE, WRITERS, others)) {
            others.awaitMore(APPENDS);
            for (Stage stage : Stage.values()) {
                Journal journal = new Journal();
                try (JournaledProcess victim =
                        JournaledProcess.start(set.connectionString(), database.name(), stage, WRITERS, journal)) {
                    if (stage == Stage.NONE) {
                        journal.awaitMore(APPENDS);
                        victim.kill();
                    } else {
                        assertThat(victim.awaitEnd()).as("%s", stage).isEqualTo(JournaledProcess.HALTED);
                    }
                }
                assertThat(journal.open()).as("%s leaves callers without an answer", stage).isNotEmpty();
                others.awaitMore(APPENDS);
                assertThatAllIsAsTold(database, journal);
                assertThatStageWasMet(stage, store, journal.open());
                for (Attempt attempt : journal.open()) {
                    Repeats.assertThatOneOutcomeIsGiven(store, attempt);
                }
                assertThatAllIsAsTold(database, journal);
            }
            other.finish();
            assertThat(others.open()).isEmpty();
            assertThatAllIsAsTold(database, others);
            assertThat(set.awaitSameDocuments(database.name())).isNotEmpty();
        }
    }

    private static void assertThatAllIsAsTold(TestDatabase database, Journal journal) {
        assertThat(LedgerAudit.of(database.client().getDatabase(database.name())).compare(journal.appends()).faults()).isEmpty();
    }

    /** What the process had come to shows in what it left: otherwise the stage would not have been tested. */
    private static void assertThatStageWasMet(Stage stage, LedgerStore store, List<Attempt> open) {
        long recorded = open.stream().filter(attempt -> store.commitByRequest(Journal.ACTOR, attempt.key()).isPresent()).count();
        switch (stage) {
            // writers of the batch before may not have told yet that they were told
            case BEFORE_SENT, TAKING_OVER, TAKEN_OVER -> assertThat(recorded).as("%s", stage).isLessThan(open.size());
            case UNACKNOWLEDGED, UNTOLD -> assertThat(recorded).as("%s", stage).isPositive();
            case MID_BATCH -> assertThat(recorded).as("%s", stage).isPositive().isLessThan(open.size());
            case NONE, SENDING -> assertThat(recorded).as("%s", stage).isBetween(0L, (long) open.size());
        }
    }
}
