package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One letter introduced a member to two cells, and each of the two assignments is corrected through another process at
 * once: one correction is recorded, of both, and the other is refused since its step was corrected meanwhile.
 */
class SharedLetterRaceTest {

    private static final int ROUNDS = Integer.getInteger("ledger.race.rounds", 8);

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    /** A member of a post who sits in two cells of a commune by one letter. */
    private record Seated(RunningDesk desk, Actor selects, Actor introduces, Actor agrees, List<String> cells) {

        static Seated on(RunningDesk desk) {
            OrganisationId post = new OrganisationId(desk.organisation("BORDER_POST", null));
            OrganisationId commune = new OrganisationId(desk.organisation("COMMUNE_PARTY_COMMITTEE", null));
            return new Seated(
                    desk,
                    new Actor("selects", post, Role.RECORDER),
                    new Actor("introduces", post, Role.APPROVER),
                    new Actor("agrees", commune, Role.APPROVER),
                    List.of(desk.organisation("CELL", commune.value()), desk.organisation("CELL", commune.value())));
        }

        /** The two assignments of another member. */
        List<String> twice(String code) {
            String member = desk.begin("members", selects, null, Map.of(
                    "effectiveOn", "2010-01-02", "code", code, "home", selects.organisation().value(),
                    "membership", "OFFICIAL", "personalData", Map.of("name", "Nguyễn Văn Thử", "rank", "Thiếu tá"))).id();
            return cells.stream().map(cell -> assigned(member, cell)).toList();
        }

        private String assigned(String member, String cell) {
            String id = desk.begin("cell-assignments", selects, null, Map.of(
                    "effectiveOn", "2013-02-01", "member", member, "post", selects.organisation().value(),
                    "commune", agrees.organisation().value())).id();
            step(id, "agree", agrees, Map.of("effectiveOn", "2013-02-05"));
            step(id, "introduce", introduces, letter("1-GT/ĐU"));
            step(id, "receive", agrees, Map.of("effectiveOn", "2013-02-21"));
            step(id, "assign", agrees, Map.of("effectiveOn", "2013-03-01", "cell", cell));
            return id;
        }

        private void step(String id, String step, Actor actor, Map<String, Object> body) {
            desk.step("cell-assignments", id, step, actor, null, null, body);
        }

        private Map<String, Object> letter(String number) {
            return Map.of(
                    "effectiveOn", "2013-02-20", "letter", number, "letterDate", "2013-02-20", "cells", cells,
                    "regime", "ATTENDANCE", "votingRight", false);
        }

        /** Says through another process what the letter's number was; empty if it was refused as corrected already. */
        Optional<Outcome> correct(RunningDesk through, String assignment, String number) {
            Map<String, Object> replacement = new LinkedHashMap<>(letter(number));
            replacement.put("event", "cell-assignment.introduced");
            try {
                return Optional.of(through.step("cell-assignments", assignment, "correct", introduces, null, null, Map.of(
                        "effectiveOn", "2020-01-01", "corrects", 2, "replacement", replacement, "reason", "Ghi sai số")));
            } catch (RejectedException refused) {
                assertThat(refused.rejection()).isInstanceOf(TimelineRejection.AlreadyCorrected.class);
                return Optional.empty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void two_processes_that_correct_one_letter_leave_both_assignments_under_one_number(TestServer server)
            throws Exception {
        TestDatabase database = server.freshDatabase();
        RunningDesk here = new RunningDesk(server, database);
        RunningDesk there = new RunningDesk(server, database);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            Seated seated = Seated.on(here);
            for (int round = 0; round < ROUNDS; round++) {
                List<String> both = seated.twice("DV-" + round);
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Optional<Outcome>> first = senders.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return seated.correct(here, both.get(0), "2-GT/ĐU");
                });
                Future<Optional<Outcome>> second = senders.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return seated.correct(there, both.get(1), "3-GT/ĐU");
                });
                Optional<Outcome> two = first.get(1, TimeUnit.MINUTES);
                Optional<Outcome> three = second.get(1, TimeUnit.MINUTES);

                assertThat(two.isPresent()).as("one of the two is recorded").isNotEqualTo(three.isPresent());
                here.ledger().catchUp();
                String number = two.isPresent() ? "2-GT/ĐU" : "3-GT/ĐU";
                List<Entry> corrections =
                        both.stream().flatMap(id -> here.ledger().entriesOf(id, 5, 10).stream()).toList();
                assertThat(corrections).hasSize(2);
                assertThat(corrections)
                        .extracting(entry -> entry.payloadTree().at("/replacement/letter").asString())
                        .containsOnly(number);
                assertThat(Math.abs(corrections.get(0).position() - corrections.get(1).position()))
                        .as("in one commit")
                        .isEqualTo(1);
            }
        } finally {
            senders.shutdownNow();
            there.leave();
            here.stop();
        }
    }
}
