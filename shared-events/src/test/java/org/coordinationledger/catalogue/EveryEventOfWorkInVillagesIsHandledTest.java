package org.coordinationledger.catalogue;

import static org.coordinationledger.catalogue.EveryEventIsHandledTest.requireAll;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.briefing.event.Audience;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachSessionState;
import org.coordinationledger.outreach.event.OutreachTopic;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.testing.Life;
import org.coordinationledger.training.event.Participants;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.training.event.TrainingCourseState;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupState;
import org.junit.jupiter.api.Test;

/** As {@link EveryEventIsHandledTest}, for what posts do in hamlets and communes. */
class EveryEventOfWorkInVillagesIsHandledTest {

    private static final Quantity ONE = new Quantity(BigDecimal.ONE, Quality.EXACT, null);

    private static final Reason REASON = new Reason("lý do");

    @Test
    void every_event_of_a_household_assignment_is_handled() {
        List<HouseholdCode> one = List.of(new HouseholdCode("HO-TG-001"));
        List<HouseholdCode> two = List.of(new HouseholdCode("HO-TG-002"));
        requireAll(
                HouseholdAssignmentEvent.class,
                Life.of(HouseholdAssignmentState.TYPE)
                        .then(recorder("commune"), new HouseholdAssignmentEvent.Agreed(
                                day("2018-10-01"), new MemberId("member"), organisation("post"), organisation("commune"),
                                organisation("cell"), List.of(), false))
                        .then(decider("post"), new HouseholdAssignmentEvent.Assigned(day("2018-11-01"), one, List.of()))
                        .then(decider("post"), new HouseholdAssignmentEvent.HouseholdsAdded(day("2018-12-01"), two))
                        .then(recorder("post"), new HouseholdAssignmentEvent.VisitRecorded(day("2018-12-10"), two))
                        .then(decider("post"), new HouseholdAssignmentEvent.HouseholdsReleased(
                                day("2019-01-01"), one, REASON))
                        .then(decider("post"), new HouseholdAssignmentEvent.HandedOver(
                                day("2019-02-01"), new HouseholdAssignmentId("other"), two))
                        .then(decider("post"), new HouseholdAssignmentEvent.TakenOver(
                                day("2019-02-15"), new HouseholdAssignmentId("other"), 3, two))
                        .then(decider("post"), new HouseholdAssignmentEvent.Ended(day("2019-03-01"), REASON)));
    }

    @Test
    void every_event_of_a_committee_appointment_is_handled() {
        Life<CommitteeAppointmentEvent, CommitteeAppointmentState> vetted = Life.of(CommitteeAppointmentState.TYPE)
                .then(recorder("post"), new CommitteeAppointmentEvent.Nominated(
                        day("2018-01-01"), new MemberId("member"), organisation("commune"), CommitteeLevel.COMMUNE,
                        CommitteePosition.DEPUTY_SECRETARY, List.of(), false))
                .then(decider("district"), new CommitteeAppointmentEvent.Vetted(day("2018-02-01"), null));
        DocumentNumber decision = new DocumentNumber("512-QĐ/HU");
        requireAll(
                CommitteeAppointmentEvent.class,
                vetted.then(decider("district"), new CommitteeAppointmentEvent.Designated(
                                day("2018-03-01"), decision, day("2020-12-31"), true, List.of()))
                        .then(decider("district"), new CommitteeAppointmentEvent.Extended(
                                day("2020-06-01"), day("2021-12-31"), null, List.of()))
                        .then(decider("district"), new CommitteeAppointmentEvent.Relieved(
                                day("2021-06-01"), REASON, List.of())),
                vetted.then(decider("district"), new CommitteeAppointmentEvent.ElectionConfirmed(
                                day("2018-03-01"), decision, null, false, List.of()))
                        .then(decider("commune"), new CommitteeAppointmentEvent.Ended(day("2019-01-01"), REASON)));
    }

    @Test
    void every_event_of_a_working_group_is_handled() {
        List<OrganisationId> villages = List.of(organisation("cell"));
        requireAll(
                WorkingGroupEvent.class,
                Life.of(WorkingGroupState.TYPE)
                        .then(decider("border-guard"), new WorkingGroupEvent.Established(
                                day("2014-01-01"), new Name("Tổ công tác"), new Subject("Giúp ấp"),
                                organisation("district"), List.of(), false))
                        .then(decider("border-guard"), new WorkingGroupEvent.PostAttached(
                                day("2014-02-01"), organisation("post")))
                        .then(decider("border-guard"), new WorkingGroupEvent.VillagesAssigned(
                                day("2014-03-01"), organisation("post"), villages))
                        .then(decider("border-guard"), new WorkingGroupEvent.VillagesReleased(
                                day("2015-01-01"), villages, null))
                        .then(decider("border-guard"), new WorkingGroupEvent.PostDetached(
                                day("2016-01-01"), organisation("post"), REASON))
                        .then(decider("border-guard"), new WorkingGroupEvent.Dissolved(day("2017-01-01"), REASON)));
    }

