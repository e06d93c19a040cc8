package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.reminder.command.ReminderRun.Result;
import org.coordinationledger.standalone.ReminderProcess.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Two processes of both sides on one store, at days that the test sets. */
class RemindersTest {

    private static final int PROPOSALS = 12;
    private static final int MOST_PER_RUN = 5;

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    /** A district with proposals that it has to answer until 2018-03-13, and a commune with a target due on 2018-03-01. */
    private static final class Pair implements AutoCloseable {

        final TestDatabase database;
        final ReminderProcess here;
        final ReminderProcess there;
        final String programme;

        Pair(TestServer server) throws IOException {
            database = server.freshDatabase();
            here = new ReminderProcess(server, database, "--ledger.reminders.cron=-");
            there = new ReminderProcess(
                    server, database, "--ledger.reminders.cron=-", "--ledger.reminders.most-per-run=" + MOST_PER_RUN);
            here.landscape();
            for (int i = 0; i < PROPOSALS; i++) {
                here.receivedProposal("2018-01-12");
            }
            programme = here.programme("2018-03-01");
            day("2018-02-01");
        }

        void day(String day) {
            here.clock().set(day);
            there.clock().set(day);
        }

        /** Each reminder of an organisation as: what, due on, sent on. */
        List<String> reminders(String organisation) {
            return here.read("district", "/api/v1/reminders?filter.organisation=" + organisation)
                    .at("/items").valueStream()
                    .map(item -> item.get("facts"))
                    .map(f -> f.get("what").asString() + " " + f.get("dueOn").asString() + " " + f.get("sentOn").asString())
                    .toList();
        }

        @Override
        public void close() {
            there.close();
            here.close();
            database.close();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void two_processes_at_the_same_time_remind_of_everything_once(TestServer server) throws Exception {
        try (Pair pair = new Pair(server)) {
            pair.day("2018-03-14");
            CyclicBarrier together = new CyclicBarrier(2);
            List<Result> results = new ArrayList<>();

            CompletableFuture<List<Result>> elsewhere =
                    CompletableFuture.supplyAsync(() -> runsToTheEnd(pair.there, together));
            results.addAll(runsToTheEnd(pair.here, together));
            results.addAll(elsewhere.get());

            assertThat(results.stream().mapToInt(Result::sent).sum()).isEqualTo(PROPOSALS + 1);
            assertThat(results).allMatch(result -> result.refused() == 0);
            assertThat(pair.reminders("district"))
                    .hasSize(PROPOSALS)
                    .containsOnly("PROPOSAL_ANSWER 2018-03-13 2018-03-14");
            assertThat(pair.reminders("commune")).containsExactly("PROGRAMME_TARGET 2018-03-01 2018-03-14");
            long tail = pair.here.tail();
            pair.day("2018-03-20");
            assertThat(pair.here.run()).contains(new Result(0, 0, false));
            assertThat(pair.there.run()).contains(new Result(0, 0, false));
            assertThat(pair.here.tail()).as("nothing new is recorded").isEqualTo(tail);
        }
    }

    private static List<Result> runsToTheEnd(ReminderProcess process, CyclicBarrier together) {
        List<Result> results = new ArrayList<>();
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        do {
            results.add(process.run().orElseThrow());
        } while (results.get(results.size() - 1).more());
        return results;
    }

    @ParameterizedTest
    @MethodSource("stores")
    void another_due_day_is_reminded_of_anew_and_a_run_is_bounded(TestServer server) throws Exception {
        try (Pair pair = new Pair(server)) {
            pair.day("2018-03-01");
            assertThat(pair.here.run()).as("the due day itself").contains(new Result(0, 0, false));
            pair.day("2018-03-02");
            assertThat(pair.here.run()).contains(new Result(1, 0, false));
            pair.here.post("commune", "/api/v1/programmes/" + pair.programme + "/adjust-target", Map.of(
                    "effectiveOn", "2018-03-03", "target", "cells", "dueOn", "2018-03-10", "reason", "Gia hạn",
                    "planned", Map.of("value", 33, "quality", "EXACT")));
            pair.day("2018-03-05");
            assertThat(pair.here.run()).contains(new Result(0, 0, false));
            pair.day("2018-03-11");
            assertThat(pair.there.run()).contains(new Result(1, 0, false));
            assertThat(pair.reminders("commune")).containsExactlyInAnyOrder(
                    "PROGRAMME_TARGET 2018-03-01 2018-03-02", "PROGRAMME_TARGET 2018-03-10 2018-03-11");

            pair.day("2018-03-14");
            assertThat(pair.there.run()).contains(new Result(MOST_PER_RUN, 0, true));
            assertThat(pair.there.run()).contains(new Result(MOST_PER_RUN, 0, true));
            assertThat(pair.there.run()).contains(new Result(PROPOSALS - 2 * MOST_PER_RUN, 0, false));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void who_was_reminded_sees_it_and_takes_note_and_nobody_else_does(TestServer server) throws Exception {
        try (Pair pair = new Pair(server)) {
            pair.day("2018-03-02");
            assertThat(pair.here.run()).contains(new Result(1, 0, false));
            String figure = "/api/v1/figures/remindersUnacknowledged?scope=district";
            JsonNode waiting = pair.here.read("commune", "/api/v1/organisations/commune/waiting").at("/items").valueStream()
                    .filter(item -> item.get("what").asString().equals("REMINDER_ACKNOWLEDGEMENT"))
                    .findFirst()
                    .orElseThrow();
            String reminder = "/api/v1/reminders/" + waiting.get("id").asString();
            assertThat(waiting.get("resource").asString()).isEqualTo("reminders");
            assertThat(waiting.get("since").asString()).isEqualTo("2018-03-02");
            assertThat(pair.here.read("commune", figure).get("value").intValue()).isEqualTo(1);

            Map<String, Object> note = Map.of("effectiveOn", "2018-03-02", "remark", "Đang hoàn thành chỉ tiêu");
            Answer refused = pair.there.send("district", reminder + "/acknowledge", note);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().get("type").asString()).isEqualTo("/problems/reminder/not-your-step");
            pair.there.post("commune", reminder + "/acknowledge", note);

            assertThat(pair.here.read("commune", figure).get("value").intValue()).isZero();
            assertThat(pair.here.read("commune", "/api/v1/figures/remindersSent?scope=district").get("value").intValue())
                    .isEqualTo(1);
            assertThat(pair.here.read("commune", "/api/v1/organisations/commune/waiting").at("/items").valueStream()
                            .map(item -> item.get("what").asString()))
                    .containsExactly("PROGRAMME_TARGET");
            assertThat(pair.here.read("commune", reminder).at("/state/remark").asString())
                    .isEqualTo("Đang hoàn thành chỉ tiêu");
            assertThat(pair.here.run()).as("it was reminded of").contains(new Result(0, 0, false));
        }
    }

    @Test
    void the_scheduler_runs_by_itself_at_the_hours_set() throws IOException {
        TestServer server = MongoServers.embedded();
        try (TestDatabase database = server.freshDatabase();
                ReminderProcess process = new ReminderProcess(server, database, "--ledger.reminders.cron=* * * * * *")) {
            process.landscape();
            process.programme("2018-03-01");
            process.clock().set("2018-03-02");

            Awaitility.await().untilAsserted(() -> assertThat(process.read("commune", "/api/v1/reminders").at("/items"))
                    .hasSize(1));
        }
    }
}
