package org.coordinationledger.catalogue;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.informationexchange.event.InformationExchangeState;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachSessionState;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.recordheads.event.RecordHeadsEvent;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.reminder.event.ReminderState;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.training.event.TrainingCourseState;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupState;

/**
 * Every event that the ledger stores, by its stored name, and every type of record. A name or a revision once released
 * MUST NOT change or vanish; the approved JSON of each is under {@code contracts/} in this module's test resources.
 */
public final class Catalogue {

    /** The type of streams that hold reservations; see {@link ReservationEvent}. */
    public static final String RESERVATION = "Reservation";

    /** The type of the stream that holds roots of record heads; see {@link RecordHeadsEvent}. */
    public static final String RECORD_HEADS = "RecordHeads";

    private static final List<RecordType<?, ?>> RECORD_TYPES = List.of(
            OrganisationState.TYPE,
            BasisDocumentState.TYPE,
            MemberState.TYPE,
            BriefingState.TYPE,
            CellMeetingState.TYPE,
            AgreementState.TYPE,
            InformationExchangeState.TYPE,
            OutreachSessionState.TYPE,
            SupportActivityState.TYPE,
            TrainingCourseState.TYPE,
            ProgrammeState.TYPE,
            ReviewState.TYPE,
            ProposalState.TYPE,
            HouseholdAssignmentState.TYPE,
            CommitteeAppointmentState.TYPE,
            WorkingGroupState.TYPE,
            InspectionState.TYPE,
            MandateState.TYPE,
            HandoverState.TYPE,
            ReminderState.TYPE,
            CellAssignmentState.TYPE);

