package org.coordinationledger.cellmeeting.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent.Attendance;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.cellmeeting.event.Presence;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.RegistryInMemory;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/** A commune with two cells, in one of which a member of the post has a seat, and a briefing that passed. */
final class Hamlet {

    static final Actor CELL = recorder("cell");
    static final Actor COMMUNE = recorder("commune");
    static final CellMeetingId MEETING = new CellMeetingId("meeting");
    static final CellAssignmentId SEATED = new CellAssignmentId("seated");
    static final BriefingId BRIEFING = new BriefingId("briefing");
    static final Reason REASON = new Reason("ghi nhầm");
    static final String MARCH = "cell-meeting:cell:2019-03";

    final RegistryInMemory registry = new RegistryInMemory();

    Hamlet() {
        stands("province", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, null);
        stands("commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "province");
        stands("post", OrganisationKind.BORDER_POST, "province");
        stands("cell", OrganisationKind.CELL, "commune");
        stands("cell-2", OrganisationKind.CELL, "commune");
        seat();
        briefing();
    }

    private void stands(String id, OrganisationKind kind, @Nullable String superior) {
        registry.with(
                OrganisationState.TYPE, organisation(id), administrator(), new OrganisationEvent.Registered(
                        day("2010-01-01"), kind, new Name(id), superior == null ? null : organisation(superior), null,
                        List.of(), null, false, List.of()));
    }

    void dissolve(String id, String day) {
        registry.with(
                OrganisationState.TYPE, organisation(id), administrator(), new OrganisationEvent.Dissolved(
                        day(day), OrganisationEvent.Manner.DISSOLVED, List.of(), REASON, List.of()));
    }

    /** The member has the seat from the first of March 2019 on. */
    private void seat() {
        LocalDate before = day("2019-02-01");
        assignment("post", new CellAssignmentEvent.Selected(
                before, new MemberId("member"), organisation("post"), organisation("commune"), false, List.of()));
        assignment("commune", new CellAssignmentEvent.Agreed(before, null));
        registry.with(
                CellAssignmentState.TYPE, SEATED, decider("post"), new CellAssignmentEvent.Introduced(
                        before, new DocumentNumber("1-GT/ĐU"), before, List.of(), Regime.ATTENDANCE, false, List.of()));
        assignment("commune", new CellAssignmentEvent.Received(before));
        assignment("commune", new CellAssignmentEvent.Assigned(day("2019-03-01"), organisation("cell"), List.of()));
    }

    void assignment(String organisation, CellAssignmentEvent event) {
        registry.with(CellAssignmentState.TYPE, SEATED, recorder(organisation), event);
    }

    /** The briefing passed on the fifth of March 2019. */
    private void briefing() {
        TextDigest text = new TextDigest("1".repeat(64));
        registry.with(BriefingState.TYPE, BRIEFING, recorder("post"), new BriefingEvent.Drafted(
                        day("2019-03-01"), organisation("post"), new Subject("Tình hình"), BriefingTopic.SECURITY,
                        Classification.ORDINARY, text, List.of(), false))
                .with(BriefingState.TYPE, BRIEFING, recorder("post"), new BriefingEvent.Submitted(
                        day("2019-03-02"), 1))
                .with(BriefingState.TYPE, BRIEFING, decider("post").through(Body.COMMITTEE), new BriefingEvent.Passed(
                        day("2019-03-05"), 1, text, List.of()));
    }

    Decision<CellMeeting> decision() {
        return Decision.of(CellMeeting.class, CellMeetingState.TYPE, registry);
    }

    static Attendance attended(String assignment) {
        return new Attendance(new CellAssignmentId(assignment), Presence.ATTENDED);
    }

    /** A meeting of the cell for March 2019, with nobody from outside. */
    static CellMeetingEvent.Held held(String day, String month) {
        return new CellMeetingEvent.Held(
                day(day), organisation("cell"), new MeetingMonth(month), List.of(), List.of(), List.of(), null, false);
    }

    static CellMeetingCommand.Hold hold(CellMeetingEvent.Held event) {
        return new CellMeetingCommand.Hold(
                MEETING, event.effectiveOn(), event.cell(), event.month(), event.attendance(), event.superiors(),
                event.briefings(), event.remarks(), event.illustrative());
    }

    static ReservationEvent.Held key(String holder) {
        return new ReservationEvent.Held(holder, List.of(HeldPeriod.ALWAYS), null);
    }
}
