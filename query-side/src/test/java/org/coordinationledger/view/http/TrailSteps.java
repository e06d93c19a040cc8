package org.coordinationledger.view.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.Audience;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.http.QuerySide.Deed;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import tools.jackson.databind.JsonNode;

/** Records of one province whose trails are read. */
final class TrailSteps {

    /** Nothing is late by it. */
    static final String NEVER_LATE = "lateAfterDays=36500";

    private final QuerySide side;
    private final Province province;

    TrailSteps(QuerySide side, Province province) {
        this.side = side;
        this.province = province;
    }

    TextDigest stored(String text) {
        return side.bean(TextStore.class).store(text.getBytes(StandardCharsets.UTF_8)).digest();
    }

    Deed deed(RecordType<?, ?> type, String local, String person, String organisation, Role role, RecordEvent event) {
        return new Deed(
                type, province.id(local),
                new Actor(person, province.organisationId(organisation), role, role == Role.APPROVER ? Body.COMMITTEE : null),
                event);
    }

    Deed writes(String local, String person, BriefingEvent event) {
        return deed(BriefingState.TYPE, local, person, "s1", Role.RECORDER, event);
    }

    Deed decides(String local, String person, RecordEvent event) {
        return deed(BriefingState.TYPE, local, person, "s1", Role.APPROVER, event);
    }

    BriefingEvent.Drafted drafted(LocalDate day, TextDigest text) {
        return new BriefingEvent.Drafted(
                day, province.organisationId("s1"), new Subject("Tình hình"), BriefingTopic.SECURITY,
                Classification.ORDINARY, text, List.of(), true);
    }

    BriefingEvent.Delivered delivered(String day, TextDigest text) {
        return new BriefingEvent.Delivered(
                Province.day(day), province.organisationId("x1"), Audience.CELL, text, null);
    }

    /** Drafted, returned, revised, passed in revision 2 and delivered. */
    long briefing(String local, TextDigest first, TextDigest second) {
        return side.record(
                writes(local, "P-WRITER", drafted(Province.day("2019-03-01"), first)),
                writes(local, "P-WRITER", new BriefingEvent.Submitted(Province.day("2019-03-02"), 1)),
                decides(local, "P-HEAD", new BriefingEvent.Returned(Province.day("2019-03-05"), new Reason("thiếu số liệu"))),
                writes(local, "P-WRITER-2", new BriefingEvent.Revised(Province.day("2019-03-06"), 2, second)),
                writes(local, "P-WRITER-2", new BriefingEvent.Submitted(Province.day("2019-03-06"), 2)),
                decides(local, "P-HEAD", new BriefingEvent.Passed(Province.day("2019-03-10"), 2, second, List.of())),
                writes(local, "P-WRITER", delivered("2019-03-15", second)));
    }

    static Amendment.Voided voided(String day, long sequence) {
        return new Amendment.Voided(Province.day(day), sequence, new Reason("không đủ thành phần"), List.of());
    }

    Answer trail(RecordType<?, ?> type, String local, String parameters) {
        return side.get("/api/v1/" + type.resource() + "/" + province.id(local) + "/trail?" + parameters);
    }

    /** The codes found, each with the sequence of its step. */
    static List<String> findings(Answer answer) {
        return answer.at("/findings").valueStream()
                .map(f -> f.get("code").asString() + " " + f.get("step").asInt())
                .toList();
    }

    static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(node -> node.get(field).asString()).toList();
    }

    static Map<String, String> persons(JsonNode revision) {
        return Map.of(
                "written", String.join(" ", texts(revision.get("writtenBy"), "person")),
                "submitted", String.join(" ", texts(revision.get("submittedBy"), "person")),
                "approved", String.join(" ", texts(revision.get("approvedBy"), "person")));
    }
}
