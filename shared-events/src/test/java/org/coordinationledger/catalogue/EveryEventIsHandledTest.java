package org.coordinationledger.catalogue;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.AnnualContents;
import org.coordinationledger.agreement.event.ContentItem;
import org.coordinationledger.agreement.event.ContentPeriod;
import org.coordinationledger.agreement.event.PersonInCharge;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.informationexchange.event.ExchangeTopic;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.informationexchange.event.InformationExchangeState;
import org.coordinationledger.inspection.event.FindingKind;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.inspection.event.InspectionState;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.member.event.Rating;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.programme.event.Indicator;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.programme.event.Target;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalOutcome;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.review.event.AssessmentLevel;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewKind;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.Unit;
import org.coordinationledger.vocabulary.WitnessKey;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.junit.jupiter.api.Test;

/** Every event that a family can hold is accepted somewhere by its fold, so that none meets a case that is missing. */
class EveryEventIsHandledTest {

    private static final Reason REASON = new Reason("lý do");

    @Test
    void every_event_of_a_cell_assignment_is_handled() {
        Life<CellAssignmentEvent, CellAssignmentState> introduced = Life.of(CellAssignmentState.TYPE)
                .then(recorder("post"), new CellAssignmentEvent.Selected(
                        day("2013-02-01"), new MemberId("member"), organisation("post"), organisation("commune"),
                        false, List.of()))
                .then(decider("commune"), new CellAssignmentEvent.Agreed(day("2013-02-10"), null))
                .then(decider("post"), new CellAssignmentEvent.Introduced(
                        day("2013-02-20"), new DocumentNumber("1-GT/ĐU"), day("2013-02-20"), List.of(),
                        Regime.ATTENDANCE, false, List.of()));
        CommentPeriod year = new CommentPeriod("2013");
        requireAll(
                CellAssignmentEvent.class,
                introduced
                        .then(decider("commune"), new CellAssignmentEvent.Received(day("2013-02-25")))
                        .then(decider("commune"), new CellAssignmentEvent.Assigned(
                                day("2013-03-01"), organisation("cell"), List.of()))
                        .then(recorder("cell"), new CellAssignmentEvent.AttendanceConfirmed(day("2013-03-02")))
                        .then(recorder("cell"), new CellAssignmentEvent.HostCommented(day("2013-12-01"), year, null))
                        .then(recorder("post"), new CellAssignmentEvent.CommentNoted(day("2013-12-02"), year))
                        .then(decider("post"), new CellAssignmentEvent.Suspended(day("2014-01-01"), REASON))
                        .then(decider("post"), new CellAssignmentEvent.Resumed(day("2014-02-01"), REASON))
                        .then(decider("post"), new CellAssignmentEvent.Ended(day("2014-03-01"), REASON)),
                introduced
                        .then(decider("commune"), new CellAssignmentEvent.ReplacementRequested(
                                day("2013-02-25"), REASON))
                        .then(decider("post"), new CellAssignmentEvent.Replaced(
                                day("2013-03-01"), new CellAssignmentId("other"), REASON)));
    }

    @Test
    void every_event_of_an_organisation_is_handled() {
        requireAll(
                OrganisationEvent.class,
                Life.of(OrganisationState.TYPE)
                        .then(administrator(), new OrganisationEvent.Registered(
                                day("2010-01-01"), OrganisationKind.COMMUNE_PARTY_COMMITTEE, new Name("Xã"), null, null,
                                List.of(), Territory.UNKNOWN, false, List.of()))
                        .then(administrator(), new OrganisationEvent.Renamed(
                                day("2011-01-01"), new Name("Phường"), null, List.of()))
                        .then(administrator(), new OrganisationEvent.Reattached(
                                day("2012-01-01"), Line.PARTY, organisation("province"), null, List.of()))
                        .then(administrator(), new OrganisationEvent.TerritoryCovered(
                                day("2013-01-01"), List.of(organisation("commune")), null, List.of()))
                        .then(administrator(), new OrganisationEvent.TerritoryDescribed(
                                day("2014-01-01"), Territory.UNKNOWN, List.of()))
                        .then(administrator(), new OrganisationEvent.TermOpened(
                                day("2015-01-01"), new TermName("2015–2020"), day("2019-12-31")))
                        .then(administrator(), new OrganisationEvent.Dissolved(
                                day("2025-07-01"), OrganisationEvent.Manner.DISSOLVED, List.of(), REASON, List.of())));
    }

