package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.ledger.LedgerConformanceTest.assertThatLedgerIsWhole;
import static org.coordinationledger.ledger.TestEvents.events;
import static org.coordinationledger.ledger.TestEvents.requested;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.bson.Document;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The one write of the ledger, with everything that can become of it. */
@ParameterizedClass
@MethodSource("org.coordinationledger.ledger.testing.MongoServers#stores")
class InsertFailuresTest {

    private final TestServer server;
    private final InsertFaults faults = new InsertFaults();
    private final Writers writers = new Writers();
    private TestDatabase database;
    private LedgerStore store;
    private LedgerStore other;

    InsertFailuresTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = server.freshDatabase();
        store = LedgerStore.builder(database.client(), database.name())
                .settings(settings -> settings.withClosingGrace(Duration.ofMillis(300)))
                .faults(faults::around).build();
        other = LedgerStore.builder(database.client(), database.name()).build();
    }

    @AfterEach
    void close() {
        writers.close();
        store.close();
        other.close();
        database.close();
    }

    /** Hands in these commits so that they are sent as one batch, which meets the faults given meanwhile. */
    private List<Object> appendTogether(List<List<NewEvent>> commits, Runnable beforeTheyAreSent) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        faults.thenWaitFor(reached, gate);
        Future<Commit> first = writers.start(() -> store.append(events("first", 0, 1), new ReadSet()));
        InsertFaults.await(reached);
        List<Future<Commit>> together = new ArrayList<>();
        for (List<NewEvent> commit : commits) {
            together.add(writers.start(() -> store.append(commit, new ReadSet())));
            while (store.waiting() < together.size()) {
                Thread.onSpinWait();
            }
        }
        beforeTheyAreSent.run();
        gate.countDown();
        assertThat(Writers.outcome(first)).isInstanceOf(Commit.class);
        return Writers.outcomes(together);
    }

    private static List<List<NewEvent>> threeCommits() {
        return List.of(events("a", 0, 2), events("b", 0, 1), events("c", 0, 3));
    }

    private static List<Long> firsts(List<Object> outcomes) {
        return outcomes.stream().map(outcome -> ((Commit) outcome).first()).toList();
    }

    @Test
    void commits_that_were_not_persisted_are_inserted_again() throws Exception {
        List<Object> outcomes = appendTogether(threeCommits(),
                () -> faults.then(InsertFaults.NOT_PERSISTED).then(InsertFaults.NOT_PERSISTED));

        assertThat(firsts(outcomes)).containsExactly(1L, 3L, 4L);
        assertThat(faults.inserts().get(2)).isEqualTo(faults.inserts().get(1));
        assertThat(faults.inserts().get(3)).isEqualTo(faults.inserts().get(1));
        assertThatLedgerIsWhole(store, 7);
    }

    @Test
    void commits_that_were_persisted_but_reported_failed_are_found_to_have_landed() throws Exception {
        List<Object> outcomes = appendTogether(threeCommits(),
                () -> faults.then(InsertFaults.PERSISTED_BUT_REPORTED_FAILED));

        assertThat(firsts(outcomes)).containsExactly(1L, 3L, 4L);
        assertThatLedgerIsWhole(store, 7);
    }

    @Test
    void a_batch_of_which_only_a_part_was_persisted_is_completed() throws Exception {
        List<Object> outcomes = appendTogether(threeCommits(),
                () -> faults.then(InsertFaults.FIRST_PERSISTED_BUT_REPORTED_FAILED)
                        .then(InsertFaults.NOT_PERSISTED));

        assertThat(firsts(outcomes)).containsExactly(1L, 3L, 4L);
        assertThatLedgerIsWhole(store, 7);
    }

    @Test
    void a_request_that_lands_late_before_it_is_sent_again_counts_once() throws Exception {
        List<Object> outcomes = appendTogether(threeCommits(), () -> faults
                .then(InsertFaults.NOT_PERSISTED)
                .then((real, documents) -> {
                    faults.landLate(documents);
                    real.insert(documents);
                }));

        assertThat(firsts(outcomes)).containsExactly(1L, 3L, 4L);
        assertThatLedgerIsWhole(store, 7);
    }

    @Test
    void a_request_that_lands_after_it_was_sent_again_changes_nothing() throws Exception {
        List<Object> outcomes = appendTogether(threeCommits(), () -> faults.then(InsertFaults.NOT_PERSISTED));
        faults.landLate(faults.inserts().get(1));

        assertThat(firsts(outcomes)).containsExactly(1L, 3L, 4L);
        assertThatLedgerIsWhole(store, 7);
    }

    @Test
    void a_request_that_lands_after_another_process_took_its_position_changes_nothing() throws Exception {
        List<Object> outcomes = appendTogether(threeCommits(), () -> faults.then((real, documents) -> {
            other.append(events("x", 0, 1), new ReadSet());
            throw InsertFaults.networkError();
        }));
        List<Document> late = faults.inserts().get(1);
        faults.landLate(late);
        faults.landLate(late.subList(1, 3));

        assertThat(firsts(outcomes)).containsExactly(2L, 4L, 5L);
        assertThatLedgerIsWhole(store, 8);
    }

    @Test
    void of_a_batch_that_another_process_overtakes_only_the_conflicting_commit_fails() throws Exception {
        List<Object> outcomes = appendTogether(threeCommits(), () -> faults.then((real, documents) -> {
            other.append(events("b", 0, 1), new ReadSet());
            faults.landLate(documents);
            throw InsertFaults.networkError();
        }));
        faults.landLate(faults.inserts().get(1));

        assertThat(((Commit) outcomes.get(0)).first()).isEqualTo(2L);
        assertThat(outcomes.get(1)).isInstanceOf(StreamMovedException.class);
        assertThat(((Commit) outcomes.get(2)).first()).isEqualTo(4L);
        assertThatLedgerIsWhole(store, 7);
    }

    @Test
    void a_stream_key_that_is_taken_fails_its_commit_alone_and_leaves_no_gap() throws Exception {
        store.append(events("b", 0, 2), new ReadSet());
        LedgerStore unaware = LedgerStore.builder(database.client(), database.name()).faults(faults::around).build();
        store.close();
        store = unaware;

        List<Object> outcomes = appendTogether(threeCommits(), () -> faults.then(InsertFaults.FIRST_PERSISTED_BUT_REPORTED_FAILED));

        assertThat(((Commit) outcomes.get(0)).first()).isEqualTo(3L);
        assertThat(outcomes.get(1)).isInstanceOf(StreamMovedException.class);
        assertThat(((Commit) outcomes.get(2)).first()).isEqualTo(5L);
        assertThatLedgerIsWhole(store, 8);
    }

    @Test
    void a_request_key_that_is_taken_answers_its_commit_alone() throws Exception {
        Commit first = other.append(requested("b", 0, "actor", "key", "digest"), new ReadSet());

        List<Object> outcomes = appendTogether(
                List.of(events("a", 0, 2), requested("b", 0, "actor", "key", "digest"), events("c", 0, 3)), () -> { });

        assertThat(outcomes.get(0)).isInstanceOf(Commit.class);
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(DuplicateRequestException.class,
                e -> assertThat(e.first()).isEqualTo(first));
        assertThat(outcomes.get(2)).isInstanceOf(Commit.class);
        assertThatLedgerIsWhole(store, 7);
    }

    @Test
    void a_request_handed_in_twice_at_once_is_recorded_once() throws Exception {
        List<Object> outcomes = appendTogether(List.of(
                requested("a", 0, "actor", "key", "digest"), requested("a", 0, "actor", "key", "digest"),
                requested("b", 0, "actor", "key", "other")), () -> { });

        Commit first = (Commit) outcomes.get(0);
        assertThat(outcomes.subList(1, 3)).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(DuplicateRequestException.class, e -> assertThat(e.first()).isEqualTo(first)));
        assertThatLedgerIsWhole(store, 2);
    }

    @Test
    void of_two_writers_of_one_stream_in_one_batch_the_first_wins() throws Exception {
        List<Object> outcomes = appendTogether(List.of(events("a", 0, 1), events("a", 0, 1), events("b", 0, 1)), () -> { });

        assertThat(outcomes.get(0)).isInstanceOf(Commit.class);
        assertThat(outcomes.get(1)).isInstanceOf(StreamMovedException.class);
        assertThat(outcomes.get(2)).isInstanceOf(Commit.class);
        assertThat(faults.inserts()).as("the conflict was found without sending it").hasSize(2);
    }

    @Test
    void a_writer_waits_for_an_outcome_only_so_long_and_the_commit_is_settled_without_it() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        InsertFaults silent = new InsertFaults().thenWaitFor(reached, gate);
        LedgerStore impatient = LedgerStore.builder(database.client(), database.name())
                .queue(10, Duration.ofMillis(50))
                .longestUnknown(Duration.ofMillis(50))
                .faults(silent::around).build();
        try {
            Future<Commit> writer = writers.start(() -> impatient.append(events("a", 0, 1), new ReadSet()));
            InsertFaults.await(reached);
            assertThat(Writers.outcome(writer)).isInstanceOf(OutcomeUnknownException.class);
            assertThat(store.entriesOf("a", 0, 10)).isEmpty();
        } finally {
            gate.countDown();
            impatient.close();
        }
        assertThat(store.entriesOf("a", 0, 10)).hasSize(1);
    }

    @Test
    void an_outcome_that_is_unknown_when_the_ledger_is_closed_is_said_to_be_unknown() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        faults.then((real, documents) -> {
            reached.countDown();
            throw InsertFaults.networkError();
        });
        for (int i = 0; i < 100; i++) {
            faults.then(InsertFaults.NOT_PERSISTED);
        }
        Future<Commit> writer = writers.start(() -> store.append(events("a", 0, 1), new ReadSet()));
        InsertFaults.await(reached);
        store.close();

        assertThat(Writers.outcome(writer)).isInstanceOf(OutcomeUnknownException.class);
    }
}
