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

/** Processes of both sides on one store, at days that the test sets. */
class RemindersTest {

    private static final int PROPOSALS = 12;
    private static final int MOST_PER_RUN = 5;
    private static final Result NOTHING = new Result(0, 0, false);

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    /** A district with proposals that it has to answer until 2018-03-13, and a commune with a target due on 2018-03-01. */
    private static final class Province implements AutoCloseable {

        final TestServer server;
        final TestDatabase database;
        final ReminderProcess here;
        final String programme;

        Province(TestServer server) throws IOException {
            this.server = server;
            database = server.freshDatabase();
            here = process("2018-01-20", "-");
            here.landscape();
            for (int i = 0; i < PROPOSALS; i++) {
                here.receivedProposal("2018-01-12");
            }
            programme = here.programme("2018-03-01");
        }

        /** Another process on the same store. */
        ReminderProcess process(String day, String cron) throws IOException {
            return new ReminderProcess(
                    server, database, "--day=" + day, "--ledger.reminders.cron=" + cron,
                    "--ledger.reminders.most-per-run=" + MOST_PER_RUN);
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
            here.close();
            database.close();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void two_processes_at_the_same_time_remind_of_everything_once(TestServer server) throws Exception {
        try (Province province = new Province(server);
                ReminderProcess there = province.process("2018-03-14", "-")) {
            province.here.clock().set("2018-03-14");
            CyclicBarrier together = new CyclicBarrier(2);

            CompletableFuture<List<Result>> elsewhere =
                    CompletableFuture.supplyAsync(() -> runsToTheEnd(there, together));
            List<Result> results = new ArrayList<>(runsToTheEnd(province.here, together));
            results.addAll(elsewhere.get());

            assertThat(results.stream().mapToInt(Result::sent).sum()).isEqualTo(PROPOSALS + 1);
            assertThat(results).allMatch(result -> result.refused() == 0);
            assertThat(province.reminders("district"))
                    .hasSize(PROPOSALS)
                    .containsOnly("PROPOSAL_ANSWER 2018-03-13 2018-03-14");
            assertThat(province.reminders("commune")).containsExactly("PROGRAMME_TARGET 2018-03-01 2018-03-14");
            long tail = province.here.tail();
            there.clock().set("2018-03-20");
            assertThat(province.here.run()).contains(NOTHING);
            assertThat(there.run()).contains(NOTHING);
            assertThat(province.here.tail()).as("nothing new is recorded").isEqualTo(tail);
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
        try (Province province = new Province(server)) {
            province.here.clock().set("2018-03-01");
            assertThat(province.here.run()).as("the due day itself").contains(NOTHING);
            province.here.clock().set("2018-03-02");
            assertThat(province.here.run()).contains(new Result(1, 0, false));
            province.here.post("commune", "/api/v1/programmes/" + province.programme + "/adjust-target", Map.of(
                    "effectiveOn", "2018-03-03", "target", "cells", "dueOn", "2018-03-10", "reason", "Gia hạn",
                    "planned", Map.of("value", 33, "quality", "EXACT")));
            province.here.clock().set("2018-03-05");
            assertThat(province.here.run()).contains(NOTHING);
            province.here.clock().set("2018-03-11");
            assertThat(province.here.run()).contains(new Result(1, 0, false));
            assertThat(province.reminders("commune")).containsExactlyInAnyOrder(
                    "PROGRAMME_TARGET 2018-03-01 2018-03-02", "PROGRAMME_TARGET 2018-03-10 2018-03-11");

            province.here.clock().set("2018-03-14");
            assertThat(province.here.run()).contains(new Result(MOST_PER_RUN, 0, true));
            assertThat(province.here.run()).contains(new Result(MOST_PER_RUN, 0, true));
            assertThat(province.here.run()).contains(new Result(PROPOSALS - 2 * MOST_PER_RUN, 0, false));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void who_was_reminded_sees_it_and_takes_note_and_nobody_else_does(TestServer server) throws Exception {
        try (Province province = new Province(server)) {
            province.here.clock().set("2018-03-02");
            assertThat(province.here.run()).contains(new Result(1, 0, false));
            String figure = "/api/v1/figures/remindersUnacknowledged?scope=district";
            JsonNode waiting = province.here.read("commune", "/api/v1/organisations/commune/waiting").at("/items").valueStream()
                    .filter(item -> item.get("what").asString().equals("REMINDER_ACKNOWLEDGEMENT"))
                    .findFirst()
                    .orElseThrow();
            String reminder = "/api/v1/reminders/" + waiting.get("id").asString();
            assertThat(waiting.get("resource").asString()).isEqualTo("reminders");
            assertThat(waiting.get("since").asString()).isEqualTo("2018-03-02");
            assertThat(province.here.read("commune", figure).get("value").intValue()).isEqualTo(1);

            Map<String, Object> note = Map.of("effectiveOn", "2018-03-02", "remark", "Đang hoàn thành chỉ tiêu");
            Answer refused = province.here.send("district", reminder + "/acknowledge", note);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().get("type").asString()).isEqualTo("/problems/reminder/not-your-step");
            province.here.post("commune", reminder + "/acknowledge", note);

            assertThat(province.here.read("commune", figure).get("value").intValue()).isZero();
            assertThat(province.here.read("commune", "/api/v1/figures/remindersSent?scope=district").get("value").intValue())
                    .isEqualTo(1);
            assertThat(province.here.read("commune", "/api/v1/organisations/commune/waiting").at("/items").valueStream()
                            .map(item -> item.get("what").asString()))
                    .containsExactly("PROGRAMME_TARGET");
            assertThat(province.here.read("commune", reminder).at("/state/remark").asString())
                    .isEqualTo("Đang hoàn thành chỉ tiêu");
            assertThat(province.here.run()).as("it was reminded of").contains(NOTHING);
        }
    }

    @Test
    void the_scheduler_runs_by_itself_at_the_hours_set() throws IOException {
        try (Province province = new Province(MongoServers.embedded());
                ReminderProcess scheduled = province.process("2018-03-02", "* * * * * *")) {
            Awaitility.await().untilAsserted(() -> assertThat(scheduled.read("commune", "/api/v1/reminders").at("/items"))
                    .hasSize(1));
        }
    }
}
