package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.ledger.testing.TestServer.TestDatabase;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two command sides on one ledger, each remembering records that the other goes on with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoDesksTest {

    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    record Pair(RunningDesk here, RunningDesk there) {

        static Pair on(TestServer server) {
            TestDatabase database = server.freshDatabase();
            return new Pair(new RunningDesk(server, database), new RunningDesk(server, database));
        }
    }

    List<Pair> pairs() {
        MongoServers.stores().forEach(server -> pairs.computeIfAbsent(server.name(), name -> Pair.on(server)));
        return List.copyOf(pairs.values());
    }

    @AfterAll
    void stop() {
        pairs.values().forEach(pair -> {
            pair.there().leave();
            pair.here().stop();
        });
    }

    private static Outcome rename(RunningDesk desk, String id, String name, @Nullable Long expected) {
        return desk.step("organisations", id, "rename", RunningDesk.ADMINISTRATOR, null, expected,
                Map.of("effectiveOn", "2015-01-01", "name", name));
    }

    private static void dissolve(RunningDesk desk, String id) {
        desk.step("organisations", id, "dissolve", RunningDesk.ADMINISTRATOR, null, null,
                Map.of("effectiveOn", "2016-01-01", "manner", "DISSOLVED", "reason", "Sắp xếp lại tổ chức"));
    }

    private static Outcome below(RunningDesk desk, String superior) {
        Map<String, Object> cell = new LinkedHashMap<>(CommandDeskTest.organisation(null, "CELL", superior));
        cell.put("effectiveOn", "2017-01-01");
        return desk.begin("organisations", RunningDesk.ADMINISTRATOR, null, cell);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_version_that_the_other_made_is_not_refused_as_stale(Pair pair) {
        RunningDesk here = pair.here();
        RunningDesk there = pair.there();
        String id = here.organisation("CELL", null);
        for (long version = 0; version < 20; version += 2) {
            assertThat(rename(there, id, "Tên " + version, version).sequence()).isEqualTo(version + 1);
            assertThat(rename(here, id, "Tên khác " + version, version + 1).sequence()).isEqualTo(version + 2);
        }
        assertThatThrownBy(() -> rename(there, id, "Tên cũ", 3L))
                .isInstanceOfSatisfying(RejectedException.class, refused ->
                        assertThat(refused.rejection()).isEqualTo(new ServiceRejection.StaleVersion(3, 20)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_record_that_the_other_began_is_known(Pair pair) {
        RunningDesk here = pair.here();
        RunningDesk there = pair.there();
        String asked = UUID.randomUUID().toString();
        assertThatThrownBy(() -> rename(here, asked, "Chưa có", null))
                .isInstanceOfSatisfying(RejectedException.class, refused ->
                        assertThat(refused.rejection()).isInstanceOf(ServiceRejection.UnknownRecord.class));
        there.begin("organisations", RunningDesk.ADMINISTRATOR, null, CommandDeskTest.organisation(asked, "CELL", null));
        assertThat(rename(here, asked, "Đã có", null).sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void what_becomes_visible_only_by_catching_up_is_not_refused(Pair pair) {
        RunningDesk there = pair.there();
        String asked = UUID.randomUUID().toString();
        CommandDesk here = pair.here().deskThatCatchesUpBy(() -> there.begin("organisations", RunningDesk.ADMINISTRATOR,
                null, CommandDeskTest.organisation(asked, "CELL", null)));

        assertThat(here.take("organisations", renaming(pair.here(), asked), RunningDesk.ADMINISTRATOR, null, null).sequence())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void who_cannot_catch_up_refuses_nothing_and_still_records(Pair pair) {
        CommandDesk here = pair.here().deskThatCatchesUpBy(() -> {
            throw new MongoTimeoutException("no majority");
        });
        String id = pair.here().organisation("CELL", null);

        assertThatThrownBy(() -> here.take("organisations", renaming(pair.here(), UUID.randomUUID().toString()),
                RunningDesk.ADMINISTRATOR, null, null)).isInstanceOf(MongoTimeoutException.class);
        assertThat(here.take("organisations", renaming(pair.here(), id), RunningDesk.ADMINISTRATOR, null, null).sequence())
                .isEqualTo(1);
    }

    private static BoundCommand renaming(RunningDesk desk, String id) {
        return desk.stepping("organisations", id, "rename", Map.of("effectiveOn", "2015-01-01", "name", "Tên mới"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nothing_is_put_under_what_the_other_dissolved_and_something_is_once_that_is_taken_back(Pair pair) {
        RunningDesk here = pair.here();
        RunningDesk there = pair.there();
        String superior = here.organisation("COMMUNE_PARTY_COMMITTEE", null);
        below(here, superior);
        dissolve(there, superior);
        assertThatThrownBy(() -> below(here, superior))
                .isInstanceOfSatisfying(RejectedException.class, refused ->
                        assertThat(refused.rejection()).isInstanceOf(NeighbourRejection.OrganisationDissolved.class));

        there.step("organisations", superior, "void", RunningDesk.ADMINISTRATOR, null, null,
                Map.of("voids", 1, "reason", "Ghi nhầm"));
        assertThat(below(here, superior).sequence()).isZero();
    }
}
