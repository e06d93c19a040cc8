package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mandate is revoked at one desk while its holder acts at another: whoever is revoked first records nothing. */
class RevocationRaceTest {

    private static final int ROUNDS = Integer.getInteger("ledger.race.rounds", 30);
    private static final String TODAY = LocalDate.now(Dates.ZONE).toString();

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void nobody_records_after_their_mandate_was_revoked(TestServer server) throws Exception {
        TestDatabase database = server.freshDatabase();
        String mandates = "--ledger.authority=mandates";
        RunningDesk here = new RunningDesk(server, database, mandates);
        RunningDesk there = new RunningDesk(server, database, mandates);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            String above = here.organisation("PROVINCIAL_BORDER_GUARD_COMMITTEE", null);
            String post = here.organisation("BORDER_POST", above);
            for (int round = 0; round < ROUNDS; round++) {
                Actor clerk = new Actor("clerk-" + round, new OrganisationId(post), Role.RECORDER);
                String mandate = here.begin("mandates", RunningDesk.ADMINISTRATOR, null, Map.of(
                        "effectiveOn", "2020-01-01", "person", clerk.person(), "organisation", post,
                        "role", "RECORDER")).id();
                propose(there, clerk, above);
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Outcome> revocation = senders.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return here.step("mandates", mandate, "revoke", RunningDesk.ADMINISTRATOR, null, null,
                            Map.of("effectiveOn", TODAY, "reason", "Điều động"));
                });
                Future<Optional<Outcome>> act = senders.submit(() -> {
                    together.await(1, TimeUnit.MINUTES);
                    return unlessRefused(there, clerk, above);
                });
                long revoked = revocation.get(1, TimeUnit.MINUTES).position();
                act.get(1, TimeUnit.MINUTES)
                        .ifPresent(recorded -> assertThat(recorded.position()).isLessThan(revoked));
                assertThat(unlessRefused(there, clerk, above)).isEmpty();
            }
        } finally {
            senders.shutdownNow();
            there.leave();
            here.stop();
        }
    }

    private static Optional<Outcome> unlessRefused(RunningDesk desk, Actor clerk, String above) {
        try {
            return Optional.of(propose(desk, clerk, above));
        } catch (RejectedException refused) {
            assertThat(refused.rejection()).isEqualTo(new CommandRejection.NotEntitled(
                    clerk.person(), clerk.organisation().value(), "RECORDER", LocalDate.parse(TODAY)));
            return Optional.empty();
        }
    }

    private static Outcome propose(RunningDesk desk, Actor clerk, String above) {
        return desk.begin("proposals", clerk, null, Map.of(
                "effectiveOn", "2021-01-01", "by", List.of(clerk.organisation().value()), "to", above,
                "kind", "REQUEST", "subject", "Đề nghị"));
    }
}