    @Test
    void every_event_of_a_briefing_is_handled() {
        TextDigest first = new TextDigest("a".repeat(64));
        TextDigest second = new TextDigest("b".repeat(64));
        Actor committee = decider("post").through(Body.COMMITTEE);
        Life<BriefingEvent, BriefingState> submitted = Life.of(BriefingState.TYPE)
                .then(recorder("post"), new BriefingEvent.Drafted(
                        day("2019-03-01"), organisation("post"), new Subject("Tình hình"), BriefingTopic.SECURITY,
                        Classification.ORDINARY, first, List.of(), false))
                .then(recorder("post"), new BriefingEvent.Submitted(day("2019-03-02"), 1))
                .then(committee, new BriefingEvent.Returned(day("2019-03-03"), REASON))
                .then(recorder("post"), new BriefingEvent.Revised(day("2019-03-04"), 2, second))
                .then(recorder("post"), new BriefingEvent.Submitted(day("2019-03-05"), 2));
        requireAll(
                BriefingEvent.class,
                submitted
                        .then(committee, new BriefingEvent.Passed(day("2019-03-06"), 2, second, List.of()))
                        .then(recorder("post"), new BriefingEvent.Delivered(
                                day("2019-03-10"), organisation("cell"), Audience.CELL, second, null))
                        .then(decider("post"), new BriefingEvent.Withdrawn(day("2019-04-01"), REASON)),
                submitted.then(committee, new BriefingEvent.Rejected(day("2019-03-06"), REASON)));
    }

    @Test
    void every_event_of_a_cell_meeting_is_handled() {
        requireAll(
                CellMeetingEvent.class,
                Life.of(CellMeetingState.TYPE)
                        .then(recorder("cell"), new CellMeetingEvent.Held(
                                day("2019-03-10"), organisation("cell"), new MeetingMonth("2019-03"), List.of(),
                                List.of(), List.of(), null, false)));
    }

    @Test
    void every_event_of_an_outreach_session_is_handled() {
        requireAll(
                OutreachSessionEvent.class,
                Life.of(OutreachSessionState.TYPE).then(recorder("post"), new OutreachSessionEvent.Held(
                        day("2018-01-01"), null, OutreachTopic.DRUGS, null, organisation("post"),
                        List.of(organisation("commune")), ONE, ONE, List.of(), false)));
    }

    @Test
    void every_event_of_a_support_activity_is_handled() {
        Extent extent = new Extent(ONE, null);
        Life<SupportActivityEvent, SupportActivityState> promised = Life.of(SupportActivityState.TYPE)
                .then(recorder("post"), new SupportActivityEvent.Promised(
                        day("2018-01-01"), SupportKind.MEDICAL, organisation("post"), List.of(organisation("commune")),
                        extent, null, false, null, List.of(), false));
        requireAll(
                SupportActivityEvent.class,
                promised.then(recorder("post"), new SupportActivityEvent.PromiseKept(day("2018-01-02"), extent)),
                promised.then(recorder("post"), new SupportActivityEvent.PromiseWithdrawn(day("2018-01-02"), REASON)),
                Life.of(SupportActivityState.TYPE).then(recorder("post"), new SupportActivityEvent.Given(
                        day("2018-01-01"), SupportKind.MEDICAL, organisation("post"), List.of(organisation("commune")),
                        extent, null, false, null, List.of(), false)));
    }

    @Test
    void every_event_of_a_training_course_is_handled() {
        Life<TrainingCourseEvent, TrainingCourseState> scheduled = Life.of(TrainingCourseState.TYPE)
                .then(recorder("post"), new TrainingCourseEvent.Scheduled(
                        day("2018-01-01"), new Subject("Tập huấn"), List.of(organisation("post")), day("2018-02-01"),
                        day("2018-02-02"), List.of(), false));
        requireAll(
                TrainingCourseEvent.class,
                scheduled.then(recorder("post"), new TrainingCourseEvent.Held(
                        day("2018-02-02"), day("2018-02-01"), List.of(new Participants(organisation("post"), ONE)))),
                scheduled.then(recorder("post"), new TrainingCourseEvent.Cancelled(day("2018-02-01"), REASON)));
    }
}