    private static final List<EventType> EVENT_TYPES = List.of(
            type("organisation.registered", 1, OrganisationEvent.Registered.class),
            type("organisation.renamed", 1, OrganisationEvent.Renamed.class),
            type("organisation.reattached", 1, OrganisationEvent.Reattached.class),
            type("organisation.territory-covered", 1, OrganisationEvent.TerritoryCovered.class),
            type("organisation.territory-described", 1, OrganisationEvent.TerritoryDescribed.class),
            type("organisation.term-opened", 1, OrganisationEvent.TermOpened.class),
            type("organisation.dissolved", 1, OrganisationEvent.Dissolved.class),
            type("basis-document.issued", 1, BasisDocumentEvent.Issued.class),
            type("basis-document.amended", 1, BasisDocumentEvent.Amended.class),
            type("basis-document.superseded", 1, BasisDocumentEvent.Superseded.class),
            type("basis-document.expired", 1, BasisDocumentEvent.Expired.class),
            type("basis-document.revoked", 1, BasisDocumentEvent.Revoked.class),
            type("member.registered", 1, MemberEvent.Registered.class),
            type("member.personal-data-changed", 1, MemberEvent.PersonalDataChanged.class),
            type("member.became-official", 1, MemberEvent.BecameOfficial.class),
            type("member.transferred", 1, MemberEvent.Transferred.class),
            type("member.rated", 1, MemberEvent.Rated.class),
            type("member.left-service", 1, MemberEvent.LeftService.class),
            type("member.left-party", 1, MemberEvent.LeftParty.class),
            type("member.personal-data-erased", 1, MemberEvent.PersonalDataErased.class),
            type("cell-assignment.selected", 1, CellAssignmentEvent.Selected.class),
            type("cell-assignment.agreed", 1, CellAssignmentEvent.Agreed.class),
            type("cell-assignment.introduced", 1, CellAssignmentEvent.Introduced.class),
            type("cell-assignment.received", 1, CellAssignmentEvent.Received.class),
            type("cell-assignment.replacement-requested", 1, CellAssignmentEvent.ReplacementRequested.class),
            type("cell-assignment.assigned", 1, CellAssignmentEvent.Assigned.class),
            type("cell-assignment.attendance-confirmed", 1, CellAssignmentEvent.AttendanceConfirmed.class),
            type("cell-assignment.host-commented", 1, CellAssignmentEvent.HostCommented.class),
            type("cell-assignment.comment-noted", 1, CellAssignmentEvent.CommentNoted.class),
            type("cell-assignment.suspended", 1, CellAssignmentEvent.Suspended.class),
            type("cell-assignment.resumed", 1, CellAssignmentEvent.Resumed.class),
            type("cell-assignment.replaced", 1, CellAssignmentEvent.Replaced.class),
            type("cell-assignment.ended", 1, CellAssignmentEvent.Ended.class),
            type("briefing.drafted", 1, BriefingEvent.Drafted.class),
            type("briefing.revised", 1, BriefingEvent.Revised.class),
            type("briefing.submitted", 1, BriefingEvent.Submitted.class),
            type("briefing.passed", 1, BriefingEvent.Passed.class),
            type("briefing.returned", 1, BriefingEvent.Returned.class),
            type("briefing.rejected", 1, BriefingEvent.Rejected.class),
            type("briefing.delivered", 1, BriefingEvent.Delivered.class),
            type("briefing.withdrawn", 1, BriefingEvent.Withdrawn.class),
            type("cell-meeting.held", 1, CellMeetingEvent.Held.class),
            type("agreement.drafted", 1, AgreementEvent.Drafted.class),
            type("agreement.revised", 1, AgreementEvent.Revised.class),
            type("agreement.proposed", 1, AgreementEvent.Proposed.class),
            type("agreement.signed", 1, AgreementEvent.Signed.class),
            type("agreement.declined", 1, AgreementEvent.Declined.class),
            type("agreement.number-assigned", 1, AgreementEvent.NumberAssigned.class),
            type("agreement.person-in-charge-named", 1, AgreementEvent.PersonInChargeNamed.class),
            type("agreement.witness-named", 1, AgreementEvent.WitnessNamed.class),
            type("agreement.annual-contents-proposed", 1, AgreementEvent.AnnualContentsProposed.class),
            type("agreement.annual-contents-agreed", 1, AgreementEvent.AnnualContentsAgreed.class),
            type("agreement.amendment-proposed", 1, AgreementEvent.AmendmentProposed.class),
            type("agreement.replaced", 1, AgreementEvent.Replaced.class),
            type("agreement.jointly-ended", 1, AgreementEvent.JointlyEnded.class),
            type("agreement.lapsed", 1, AgreementEvent.Lapsed.class),
            type("information-exchange.held", 1, InformationExchangeEvent.Held.class),
            type("information-exchange.sent", 1, InformationExchangeEvent.Sent.class),
            type("outreach-session.held", 1, OutreachSessionEvent.Held.class),
            type("support-activity.promised", 1, SupportActivityEvent.Promised.class),
            type("support-activity.given", 1, SupportActivityEvent.Given.class),
            type("support-activity.promise-kept", 1, SupportActivityEvent.PromiseKept.class),
            type("support-activity.promise-withdrawn", 1, SupportActivityEvent.PromiseWithdrawn.class),
            type("training-course.scheduled", 1, TrainingCourseEvent.Scheduled.class),
            type("training-course.held", 1, TrainingCourseEvent.Held.class),
            type("training-course.cancelled", 1, TrainingCourseEvent.Cancelled.class),
            type("programme.adopted", 1, ProgrammeEvent.Adopted.class),
            type("programme.progress-reported", 1, ProgrammeEvent.ProgressReported.class),
            type("programme.target-adjusted", 1, ProgrammeEvent.TargetAdjusted.class),
            type("programme.closed", 1, ProgrammeEvent.Closed.class),
            type("review.convened", 1, ReviewEvent.Convened.class),
            type("review.attendance-recorded", 1, ReviewEvent.AttendanceRecorded.class),
            type("review.figures-frozen", 1, ReviewEvent.FiguresFrozen.class),
            type("review.assessed", 1, ReviewEvent.Assessed.class),
            type("review.directed", 1, ReviewEvent.Directed.class),
            type("review.follow-up-done", 1, ReviewEvent.FollowUpDone.class),
            type("proposal.made", 1, ProposalEvent.Made.class),
            type("proposal.received", 1, ProposalEvent.Received.class),
            type("proposal.answered", 1, ProposalEvent.Answered.class),
            type("proposal.withdrawn", 1, ProposalEvent.Withdrawn.class),
            type("household-assignment.agreed", 1, HouseholdAssignmentEvent.Agreed.class),
            type("household-assignment.assigned", 1, HouseholdAssignmentEvent.Assigned.class),
            type("household-assignment.households-added", 1, HouseholdAssignmentEvent.HouseholdsAdded.class),
            type("household-assignment.households-released", 1, HouseholdAssignmentEvent.HouseholdsReleased.class),
            type("household-assignment.visit-recorded", 1, HouseholdAssignmentEvent.VisitRecorded.class),
            type("household-assignment.handed-over", 1, HouseholdAssignmentEvent.HandedOver.class),
            type("household-assignment.taken-over", 1, HouseholdAssignmentEvent.TakenOver.class),
            type("household-assignment.ended", 1, HouseholdAssignmentEvent.Ended.class),
            type("committee-appointment.nominated", 1, CommitteeAppointmentEvent.Nominated.class),
            type("committee-appointment.vetted", 1, CommitteeAppointmentEvent.Vetted.class),
            type("committee-appointment.designated", 1, CommitteeAppointmentEvent.Designated.class),
            type("committee-appointment.election-confirmed", 1, CommitteeAppointmentEvent.ElectionConfirmed.class),
            type("committee-appointment.extended", 1, CommitteeAppointmentEvent.Extended.class),
            type("committee-appointment.relieved", 1, CommitteeAppointmentEvent.Relieved.class),
            type("committee-appointment.ended", 1, CommitteeAppointmentEvent.Ended.class),
            type("working-group.established", 1, WorkingGroupEvent.Established.class),
            type("working-group.post-attached", 1, WorkingGroupEvent.PostAttached.class),
            type("working-group.villages-assigned", 1, WorkingGroupEvent.VillagesAssigned.class),
            type("working-group.villages-released", 1, WorkingGroupEvent.VillagesReleased.class),
            type("working-group.post-detached", 1, WorkingGroupEvent.PostDetached.class),
            type("working-group.dissolved", 1, WorkingGroupEvent.Dissolved.class),
            type("inspection.decided", 1, InspectionEvent.Decided.class),
            type("inspection.self-reported", 1, InspectionEvent.SelfReported.class),
            type("inspection.found", 1, InspectionEvent.Found.class),
            type("inspection.heard", 1, InspectionEvent.Heard.class),
            type("inspection.concluded", 1, InspectionEvent.Concluded.class),
            type("inspection.remedy-required", 1, InspectionEvent.RemedyRequired.class),
            type("inspection.remedy-reported", 1, InspectionEvent.RemedyReported.class),
            type("inspection.remedy-accepted", 1, InspectionEvent.RemedyAccepted.class),
            type("inspection.remedy-refused", 1, InspectionEvent.RemedyRefused.class),
            type("inspection.reminded", 1, InspectionEvent.Reminded.class),
            type("inspection.closed", 1, InspectionEvent.Closed.class),
            type("mandate.granted", 1, MandateEvent.Granted.class),
            type("mandate.extended", 1, MandateEvent.Extended.class),
            type("mandate.revoked", 1, MandateEvent.Revoked.class),
            type("handover.decided", 1, HandoverEvent.Decided.class),
            type("handover.settled", 1, HandoverEvent.Settled.class),
            type("reminder.sent", 1, ReminderEvent.Sent.class),
            type("reminder.acknowledged", 1, ReminderEvent.Acknowledged.class),
            type("record.corrected", 1, Amendment.Corrected.class),
            type("record.voided", 1, Amendment.Voided.class),
            type("succession.inherited", 1, Succession.Inherited.class),
            type("succession.replaced", 1, Succession.Replaced.class),
            type("succession.lapsed", 1, Succession.Lapsed.class),
            type("reservation.held", 1, ReservationEvent.Held.class),
            type("reservation.released", 1, ReservationEvent.Released.class),
            type("record-heads.sealed", 1, RecordHeadsEvent.Sealed.class));

