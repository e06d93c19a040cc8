package org.coordinationledger.briefing.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.Audience;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.RegistryInMemory;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/** A post that covers one of two communes, a cell in each and one that stands under none, and its people. */
final class Station {

    static final Actor WRITER = recorder("post");
    static final Actor SUBMITTER = person("submitter", Role.RECORDER, null);
    static final Actor COMMITTEE = decider("post").through(Body.COMMITTEE);
    static final Actor COMMAND = decider("post").through(Body.COMMAND);
    static final Actor POST_DECIDES = decider("post");

    static final BriefingId BRIEFING = new BriefingId("briefing");
    static final TextDigest FIRST = new TextDigest("1".repeat(64));
    static final TextDigest SECOND = new TextDigest("2".repeat(64));
    static final Subject SUBJECT = new Subject("Tình hình quý I");
    static final Reason REASON = new Reason("số liệu chưa thống nhất");
    static final LocalDate TODAY = day("2026-01-01");

    final RegistryInMemory registry = new RegistryInMemory();

    Station() {
        registry.storing(FIRST).storing(SECOND);
        stands("province", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, null);
        stands("commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        stands("commune-2", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        stands("post", OrganisationKind.BORDER_POST, "province", "commune");
        stands("cell", OrganisationKind.CELL, "commune");
        stands("cell-2", OrganisationKind.CELL, "commune");
        stands("cell-of-commune-2", OrganisationKind.CELL, "commune-2");
        stands("cell-of-nobody", OrganisationKind.CELL, null);
    }

    static Actor person(String code, Role role, @Nullable Body body) {
        return new Actor(code, organisation("post"), role, body);
    }

    private void stands(String id, OrganisationKind kind, @Nullable String superior, String... covers) {
        registered(id, new OrganisationEvent.Registered(
                day("2010-01-01"), kind, new Name(id), superior == null ? null : organisation(superior), null,
                Stream.of(covers).map(OrganisationId::new).toList(), null, false, List.of()));
    }

    void dissolve(String id, String day) {
        registered(id, new OrganisationEvent.Dissolved(
                day(day), OrganisationEvent.Manner.DISSOLVED, List.of(), REASON, List.of()));
    }

    void registered(String id, OrganisationEvent event) {
        registry.with(OrganisationState.TYPE, organisation(id), administrator(), event);
    }

    CellMeetingId meeting(String cell, String day) {
        CellMeetingId id = new CellMeetingId("meeting");
        registry.with(CellMeetingState.TYPE, id, recorder(cell), new CellMeetingEvent.Held(
                day(day), organisation(cell), new MeetingMonth(day.substring(0, 7)), List.of(), List.of(), List.of(),
                null, false));
        return id;
    }

    Decision<Briefing> decision() {
        return Decision.of(Briefing.class, BriefingState.TYPE, registry);
    }

    static BriefingEvent.Drafted drafted() {
        return drafted(FIRST);
    }

    static BriefingEvent.Drafted drafted(TextDigest digest) {
        return new BriefingEvent.Drafted(
                day("2019-03-01"), organisation("post"), SUBJECT, BriefingTopic.SECURITY, Classification.ORDINARY,
                digest, List.of(), false);
    }

    static BriefingEvent.Submitted submitted() {
        return new BriefingEvent.Submitted(day("2019-03-05"), 1);
    }

    static BriefingEvent.Passed passed() {
        return new BriefingEvent.Passed(day("2019-03-08"), 1, FIRST, List.of());
    }

    static BriefingEvent.Delivered delivered(String day, String cell) {
        return new BriefingEvent.Delivered(day(day), organisation(cell), Audience.CELL, FIRST, null);
    }

    Decision<Briefing> afterDraft() {
        return decision().given(WRITER, drafted());
    }

    Decision<Briefing> afterSubmission() {
        return afterDraft().given(SUBMITTER, submitted());
    }

    Decision<Briefing> afterReturn() {
        return afterSubmission().given(COMMITTEE, new BriefingEvent.Returned(day("2019-03-08"), REASON));
    }

    Decision<Briefing> afterPass() {
        return afterSubmission().given(COMMITTEE, passed());
    }

    static Amend.Correct correct(long corrects, RecordEvent replacement) {
        return new Amend.Correct(new AnyRecordId("briefing"), TODAY, corrects, replacement, REASON, List.of());
    }

    static Amend.Void voiding(long voids) {
        return new Amend.Void(new AnyRecordId("briefing"), TODAY, voids, REASON, List.of());
    }
}
