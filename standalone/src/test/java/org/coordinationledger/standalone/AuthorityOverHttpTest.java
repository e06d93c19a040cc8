package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.coordinationledger.actor.Role;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.standalone.OutsideClient.Answer;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who may act is answered from the ledger: a fresh one, with nobody but the administration to begin with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorityOverHttpTest {

    private static final String NOT_ENTITLED = "/problems/command/not-entitled";
    private static final String TODAY = LocalDate.now(Dates.ZONE).toString();
    private static final int OFFICES = 8;

    private final Map<String, Desk> desks = new LinkedHashMap<>();

    List<Desk> desks() {
        MongoServers.stores().forEach(store -> desks.computeIfAbsent(store.name(), name -> new Desk(store)));
        return List.copyOf(desks.values());
    }

    @AfterAll
    void stop() {
        desks.values().forEach(desk -> desk.server.close());
    }

    /** A running ledger, whose users are known for offices that are yet to be registered. */
    private static final class Desk {

        private final String name;
        private final Server server;
        private final OutsideClient client;
        private final AtomicInteger offices = new AtomicInteger();

        Desk(TestServer store) {
            name = store.name();
            Path folder = MongoServers.temporaryFolder("authority");
            try {
                Path logins = folder.resolve("logins.csv");
                Files.write(logins, writeUsers(folder));
                Server.writeKeys(folder);
                String database = "authority" + System.nanoTime();
                server = Server.start(0, folder, new Store(store.isEmbedded() ? null
                        : Store.withDatabase(store.connectionString(), database)), Server.Output.QUIET);
                client = new OutsideClient(server.address(), logins);
                Office.accepted(client.post("admin", "/api/v1/organisations", """
                        {"id": "addressee", "effectiveOn": "2010-01-01", "kind": "PROVINCIAL_BORDER_GUARD_COMMITTEE",
                         "name": "Đảng ủy Biên phòng (minh họa)", "illustrative": true}"""));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private static List<String> writeUsers(Path folder) {
            List<User> users = new ArrayList<>();
            users.add(user("admin", "administration", Role.ADMINISTRATOR));
            for (int n = 1; n <= OFFICES; n++) {
                users.add(user("secretary-" + n, "office-" + n, Role.APPROVER));
                users.add(user("deputy-" + n, "office-" + n, Role.APPROVER));
                users.add(user("clerk-" + n, "office-" + n, Role.RECORDER));
            }
            new UsersFile(Server.usersFile(folder)).write(users);
            List<String> rows = new ArrayList<>(List.of("username,password,role,organisation"));
            users.forEach(user -> rows.add("%s,secret,%s,\"%s\"".formatted(user.username(), user.role(), user.username())));
            return rows;
        }

        private static User user(String name, String organisation, Role role) {
            return new User(name, UsersFile.hash("secret", 4), name, new OrganisationId(organisation), role);
        }

        Office office() throws IOException {
            Office office = new Office(client, offices.incrementAndGet());
            office.registered();
            return office;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An office with a secretary, a deputy and a clerk, none of whom has a mandate yet. */
    private record Office(OutsideClient client, int number) {

        void registered() throws IOException {
            accepted(client.post("admin", "/api/v1/organisations", """
                    {"id": "%s", "effectiveOn": "2010-01-01", "kind": "BORDER_POST", "name": "Đồn %d (minh họa)",
                     "partySuperior": "addressee", "illustrative": true}""".formatted(id(), number)));
        }

        String id() {
            return "office-" + number;
        }

        Answer grant(String by, String to, Role role, String from, String more) throws IOException {
            return client.post(by, "/api/v1/mandates", """
                    {"effectiveOn": "%s", "person": "%s-%d", "organisation": "%s", "role": "%s", "illustrative": true%s}"""
                    .formatted(from, to, number, id(), role, more));
        }

        Answer revoke(String by, String mandate, String from) throws IOException {
            return client.post(by, "/api/v1/mandates/" + mandate + "/revoke", """
                    {"effectiveOn": "%s", "reason": "Điều động công tác"}""".formatted(from));
        }

        /** A step of another feature. */
        Answer acts(String who) throws IOException {
            return client.post(who + "-" + number, "/api/v1/proposals", """
                    {"effectiveOn": "2020-01-01", "by": ["%s"], "to": "addressee", "kind": "REQUEST",
                     "subject": "Đề nghị", "illustrative": true}""".formatted(id()));
        }

        JsonNode entitlement(String who, Role role, long upTo, String more) throws IOException {
            Answer answer = client.get("admin", "/api/v1/entitlement?person=%s-%d&organisation=%s&role=%s%s&waitForPosition=%d"
                    .formatted(who, number, id(), role, more, upTo));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return answer.body();
        }

        void refused(Answer answer, String problem) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo(problem);
            assertThat(answer.body().path("detail").asString()).isNotBlank().doesNotContain("{");
        }

        static Answer accepted(Answer answer) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            return answer;
        }

        static long position(Answer answer) {
            return accepted(answer).body().path("position").asLong();
        }

        static String id(Answer answer) {
            return accepted(answer).body().path("id").asString();
        }
    }

    @ParameterizedTest
    @MethodSource("desks")
    void who_is_granted_a_mandate_acts_and_who_is_not_records_nothing(Desk desk) throws IOException {
        Office office = desk.office();
        String proposals = "/api/v1/proposals?filter.by=" + office.id();
        String reader = "secretary-" + office.number();
        String before = office.client().get(reader, proposals).body().path("items").toString();
        office.refused(office.acts("clerk"), NOT_ENTITLED);
        Answer granted = office.grant("admin", "clerk", Role.RECORDER, TODAY, "");
        long at = Office.position(granted);
        assertThat(office.client().get(reader, proposals + "&waitForPosition=" + at).body().path("items").toString())
                .isEqualTo(before)
                .isEqualTo("[]");
        Office.accepted(office.acts("clerk"));
        office.refused(office.acts("deputy"), NOT_ENTITLED);

        JsonNode entitled = office.entitlement("clerk", Role.RECORDER, at, "");
        assertThat(entitled.path("entitled").asBoolean()).isTrue();
        assertThat(entitled.path("ground").asString()).isEqualTo("OWN_MANDATE");
        assertThat(entitled.at("/mandate/id").asString()).isEqualTo(Office.id(granted));
        assertThat(entitled.at("/mandate/grantedBy").asString()).isEqualTo("admin");
        assertThat(entitled.at("/mandate/grantedFor").asString()).isEqualTo("administration");
        assertThat(entitled.at("/mandate/grantedAt").asLong()).isLessThanOrEqualTo(at).isGreaterThanOrEqualTo(at - 1);
        assertThat(office.entitlement("clerk", Role.RECORDER, at, "&effectiveOn=2015-01-01").path("ground").asString())
                .isEqualTo("NO_MANDATE");
    }

    @ParameterizedTest
    @MethodSource("desks")
    void who_is_revoked_or_whose_last_day_has_passed_does_not_act(Desk desk) throws IOException {
        Office office = desk.office();
        String mandate = Office.id(office.grant("admin", "clerk", Role.RECORDER, "2020-01-01", ""));
        Office.accepted(office.acts("clerk"));
        Office.accepted(office.revoke("admin", mandate, TODAY));
        office.refused(office.acts("clerk"), NOT_ENTITLED);

        Office.accepted(office.grant("admin", "deputy", Role.APPROVER, "2020-01-01", ", \"lastDay\": \"2020-12-31\""));
        office.refused(office.acts("deputy"), NOT_ENTITLED);
    }

    @ParameterizedTest
    @MethodSource("desks")
    void a_delegation_is_over_when_the_lender_s_own_mandate_is_revoked(Desk desk) throws IOException {
        Office office = desk.office();
        String own = Office.id(office.grant("admin", "secretary", Role.APPROVER, "2020-01-01", ""));
        String until = LocalDate.now(Dates.ZONE).plusDays(10).toString();
        String lent = ", \"lastDay\": \"%s\", \"delegatedBy\": \"secretary-%d\"".formatted(until, office.number());
        Answer granted = office.grant("secretary-" + office.number(), "deputy", Role.APPROVER, TODAY, lent);
        Office.accepted(granted);
        Office.accepted(office.acts("deputy"));
        JsonNode entitled = office.entitlement("deputy", Role.APPROVER, Office.position(granted), "");
        assertThat(entitled.path("ground").asString()).isEqualTo("DELEGATION");
        assertThat(entitled.at("/mandate/delegatedBy").asString()).isEqualTo("secretary-" + office.number());
        assertThat(entitled.at("/mandate/until").asString()).isEqualTo(until);

        long revokedAt = Office.position(office.revoke("admin", own, TODAY));
        office.refused(office.acts("deputy"), "/problems/command/delegation-over");
        assertThat(office.entitlement("deputy", Role.APPROVER, revokedAt, "").path("ground").asString())
                .isEqualTo("DELEGATION_OVER");
    }

    @ParameterizedTest
    @MethodSource("desks")
    void nobody_grants_to_themselves(Desk desk) throws IOException {
        Office office = desk.office();
        office.refused(
                office.client().post("admin", "/api/v1/mandates", """
                        {"effectiveOn": "%s", "person": "admin", "organisation": "%s", "role": "APPROVER"}"""
                        .formatted(TODAY, office.id())),
                "/problems/mandate/own-mandate");
        Office.accepted(office.grant("admin", "secretary", Role.APPROVER, "2020-01-01", ""));
        office.refused(
                office.grant("secretary-" + office.number(), "clerk", Role.RECORDER, TODAY, ""),
                "/problems/mandate/not-theirs-to-grant");
    }

    @ParameterizedTest
    @MethodSource("desks")
    void what_was_known_then_stays_known_though_a_revocation_reaches_back(Desk desk) throws IOException {
        Office office = desk.office();
        String mandate = Office.id(office.grant("admin", "clerk", Role.RECORDER, "2020-01-01", ""));
        long acted = Office.position(office.acts("clerk"));
        long revoked = Office.position(office.revoke("admin", mandate, "2021-01-01"));

        String then = "&effectiveOn=" + TODAY + "&knownOn=" + acted;
        assertThat(office.entitlement("clerk", Role.RECORDER, revoked, then).path("entitled").asBoolean()).isTrue();
        JsonNode now = office.entitlement("clerk", Role.RECORDER, revoked, "&effectiveOn=" + TODAY);
        assertThat(now.path("entitled").asBoolean()).isFalse();
        assertThat(now.path("mandate").isNull()).isTrue();
        assertThat(office.entitlement("clerk", Role.RECORDER, revoked, "&effectiveOn=2020-12-31")
                .path("entitled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("desks")
    void an_administrator_of_the_administration_is_entitled_without_a_mandate(Desk desk) throws IOException {
        Answer answer = desk.client.get(
                "admin", "/api/v1/entitlement?person=admin&organisation=administration&role=ADMINISTRATOR");
        assertThat(answer.body().path("entitled").asBoolean()).as(answer.text()).isTrue();
        assertThat(answer.body().path("ground").asString()).isEqualTo("ADMINISTRATION");
        assertThat(desk.client.get("admin", "/api/v1/entitlement?person=admin&role=KING").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("desks")
    void lists_figures_and_what_waits_tell_of_mandates(Desk desk) throws IOException {
        Office office = desk.office();
        Office.accepted(office.grant("admin", "secretary", Role.APPROVER, "2020-01-01", ""));
        String soon = LocalDate.now(Dates.ZONE).plusDays(3).toString();
        long at = Office.position(office.grant("admin", "clerk", Role.RECORDER, "2020-01-01", ", \"lastDay\": \"%s\"".formatted(soon)));

        String wait = "&waitForPosition=" + at;
        JsonNode listed = office.client().get(
                "admin", "/api/v1/mandates?filter.organisation=" + office.id() + "&filter.role=RECORDER" + wait).body();
        assertThat(listed.path("items")).hasSize(1);
        assertThat(listed.at("/items/0/facts/person").asString()).isEqualTo("clerk-" + office.number());
        assertThat(listed.at("/items/0/facts/stage").asString()).isEqualTo("ENDING");
        assertThat(listed.at("/items/0/facts/lastDay").asString()).isEqualTo(soon);
        assertThat(figure(office, "mandatesInForce", wait)).isEqualTo(2);
        assertThat(figure(office, "approversInForce", wait)).isEqualTo(1);
        assertThat(figure(office, "delegationsInForce", wait)).isZero();
        JsonNode waiting = office.client().get(
                "admin", "/api/v1/organisations/" + office.id() + "/waiting?competence=AUTHORISE" + wait).body();
        assertThat(waiting.at("/items/0/what").asString()).isEqualTo("MANDATE_ENDING");
        assertThat(waiting.at("/items/0/due").asString()).isEqualTo(soon);
    }

    private static long figure(Office office, String name, String wait) throws IOException {
        return office.client().get("admin", "/api/v1/figures/" + name + "?scope=" + office.id() + wait)
                .body().path("value").asLong(-1);
    }
}