    @Test
    void every_event_of_a_basis_document_is_handled() {
        BasisDocumentId other = new BasisDocumentId("other");
        Life<BasisDocumentEvent, BasisDocumentState> amended = Life.of(BasisDocumentState.TYPE)
                .then(recorder("province"), new BasisDocumentEvent.Issued(
                        day("2018-01-01"), new DocumentNumber("09-QĐ/TU"), DocumentKind.REGULATION, Series.PARTY_TERM,
                        organisation("province"), null, List.of(), day("2018-01-01"), new Subject("Quy định"), false,
                        List.of(), List.of(), null, false))
                .then(recorder("province"), new BasisDocumentEvent.Amended(day("2019-01-01"), other, null));
        requireAll(
                BasisDocumentEvent.class,
                amended.then(recorder("province"), new BasisDocumentEvent.Superseded(day("2020-01-01"), other, null)),
                amended.then(recorder("province"), new BasisDocumentEvent.Expired(day("2020-01-01"), REASON)),
                amended.then(recorder("province"), new BasisDocumentEvent.Revoked(day("2020-01-01"), null, REASON)));
    }

    @Test
    void every_event_of_a_member_is_handled() {
        PersonalData.Sealed sealed = new PersonalData.Sealed("nonce", "ciphertext");
        requireAll(
                MemberEvent.class,
                Life.of(MemberState.TYPE)
                        .then(recorder("post"), new MemberEvent.Registered(
                                day("2012-01-01"), new MemberCode("DV-001"), organisation("post"),
                                Membership.PROBATIONARY, sealed, false))
                        .then(recorder("post"), new MemberEvent.PersonalDataChanged(day("2012-02-01"), sealed))
                        .then(decider("post"), new MemberEvent.BecameOfficial(day("2013-01-01"), List.of()))
                        .then(decider("post"), new MemberEvent.Rated(
                                day("2013-12-01"), 2013, Rating.WELL, List.of()))
                        .then(decider("post"), new MemberEvent.Transferred(
                                day("2014-01-01"), organisation("post-2"), null, List.of()))
                        .then(recorder("post-2"), new MemberEvent.LeftService(day("2015-01-01"), REASON))
                        .then(recorder("post-2"), new MemberEvent.LeftParty(day("2016-01-01"), REASON))
                        .then(decider("post-2"), new MemberEvent.PersonalDataErased(day("2017-01-01"), REASON)));
    }

