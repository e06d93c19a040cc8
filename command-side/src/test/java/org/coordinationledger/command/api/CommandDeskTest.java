package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.basisdocument.command.BasisDocumentAcross;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** Commands handed in at the desk, with the whole command side behind it, on each store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandDeskTest {

    private final Map<String, RunningDesk> desks = new LinkedHashMap<>();

    List<RunningDesk> desks() {
        MongoServers.stores().forEach(server -> desks.computeIfAbsent(server.name(), n -> new RunningDesk(server)));
        return List.copyOf(desks.values());
    }

    @AfterAll
    void stop() {
        desks.values().forEach(RunningDesk::stop);
    }

    @ParameterizedTest
    @MethodSource("desks")
    void a_command_is_recorded_with_its_actor_under_a_stable_name(RunningDesk desk) {
        String id = UUID.randomUUID().toString();
        Outcome outcome = desk.begin("organisations", RunningDesk.ADMINISTRATOR, "key-" + id, organisation(id, "CELL", null));

        Entry entry = desk.ledger().entry(outcome.position()).orElseThrow();
        assertThat(outcome.id()).isEqualTo(id);
        assertThat(outcome.sequence()).isZero();
        assertThat(entry.eventName()).isEqualTo("organisation.registered");
        assertThat(entry.streamType()).isEqualTo("Organisation");
        assertThat(entry.metadata())
                .containsEntry("actor", "administrator")
                .containsEntry("organisation", "centre")
                .containsEntry("role", "ADMINISTRATOR")
                .containsEntry("requestKey", "key-" + id)
                .containsKey("commandDigest")
                .doesNotContainKey("expectedVersion");
    }

    @ParameterizedTest
    @MethodSource("desks")
    void a_repeated_request_gets_the_first_outcome_and_records_nothing(RunningDesk desk) {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = organisation(null, "CELL", null);
        Outcome first = desk.begin("organisations", RunningDesk.ADMINISTRATOR, key, body);
        long tail = desk.ledger().tail();
        Outcome again = desk.begin("organisations", RunningDesk.ADMINISTRATOR, key, body);

        assertThat(again)
                .isEqualTo(new Outcome(
                        first.resource(), first.id(), first.sequence(), first.position(), first.recordedAt(), true));
        assertThat(desk.ledger().tail()).isEqualTo(tail);
    }

    @ParameterizedTest
    @MethodSource("desks")
    void a_key_used_for_other_content_is_refused_and_belongs_to_one_actor(RunningDesk desk) {
        String key = UUID.randomUUID().toString();
        Outcome first = desk.begin("organisations", RunningDesk.ADMINISTRATOR, key, organisation(null, "CELL", null));

        assertThat(rejection(() -> desk.begin(
                        "organisations", RunningDesk.ADMINISTRATOR, key, organisation(null, "BORDER_POST", null))))
                .isEqualTo(new ServiceRejection.IdempotencyKeyReused(key, first.position()));
        Actor other = new Actor("other", new OrganisationId("centre"), Role.ADMINISTRATOR);
        assertThat(desk.begin("organisations", other, key, organisation(null, "CELL", null)).repeated())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("desks")
    void a_repeated_step_is_answered_although_the_rules_would_refuse_it_now(RunningDesk desk) {
        String id = desk.organisation("CELL", null);
        String key = UUID.randomUUID().toString();
        Map<String, Object> dissolve = dissolve("2020-01-01");
        Outcome first = desk.step("organisations", id, "dissolve", RunningDesk.ADMINISTRATOR, key, null, dissolve);

        Outcome again = desk.step("organisations", id, "dissolve", RunningDesk.ADMINISTRATOR, key, null, dissolve);
        assertThat(again.repeated()).isTrue();
        assertThat(again.position()).isEqualTo(first.position());
    }

    @ParameterizedTest
    @MethodSource("desks")
    void a_stale_version_is_refused(RunningDesk desk) {
        String id = desk.organisation("CELL", null);
        Map<String, Object> rename = Map.of("effectiveOn", "2015-01-01", "name", "Tên mới");
        desk.step("organisations", id, "rename", RunningDesk.ADMINISTRATOR, null, 0L, rename);

        assertThat(rejection(() -> desk.step("organisations", id, "rename", RunningDesk.ADMINISTRATOR, null, 0L, rename)))
                .isEqualTo(new ServiceRejection.StaleVersion(0, 1));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void an_unknown_record_or_one_of_another_type_takes_no_step(RunningDesk desk) {
        String organisation = desk.organisation("CELL", null);
        Actor recorder = new Actor("recorder", new OrganisationId("centre"), Role.RECORDER);
        Map<String, Object> expire = Map.of("effectiveOn", "2015-01-01", "reason", "hết hạn");

        assertThat(rejection(() -> desk.step("basis-documents", "nothing", "expire", recorder, null, null, expire)))
                .isEqualTo(new ServiceRejection.UnknownRecord("basis-documents", "nothing"));
        assertThat(rejection(() ->
                        desk.step("basis-documents", organisation, "expire", recorder, null, null, expire)))
                .isEqualTo(new ServiceRejection.UnknownRecord("basis-documents", organisation));
        assertThat(rejection(() -> desk.step(
                        "members", "nothing", "void", recorder, null, null,
                        Map.of("voids", 0, "reason", "nhầm"))))
                .isEqualTo(new ServiceRejection.UnknownRecord("members", "nothing"));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void of_many_who_ask_for_one_number_at_once_one_gets_it(RunningDesk desk) throws Exception {
        String issuer = desk.organisation("PROVINCIAL_PARTY_COMMITTEE", null);
        desk.step("organisations", issuer, "open-term", RunningDesk.ADMINISTRATOR, null, null,
                Map.of("effectiveOn", "2010-10-01", "term", "2010–2015", "lastDay", "2015-09-30"));
        Actor recorder = new Actor("recorder", new OrganisationId(issuer), Role.RECORDER);

        List<Object> results = atOnce(8, () -> desk.begin("basis-documents", recorder, null, document(issuer, "09-QĐ/TU")));

        List<Object> recorded = results.stream().filter(Outcome.class::isInstance).toList();
        assertThat(recorded).hasSize(1);
        String first = ((Outcome) recorded.get(0)).id();
        assertThat(results.stream().filter(r -> !(r instanceof Outcome)))
                .hasSize(7)
                .allMatch(new BasisDocumentAcross.NumberTaken("09-QĐ/TU", first)::equals);
    }

    @ParameterizedTest
    @MethodSource("desks")
    void of_many_who_send_one_request_at_once_all_get_its_one_outcome(RunningDesk desk) throws Exception {
        String key = UUID.randomUUID().toString();
        List<Object> results = atOnce(
                8, () -> desk.begin("organisations", RunningDesk.ADMINISTRATOR, key, organisation(null, "CELL", null)));

        assertThat(results).allMatch(Outcome.class::isInstance);
        assertThat(results.stream().map(r -> ((Outcome) r).position()).distinct()).hasSize(1);
        assertThat(results.stream().filter(r -> !((Outcome) r).repeated())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("desks")
    void nothing_is_attached_to_an_organisation_that_is_dissolved_at_the_same_moment(RunningDesk desk) throws Exception {
        for (int round = 0; round < 20; round++) {
            String superior = desk.organisation("COMMUNE_PARTY_COMMITTEE", null);
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService pool = Executors.newFixedThreadPool(2);
            Future<Outcome> dissolved = pool.submit(() -> {
                start.await();
                return desk.step("organisations", superior, "dissolve", RunningDesk.ADMINISTRATOR, null, null,
                        dissolve("2015-01-01"));
            });
            Future<Object> attached = pool.submit(() -> {
                start.await();
                return result(() -> desk.begin("organisations", RunningDesk.ADMINISTRATOR, null,
                        organisationFrom("2016-01-01", "CELL", superior)));
            });

            Object result = attached.get();
            if (result instanceof Outcome cell) {
                assertThat(cell.position()).isLessThan(dissolved.get().position());
            } else {
                assertThat(result).isInstanceOf(NeighbourRejection.OrganisationDissolved.class);
            }
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("desks")
    void personal_data_are_stored_as_ciphertext_and_no_digest_tells_them(RunningDesk desk) {
        String post = desk.organisation("BORDER_POST", null);
        Actor recorder = new Actor("recorder", new OrganisationId(post), Role.RECORDER);
        String key = UUID.randomUUID().toString();
        Outcome outcome = desk.begin("members", recorder, key, member(post, "DV-" + key, "Nguyễn Văn Minh"));

        Entry entry = desk.ledger().entriesOf(outcome.id(), 0, 1).get(0);
        assertThat(entry.json()).doesNotContain("Minh");
        PersonalData.Sealed sealed = EventJson.mapper()
                .treeToValue(entry.payloadTree().get("personalData"), PersonalData.Sealed.class);
        assertThat(desk.vault().open(new MemberId(outcome.id()), sealed).orElseThrow().name())
                .isEqualTo("Nguyễn Văn Minh");

        assertThat(desk.begin("members", recorder, key, member(post, "DV-" + key, "Nguyễn Văn Minh")).repeated())
                .isTrue();
        assertThat(rejection(() -> desk.begin("members", recorder, key, member(post, "DV-" + key, "Trần Văn Bình"))))
                .isInstanceOf(ServiceRejection.IdempotencyKeyReused.class);
        Entry other = desk.ledger()
                .entriesOf(desk.begin("members", recorder, null, member(post, "DV2-" + key, "Lê Thị Hoa")).id(), 0, 1)
                .get(0);
        Map<String, Object> sameButForTheName = member(post, "DV3-" + key, "Lê Thị Hoa");
        sameButForTheName.put("id", UUID.randomUUID().toString());
        assertThat(other.metadata().get("commandDigest")).hasSize(64);
        assertThat(desk.binding("members", sameButForTheName).digest())
                .isEqualTo(desk.binding("members", withName(sameButForTheName, "Ai đó khác")).digest());
    }

    @ParameterizedTest
    @MethodSource("desks")
    void a_correction_brings_personal_data_in_clear_and_never_sealed(RunningDesk desk) {
        String post = desk.organisation("BORDER_POST", null);
        Actor recorder = new Actor("recorder", new OrganisationId(post), Role.RECORDER);
        String code = "DV-" + UUID.randomUUID();
        Outcome registered = desk.begin("members", recorder, null, member(post, code, "Nguyễn Văn Mình"));
        Map<String, Object> replacement = member(post, code, "Nguyễn Văn Minh");
        replacement.put("event", "member.registered");
        Map<String, Object> correction = new LinkedHashMap<>(
                Map.of("corrects", 0, "replacement", replacement, "reason", "Ghi sai dấu"));

        desk.step("members", registered.id(), "correct", recorder, null, null, correction);

        Entry corrected = desk.ledger().entriesOf(registered.id(), 1, 1).get(0);
        assertThat(corrected.json()).doesNotContain("Minh");
        PersonalData.Sealed sealed = EventJson.mapper()
                .treeToValue(
                        corrected.payloadTree().get("replacement").get("personalData"), PersonalData.Sealed.class);
        assertThat(desk.vault().open(new MemberId(registered.id()), sealed).orElseThrow().name())
                .isEqualTo("Nguyễn Văn Minh");
        replacement.put("personalData", Map.of("nonce", sealed.nonce(), "ciphertext", sealed.ciphertext()));
        assertThatThrownBy(() -> desk.step("members", registered.id(), "correct", recorder, null, null, correction))
                .isInstanceOf(JacksonException.class);
        assertThat(desk.ledger().entriesOf(registered.id(), 0, 10)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("desks")
    void an_erasure_destroys_the_key_and_leaves_every_entry_as_it_was(RunningDesk desk) throws Exception {
        String post = desk.organisation("BORDER_POST", null);
        Actor decider = new Actor("decider", new OrganisationId(post), Role.APPROVER);
        Outcome registered =
                desk.begin("members", decider, null, member(post, "DV-" + UUID.randomUUID(), "Nguyễn Văn Minh"));
        Entry before = desk.ledger().entriesOf(registered.id(), 0, 1).get(0);
        PersonalData.Sealed sealed = EventJson.mapper()
                .treeToValue(before.payloadTree().get("personalData"), PersonalData.Sealed.class);

        desk.step("members", registered.id(), "erase-personal-data", decider, null, null,
                Map.of("effectiveOn", "2024-01-01", "reason", "theo yêu cầu"));

        desk.eventually(() -> desk.vault().open(new MemberId(registered.id()), sealed).isEmpty());
        Entry after = desk.ledger().entriesOf(registered.id(), 0, 1).get(0);
        assertThat(after.leafHash()).isEqualTo(before.leafHash());
        assertThat(after.payloadTree().get("code")).isEqualTo(before.payloadTree().get("code"));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void what_is_not_a_command_is_refused_before_anything_is_looked_up(RunningDesk desk) {
        String id = desk.organisation("CELL", null);
        long tail = desk.ledger().tail();

        assertThat(rejection(() -> desk.begin("nothings", RunningDesk.ADMINISTRATOR, null, Map.of())))
                .isInstanceOf(ServiceRejection.UnknownResource.class);
        assertThat(rejection(() -> desk.step("organisations", id, "explode", RunningDesk.ADMINISTRATOR, null, null, Map.of())))
                .isInstanceOf(ServiceRejection.UnknownResource.class);
        assertThat(rejection(() -> desk.begin("organisations", RunningDesk.ADMINISTRATOR, null, Map.of("kind", "CELL"))))
                .isEqualTo(new ServiceRejection.MissingField("effectiveOn"));
        assertThat(rejection(() -> desk.begin(
                        "organisations", RunningDesk.ADMINISTRATOR, null, Map.of("kind", "CELL", "effectiveOn", "2015-01-01"))))
                .isEqualTo(new ServiceRejection.MissingField("name"));
        assertThat(rejection(() -> desk.step(
                        "organisations", id, "rename", RunningDesk.ADMINISTRATOR, null, null,
                        Map.of("id", "another", "effectiveOn", "2015-01-01", "name", "x"))))
                .isInstanceOf(ServiceRejection.UnknownField.class);
        assertThat(rejection(() -> desk.step(
                        "organisations", id, "rename", RunningDesk.ADMINISTRATOR, null, null,
                        Map.of("actingBody", "CHORUS", "effectiveOn", "2015-01-01", "name", "x"))))
                .isInstanceOf(ServiceRejection.UnknownValue.class);
        assertThat(rejection(() -> desk.step(
                        "organisations", id, "rename", RunningDesk.ADMINISTRATOR, null, null,
                        Map.of("effectiveOn", "1800-01-01", "name", "x"))))
                .isInstanceOf(ValueRejection.ImpossibleDate.class);
        assertThat(desk.ledger().tail()).isEqualTo(tail);
    }

    static Map<String, Object> organisation(@Nullable String id, String kind, @Nullable String superior) {
        Map<String, Object> body = organisationFrom("2010-01-01", kind, superior);
        if (id != null) {
            body.put("id", id);
        }
        return body;
    }

    private static Map<String, Object> organisationFrom(String day, String kind, @Nullable String superior) {
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("effectiveOn", day, "kind", kind, "name", "Tổ chức (minh họa)", "illustrative", true));
        if (superior != null) {
            body.put("partySuperior", superior);
        }
        return body;
    }

    private static Map<String, Object> dissolve(String day) {
        return Map.of("effectiveOn", day, "manner", "DISSOLVED", "reason", "Sắp xếp lại tổ chức");
    }

    private static Map<String, Object> document(String issuer, String number) {
        return Map.of(
                "effectiveOn", "2012-12-03", "issuedOn", "2012-12-03", "number", number, "kind", "REGULATION",
                "series", "PARTY_TERM", "issuer", issuer, "subject", "Quy định tạm thời", "provisional", true,
                "appliesTo", List.of(issuer), "illustrative", false);
    }

    private static Map<String, Object> member(String home, String code, String name) {
        return new LinkedHashMap<>(Map.of(
                "effectiveOn", "2012-01-01", "code", code.substring(0, Math.min(40, code.length())), "home", home,
                "membership", "OFFICIAL", "personalData", Map.of("name", name, "rank", "Đại úy"),
                "illustrative", true));
    }

    private static Map<String, Object> withName(Map<String, Object> body, String name) {
        Map<String, Object> other = new LinkedHashMap<>(body);
        other.put("personalData", Map.of("name", name));
        return other;
    }

    private static List<Object> atOnce(int threads, Callable<Outcome> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<Object>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(() -> {
                start.await();
                return result(work);
            }));
        }
        List<Object> results = new ArrayList<>();
        for (Future<Object> one : running) {
            results.add(one.get());
        }
        pool.shutdown();
        return results;
    }

    private static Object result(Callable<Outcome> work) throws Exception {
        try {
            return work.call();
        } catch (RejectedException e) {
            return e.rejection();
        }
    }

    private static Rejection rejection(Runnable attempt) {
        RejectedException refused = catchThrowableOfType(RejectedException.class, attempt::run);
        assertThat(refused).as("it should have been refused").isNotNull();
        return refused.rejection();
    }
}
