package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.command.record.SuccessorRejection;
import org.coordinationledger.handover.command.HandoverAcross;
import org.coordinationledger.handover.command.HandoverPreviewController;
import org.coordinationledger.handover.command.HandoverProcess;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.testing.MongoServers;
import org.coordinationledger.ledger.testing.TestServer;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Proposals that lie before a province when it is merged into another, handed over by one decision. */
class HandoverTest {

    private static final String ON = "2025-07-01";
    private static final int PROPOSALS = 40;

    /** One process for each store; every test has organisations of its own. */
    private static final Map<String, RunningDesk> DESKS = new LinkedHashMap<>();

    static Stream<TestServer> stores() {
        return MongoServers.stores();
    }

    @AfterAll
    static void stop() {
        DESKS.values().forEach(RunningDesk::stop);
    }

    /** A province with proposals before it, merged. */
    private static final class Merger {

        final RunningDesk desk;
        final String province;
        final String heir;
        final Actor heirDecides;
        final List<String> proposals = new ArrayList<>();

        Merger(RunningDesk desk) {
            this.desk = desk;
            province = desk.organisation("PROVINCIAL_PARTY_COMMITTEE", null);
            heir = desk.organisation("PROVINCIAL_PARTY_COMMITTEE", null);
            heirDecides = new Actor("secretary", new OrganisationId(heir), Role.APPROVER);
            String commune = desk.organisation("COMMUNE_PARTY_COMMITTEE", province);
            Actor recorder = new Actor("recorder", new OrganisationId(commune), Role.RECORDER);
            for (int i = 0; i < PROPOSALS; i++) {
                proposals.add(desk.begin("proposals", recorder, null, Map.of(
                                "effectiveOn", "2024-01-05", "by", List.of(commune), "to", province, "kind", "REQUEST",
                                "subject", "Đề nghị số " + i))
                        .id());
            }
            desk.step("organisations", province, "dissolve", RunningDesk.ADMINISTRATOR, null, null, Map.of(
                    "effectiveOn", ON, "manner", "MERGED", "successors", List.of(heir), "reason", "Sắp xếp tỉnh"));
        }

        Map<String, Object> list() {
            List<Map<String, Object>> items = new ArrayList<>();
            for (int i = 0; i < PROPOSALS; i++) {
                Map<String, Object> record = Map.of("resource", "proposals", "id", proposals.get(i));
                items.add(i % 10 == 3
                        ? Map.of("record", record, "outcome", "LAPSED", "reason", "Không còn đối tượng")
                        : Map.of("record", record, "outcome", "INHERITED", "by", heir));
            }
            items.add(Map.of(
                    "record", Map.of("resource", "proposals", "id", "nowhere"), "outcome", "INHERITED", "by", heir));
            return Map.of("effectiveOn", ON, "from", province, "items", items, "reason", "Bàn giao theo quyết định");
        }