    @Test
    void every_event_of_an_agreement_is_handled() {
        TextDigest text = new TextDigest("a".repeat(64));
        TextDigest other = new TextDigest("b".repeat(64));
        ContentPeriod period = new ContentPeriod("2019");
        List<ContentItem> items = List.of(new ContentItem("Giao ban"));
        Life<AgreementEvent, AgreementState> declined = Life.of(AgreementState.TYPE)
                .then(recorder("lead"), new AgreementEvent.Drafted(
                        day("2018-01-01"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế"), organisation("lead"),
                        List.of(organisation("lead"), organisation("party")), text, day("2018-01-01"), null, null,
                        List.of(), false))
                .then(recorder("lead"), new AgreementEvent.Proposed(day("2018-01-02")))
                .then(decider("party"), new AgreementEvent.Declined(day("2018-01-03"), 1, REASON));
        Life<AgreementEvent, AgreementState> signed = declined
                .then(recorder("lead"), new AgreementEvent.Revised(day("2018-01-04"), other, day("2018-01-01"), null))
                .then(recorder("lead"), new AgreementEvent.Proposed(day("2018-01-05")))
                .then(decider("lead"), new AgreementEvent.Signed(day("2018-01-06"), 2, other))
                .then(decider("party"), new AgreementEvent.Signed(day("2018-01-07"), 2, other));
        requireAll(
                AgreementEvent.class,
                signed.then(recorder("lead"), new AgreementEvent.NumberAssigned(
                                day("2018-01-08"), new DocumentNumber("04-QC/PH")))
                        .then(recorder("party"), new AgreementEvent.PersonInChargeNamed(
                                day("2018-01-09"), new PersonInCharge("Phó Bí thư")))
                        .then(recorder("party"), new AgreementEvent.WitnessNamed(day("2018-01-10"), new WitnessKey(
                                "witness.district.example/w1+dff7c7d9+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")))
                        .then(recorder("party"), new AgreementEvent.AnnualContentsProposed(
                                day("2019-01-01"), period, items))
                        .then(decider("party"), new AgreementEvent.AnnualContentsAgreed(
                                day("2019-01-02"), period, AnnualContents.digestOf(period, items)))
                        .then(recorder("lead"), new AgreementEvent.AmendmentProposed(
                                day("2020-01-01"), text, null, List.of()))
                        .then(decider("lead"), new AgreementEvent.JointlyEnded(
                                day("2021-01-01"), REASON, List.of(new BasisDocumentId("basis")))),
                signed.then(decider("lead"), new AgreementEvent.Replaced(
                        day("2021-01-01"), new AgreementId("other"), null)),
                declined.then(decider("party"), new AgreementEvent.Lapsed(day("2021-01-01"), REASON, List.of())));
    }

    @Test
    void every_event_of_an_information_exchange_is_handled() {
        List<ExchangeTopic> topics = List.of(new ExchangeTopic("An ninh trật tự"));
        requireAll(
                InformationExchangeEvent.class,
                Life.of(InformationExchangeState.TYPE).then(recorder("post"), new InformationExchangeEvent.Held(
                        day("2018-01-01"), new AgreementId("agreement"), organisation("post"),
                        List.of(organisation("commune")), topics, null, false)),
                Life.of(InformationExchangeState.TYPE).then(recorder("post"), new InformationExchangeEvent.Sent(
                        day("2018-01-01"), new AgreementId("agreement"), organisation("post"),
                        List.of(organisation("commune")), topics, new DocumentNumber("15-TB/ĐB"), false)));
    }

    @Test
    void every_event_of_a_programme_is_handled() {
        PartKey target = new PartKey("target");
        Quantity ten = new Quantity(BigDecimal.TEN, Quality.EXACT, null);
        requireAll(
                ProgrammeEvent.class,
                Life.of(ProgrammeState.TYPE)
                        .then(decider("province"), new ProgrammeEvent.Adopted(
                                day("2018-01-01"), organisation("province"), ProgrammeKind.PLAN, new Subject("Kế hoạch"),
                                null, false, day("2018-01-01"), null,
                                List.of(new Target(
                                        target, new Indicator("Chỉ tiêu"), new Unit("km"), ten, day("2020-12-31"))),
                                List.of(), false))
                        .then(recorder("province"), new ProgrammeEvent.ProgressReported(
                                day("2019-01-01"), target, ten, false, null))
                        .then(decider("province"), new ProgrammeEvent.TargetAdjusted(
                                day("2019-02-01"), target, ten, day("2021-12-31"), REASON, List.of()))
                        .then(decider("province"), new ProgrammeEvent.Closed(day("2022-01-01"), REASON)));
    }

    @Test
    void every_event_of_a_review_is_handled() {
        PartKey followUp = new PartKey("follow-up");
        requireAll(
                ReviewEvent.class,
                Life.of(ReviewState.TYPE)
                        .then(decider("province"), new ReviewEvent.Convened(
                                day("2018-06-01"), organisation("province"), ReviewKind.INTERIM,
                                new RecordReference("programmes", "programme"), day("2013-01-01"), day("2018-05-31"),
                                null, null, List.of(), List.of(), false))
                        .then(recorder("province"), new ReviewEvent.AttendanceRecorded(
                                day("2018-06-02"), List.of(organisation("post"))))
                        .then(recorder("province"), new ReviewEvent.FiguresFrozen(
                                day("2018-06-02"), 7,
                                List.of(new FrozenFigure(
                                        new FigureName("cells"), null, day("2018-05-31"), null, null, List.of()))))
                        .then(decider("province"), new ReviewEvent.Assessed(
                                day("2018-06-03"), AssessmentLevel.COMPLETED, new Subject("Hoàn thành")))
                        .then(decider("province"), new ReviewEvent.Directed(
                                day("2018-06-03"),
                                List.of(new FollowUp(followUp, new Subject("Việc"), organisation("post"), null)),
                                List.of()))
                        .then(recorder("post"), new ReviewEvent.FollowUpDone(
                                day("2018-07-01"), followUp, organisation("post"), null)));
    }

    @Test
    void every_event_of_a_proposal_is_handled() {
        Life<ProposalEvent, ProposalState> received = Life.of(ProposalState.TYPE)
                .then(recorder("post"), new ProposalEvent.Made(
                        day("2018-01-01"), List.of(organisation("post")), organisation("commune"),
                        ProposalKind.ADVICE, new Subject("Đề nghị"), null, List.of(), false))
                .then(recorder("commune"), new ProposalEvent.Received(day("2018-01-02")));
        requireAll(
                ProposalEvent.class,
                received.then(decider("commune"), new ProposalEvent.Answered(
                        day("2018-02-01"), ProposalOutcome.ACCEPTED, null, null)),
                received.then(recorder("post"), new ProposalEvent.Withdrawn(day("2018-02-01"), REASON)));
    }

    @Test
    void every_event_of_an_inspection_is_handled() {
        PartKey finding = new PartKey("finding");
        Actor inspector = new Actor("inspector", organisation("province"), Role.INSPECTOR);
        requireAll(
                InspectionEvent.class,
                Life.of(InspectionState.TYPE)
                        .then(decider("province"), new InspectionEvent.Decided(
                                day("2018-01-01"), InspectionKind.SUPERVISION, organisation("province"),
                                new DocumentNumber("1-QĐ/UBKT"), List.of(organisation("post")), new Subject("Phạm vi"),
                                List.of(new PersonCode("inspector")), new PersonCode("inspector"), day("2018-01-01"),
                                day("2018-02-01"), List.of(), false))
                        .then(recorder("post"), new InspectionEvent.SelfReported(day("2018-01-02"), null))
                        .then(inspector, new InspectionEvent.Found(
                                day("2018-01-03"), finding, FindingKind.VIOLATION, organisation("post"), null,
                                new Subject("Nội dung")))
                        .then(recorder("post"), new InspectionEvent.Heard(day("2018-01-04"), new Subject("Ý kiến")))
                        .then(decider("province"), new InspectionEvent.Concluded(
                                day("2018-02-02"), new DocumentNumber("1-KL/UBKT"), List.of(finding), null, List.of()))
                        .then(decider("province"), new InspectionEvent.RemedyRequired(
                                day("2018-02-02"), finding, organisation("post"), new Subject("Việc"), day("2018-03-01")))
                        .then(inspector, new InspectionEvent.Reminded(day("2018-03-02"), finding, true))
                        .then(recorder("post"), new InspectionEvent.RemedyReported(
                                day("2018-03-03"), finding, new Subject("Đã làm"), null))
                        .then(decider("province"), new InspectionEvent.RemedyRefused(day("2018-03-04"), finding, REASON))
                        .then(recorder("post"), new InspectionEvent.RemedyReported(
                                day("2018-03-05"), finding, new Subject("Đã làm lại"), null))
                        .then(decider("province"), new InspectionEvent.RemedyAccepted(day("2018-03-06"), finding))
                        .then(decider("province"), new InspectionEvent.Closed(day("2018-03-07"))));
    }

    /** These are all record types there are. */
    @Test
    void no_record_type_is_left_out() {
        assertThat(Catalogue.recordTypes().stream().map(RecordType::family).collect(toSet()))
                .isEqualTo(Set.of(
                        CellAssignmentEvent.class,
                        ProgrammeEvent.class,
                        InspectionEvent.class,
                        MandateEvent.class,
                        HandoverEvent.class,
                        ReminderEvent.class,
                        ReviewEvent.class,
                        ProposalEvent.class,
                        OrganisationEvent.class,
                        BasisDocumentEvent.class,
                        MemberEvent.class,
                        BriefingEvent.class,
                        CellMeetingEvent.class,
                        AgreementEvent.class,
                        HouseholdAssignmentEvent.class,
                        CommitteeAppointmentEvent.class,
                        WorkingGroupEvent.class,
                        InformationExchangeEvent.class,
                        OutreachSessionEvent.class,
                        SupportActivityEvent.class,
                        TrainingCourseEvent.class));
    }

    static void requireAll(Class<?> family, Life<?, ?>... lives) {
        Set<Class<?>> accepted = Stream.of(lives)
                .flatMap(life -> life.timeline().steps().stream())
                .map(step -> step.event().getClass())
                .collect(toSet());
        assertThat(lives).allSatisfy(life -> assertThat(life.timeline().misfits()).isEmpty());
        assertThat(accepted).isEqualTo(Set.of(family.getPermittedSubclasses()));
    }
}
