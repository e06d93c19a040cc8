package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.ledger.TestEvents.events;
import static org.coordinationledger.ledger.TestEvents.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an observer is told. */
class LedgerObserverTest {

    private final TestDatabase database = MongoServers.embedded().freshDatabase();
    private final InsertFaults faults = new InsertFaults();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final LedgerStore other = LedgerStore.builder(database.client(), database.name()).build();

    /** Writes down what it is told, and throws each time. */
    private final class Diary implements LedgerObserver {

        private void write(String line) {
            told.add(line);
            throw new IllegalStateException("an observer that fails");
        }

        @Override
        public void batchRecorded(int commits, int entries, Duration took) {
            assertThat(took).isPositive();
            write("recorded " + commits + " with " + entries);
        }

        @Override
        public void conflict(boolean written) {
            write("conflict " + (written ? "written" : "read"));
        }

        @Override
        public void insertedAgain() {
            write("again");
        }

        @Override
        public void tookOver(long entries) {
            write("took over " + entries);
        }

        @Override
        public void turnedAway() {
            write("turned away");
        }
    }

    private final LedgerStore store = LedgerStore.builder(database.client(), database.name())
            .faults(faults::around).observer(new Diary()).build();

    @AfterEach
    void close() {
        store.close();
        other.close();
        database.close();
    }

    @Test
    void each_thing_that_happens_is_told_once_and_a_failing_observer_changes_no_outcome() {
        store.append(events("a", 0, 2), new ReadSet());
        assertThatThrownBy(() -> store.append(events("a", 0, 1), new ReadSet())).isInstanceOf(StreamMovedException.class);
        assertThatThrownBy(() -> store.append(events("b", 0, 1), read("a", 0))).isInstanceOf(StreamMovedException.class);
        faults.then(InsertFaults.NOT_PERSISTED);
        store.append(events("b", 0, 1), new ReadSet());
        other.append(events("c", 0, 3), new ReadSet());
        assertThat(store.append(events("d", 0, 1), new ReadSet()).first()).isEqualTo(6);
        store.close();
        assertThatThrownBy(() -> store.append(events("e", 0, 1), new ReadSet())).isInstanceOf(LedgerOverloadedException.class);

        assertThat(told).containsExactly("recorded 1 with 2", "conflict written", "conflict read", "again",
                "recorded 1 with 1", "took over 3", "recorded 1 with 1", "turned away");
    }
}