        HandoverState handover(String id) {
            Timeline<HandoverEvent, HandoverState> timeline = HandoverState.TYPE.empty();
            for (Entry entry : desk.ledger().entriesOf(id, 0, 100)) {
                EventType type = Catalogue.named(entry.eventName()).orElseThrow();
                RecordEvent event = (RecordEvent) EventJson.mapper().treeToValue(entry.payloadTree(), type.type());
                timeline = timeline.plus(new Step<>(entry.sequence(), entry.position(), heirDecides, event));
            }
            return timeline.on(LocalDate.parse(ON)).orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void every_record_of_the_list_takes_its_own_step_and_what_was_refused_is_said(TestServer server) throws Exception {
        on(server, merger -> {
            String id = merger.desk.begin("handovers", merger.heirDecides, "quyết-định-1", merger.list()).id();
            merger.desk.eventually(() -> !merger.handover(id).open());

            HandoverState done = merger.handover(id);
            assertThat(done.passedOn()).isEqualTo(PROPOSALS);
            assertThat(done.refused()).isEqualTo(1);
            assertThat(done.settlements().get(PROPOSALS).refusedAs()).isEqualTo("unknown-record");
            for (int i = 0; i < PROPOSALS; i++) {
                List<Entry> entries = merger.desk.ledger().entriesOf(merger.proposals.get(i), 0, 10);
                assertThat(entries).hasSize(2);
                assertThat(entries.get(1).eventName())
                        .isEqualTo(i % 10 == 3 ? "succession.lapsed" : "succession.inherited");
                assertThat(entries.get(1).metadata()).containsEntry("actor", "secretary");
                assertThat(done.settlements().get(i).position()).isEqualTo(entries.get(1).position());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_list_that_is_carried_out_again_takes_no_step_twice(TestServer server) throws Exception {
        on(server, merger -> {
            String id = merger.desk.begin("handovers", merger.heirDecides, null, merger.list()).id();
            merger.desk.eventually(() -> !merger.handover(id).open());
            long tail = merger.desk.ledger().tail();
            StreamingEventProcessor processor = merger.desk
                    .part(EventProcessingConfiguration.class)
                    .eventProcessor(HandoverProcess.GROUP, StreamingEventProcessor.class)
                    .orElseThrow();

            processor.shutDown();
            processor.resetTokens();
            processor.start();
            merger.desk.eventually(() -> processor.processingStatus().values().stream()
                    .anyMatch(s -> s.isCaughtUp() && s.getCurrentPosition().orElse(-1) >= tail));

            assertThat(merger.desk.ledger().tail()).isEqualTo(tail);
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void a_preview_says_what_would_become_of_each_record_and_records_nothing(TestServer server) throws Exception {
        on(server, merger -> {
            long tail = merger.desk.ledger().tail();

            JsonNode preview = EventJson.mapper().valueToTree(merger.desk
                    .part(HandoverPreviewController.class)
                    .preview(EventJson.mapper().writeValueAsBytes(merger.list()), merger.heirDecides, Locale.ENGLISH));

            assertThat(preview.get("accepted").asInt()).isEqualTo(PROPOSALS);
            assertThat(preview.get("refused").asInt()).isEqualTo(1);
            assertThat(preview.at("/items/0").has("problem")).isFalse();
            assertThat(preview.at("/items/40/problem/type").asString()).isEqualTo("/problems/unknown-record");
            assertThat(preview.at("/items/40/problem/detail").asString()).contains("nowhere");
            assertThat(merger.desk.ledger().tail()).isEqualTo(tail);
        });
    }

    /** What is said of each record beforehand, and what it was refused as when it was carried out. */
    @ParameterizedTest
    @MethodSource("stores")
    void a_trial_of_the_command_says_of_each_record_what_carrying_it_out_then_does(TestServer server) throws Exception {
        on(server, merger -> {
            String stranger = merger.desk.organisation("PROVINCIAL_PARTY_COMMITTEE", null);
            String first = merger.proposals.get(0);
            String second = merger.proposals.get(1);
            merger.desk.step("proposals", second, "inherit", merger.heirDecides, null, null, Map.of(
                    "effectiveOn", ON, "from", merger.province, "by", merger.heir));
            List<Map<String, Object>> items = List.of(
                    inherited("proposals", first, merger.heir),
                    inherited("proposals", second, merger.heir),
                    inherited("proposals", merger.proposals.get(2), stranger),
                    Map.of("record", Map.of("resource", "proposals", "id", merger.proposals.get(3)), "outcome", "REPLACED",
                            "replacement", Map.of("resource", "proposals", "id", merger.proposals.get(3))),
                    inherited("proposals", "nowhere", merger.heir),
                    inherited("nothings", "any", merger.heir));
            Map<String, Object> list = Map.of("effectiveOn", ON, "from", merger.province, "items", items);
            long tail = merger.desk.ledger().tail();

            Trial trial = merger.desk.tried("handovers", merger.heirDecides, list);

            assertThat(merger.desk.ledger().tail()).isEqualTo(tail);
            List<String> foretold = Objects.requireNonNull(trial.following()).stream()
                    .map(following -> following.problem())
                    .map(problem -> problem == null ? "" : problem.get("type").toString().replaceFirst("/problems/", ""))
                    .toList();
            String id = merger.desk.begin("handovers", merger.heirDecides, null, list).id();
            merger.desk.eventually(() -> !merger.handover(id).open());
            List<String> done = merger.handover(id).settlements().values().stream()
                    .map(settlement -> Objects.requireNonNullElse(settlement.refusedAs(), ""))
                    .toList();
            assertThat(foretold).isEqualTo(done).containsExactly(
                    "", "succession/not-named", "successor/not-a-successor", "successor/replaced-by-itself",
                    "unknown-record", "unknown-resource");
        });
    }

    private static Map<String, Object> inherited(String resource, String id, String by) {
        return Map.of("record", Map.of("resource", resource, "id", id), "outcome", "INHERITED", "by", by);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void only_who_may_decide_hands_over_and_a_list_is_not_taken_back(TestServer server) throws Exception {
        on(server, merger -> {
            String elsewhere = merger.desk.organisation("PROVINCIAL_PARTY_COMMITTEE", null);
            Actor stranger = new Actor("stranger", new OrganisationId(elsewhere), Role.APPROVER);

            assertThat(refusal(() -> merger.desk.begin("handovers", stranger, null, merger.list())))
                    .isEqualTo(new SuccessorRejection.NotToDecide(merger.province, List.of(merger.heir)));
            String id = merger.desk.begin("handovers", merger.heirDecides, null, merger.list()).id();
            merger.desk.eventually(() -> !merger.handover(id).open());
            assertThat(refusal(() -> merger.desk.step("handovers", id, "void", merger.heirDecides, null, null, Map.of(
                            "voids", 0, "reason", "Nhầm"))))
                    .isInstanceOf(TimelineRejection.BreaksLaterSteps.class);
            Map<String, Object> other = new LinkedHashMap<>(merger.list());
            other.put("event", "handover.decided");
            other.put("reason", "Bàn giao bổ sung");
            other.put("illustrative", false);
            assertThat(refusal(() -> merger.desk.step("handovers", id, "correct", merger.heirDecides, null, null, Map.of(
                            "corrects", 0, "replacement", other, "reason", "Nhầm"))))
                    .isEqualTo(new HandoverAcross.AlreadyUnderWay());
        });
    }

    private static Rejection refusal(ThrowingCallable step) {
        return catchThrowableOfType(RejectedException.class, step).rejection();
    }

    private interface Body {
        void run(Merger merger) throws Exception;
    }

    private static void on(TestServer server, Body body) throws Exception {
        body.run(new Merger(DESKS.computeIfAbsent(server.name(), name -> new RunningDesk(server))));
    }
}