    private static final Map<String, EventType> BY_NAME =
            EVENT_TYPES.stream().collect(toUnmodifiableMap(EventType::name, Function.identity()));

    private static final Map<Class<?>, EventType> BY_CLASS =
            EVENT_TYPES.stream().collect(toUnmodifiableMap(EventType::type, Function.identity()));

    private Catalogue() {}

    private static EventType type(String name, int revision, Class<?> type) {
        return new EventType(name, revision, type);
    }

    public static List<EventType> eventTypes() {
        return EVENT_TYPES;
    }

    public static List<RecordType<?, ?>> recordTypes() {
        return RECORD_TYPES;
    }

    /** The event type of a class, or empty if it is not an event of this product. */
    public static Optional<EventType> of(Class<?> type) {
        return Optional.ofNullable(BY_CLASS.get(type));
    }

    /** The event type with a stored name. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The stored name of an event's class, which MUST be in this catalogue. */
    public static String nameOf(Object event) {
        return of(event.getClass())
                .orElseThrow(() -> new IllegalStateException(event.getClass() + " is not in the catalogue"))
                .name();
    }

    /** The record type whose streams have this type name. */
    public static Optional<RecordType<?, ?>> recordType(String name) {
        return RECORD_TYPES.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** The record type that stands under this resource name in addresses. */
    public static Optional<RecordType<?, ?>> resource(String resource) {
        return RECORD_TYPES.stream().filter(t -> t.resource().equals(resource)).findFirst();
    }
}
