package org.coordinationledger.testing;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Body;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.ContentItem;
import org.coordinationledger.agreement.event.ContentPeriod;
import org.coordinationledger.agreement.event.PersonInCharge;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.briefing.event.Audience;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingTopic;
import org.coordinationledger.briefing.event.Classification;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellassignment.event.Regime;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.cellmeeting.event.Presence;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.informationexchange.event.ExchangeTopic;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.member.event.Rating;
import org.coordinationledger.organisation.event.Border;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.programme.event.ComputedFrom;
import org.coordinationledger.programme.event.Indicator;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.Target;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalOutcome;
import org.coordinationledger.recordheads.event.RecordHeadsEvent;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.review.event.AssessmentLevel;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewKind;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.Unit;
import org.coordinationledger.vocabulary.WitnessKey;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;

/** One event of every type in the catalogue, with every component set. */
public final class Samples {

    private static final LocalDate DAY = day("2018-07-01");
    private static final Reason REASON = new Reason("Theo quyết định điều động");
    private static final BasisDocumentId DOCUMENT = new BasisDocumentId("basis-09");
    private static final List<BasisDocumentId> BASES = List.of(DOCUMENT);
    private static final DocumentNumber NUMBER = new DocumentNumber("09-QĐ/TU");
    private static final PersonalData.Sealed SEALED =
            new PersonalData.Sealed("AAECAwQFBgcICQoL", "3q2+796tvu/erb7v3q2+7w==");
    private static final TextDigest DIGEST =
            new TextDigest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    private static final CommentPeriod PERIOD = new CommentPeriod("2018-Q3");
    private static final PartKey TARGET = new PartKey("cells-covered");
    private static final PartKey FOLLOW_UP = new PartKey("rules");

    private static final TextDigest TEXT =
            new TextDigest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    private static final ContentPeriod CONTENT_PERIOD = new ContentPeriod("2023–2024");
    private static final List<ExchangeTopic> TOPICS = List.of(new ExchangeTopic("Tình hình an ninh trật tự địa bàn"));

    private static final List<HouseholdCode> HOUSEHOLDS =
            List.of(new HouseholdCode("HO-TG-001"), new HouseholdCode("HO-TG-002"));

    private static final List<OrganisationId> VILLAGES = List.of(organisation("cell-1"), organisation("cell-2"));

    private Samples() {}

    public static List<Object> all() {
        return Stream.of(others(), ActivitySamples.all(), AuthoritySamples.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> others() {
        return List.of(
                new OrganisationEvent.Registered(
                        DAY,
                        OrganisationKind.PROVINCIAL_BORDER_GUARD_COMMITTEE,
                        new Name("Đảng ủy BĐBP tỉnh Cà Mau"),
                        organisation("province"),
                        organisation("national-command"),
                        List.of(organisation("commune-1"), organisation("commune-2")),
                        new Territory(
                                Border.LAND_AND_SEA,
                                new Quantity(new BigDecimal("90.364"), Quality.EXACT, null),
                                new Quantity(new BigDecimal("254"), Quality.EXACT, null),
                                new Quantity(new BigDecimal("80000"), Quality.ABOUT, "khoảng 80.000 km2"),
                                new Quantity(new BigDecimal("0.30"), Quality.ABOUT, null),
                                "huyện Đắc Chưng, tỉnh Sê Kông"),
                        true,
                        BASES),
                new OrganisationEvent.Renamed(DAY, new Name("Tỉnh ủy Đồng Tháp"), REASON, BASES),
                new OrganisationEvent.Reattached(DAY, Line.PARTY, organisation("province"), REASON, BASES),
                new OrganisationEvent.TerritoryCovered(DAY, List.of(organisation("commune-1")), REASON, BASES),
                new OrganisationEvent.TerritoryDescribed(DAY, Territory.UNKNOWN, BASES),
                new OrganisationEvent.TermOpened(DAY, new TermName("2015–2020"), day("2020-09-30")),
                new OrganisationEvent.Dissolved(
                        DAY, OrganisationEvent.Manner.MERGED, List.of(organisation("successor")), REASON, BASES),
                new BasisDocumentEvent.Issued(
                        DAY,
                        NUMBER,
                        DocumentKind.REGULATION,
                        Series.PARTY_TERM,
                        organisation("province"),
                        Body.STANDING_COMMITTEE,
                        List.of(organisation("border-guard")),
                        day("2018-06-01"),
                        new Subject("Trách nhiệm của đảng viên đồn biên phòng"),
                        true,
                        BASES,
                        List.of(organisation("province")),
                        day("2025-12-31"),
                        true),
                new BasisDocumentEvent.Amended(DAY, DOCUMENT, REASON),
                new BasisDocumentEvent.Superseded(DAY, DOCUMENT, REASON),
                new BasisDocumentEvent.Expired(DAY, REASON),
                new BasisDocumentEvent.Revoked(DAY, DOCUMENT, REASON),
                new MemberEvent.Registered(
                        DAY,
                        new MemberCode("DV-DT-001"),
                        organisation("post"),
                        Membership.PROBATIONARY,
                        SEALED,
                        true),
                new MemberEvent.PersonalDataChanged(DAY, SEALED),
                new MemberEvent.BecameOfficial(DAY, BASES),
                new MemberEvent.Transferred(DAY, organisation("post-2"), REASON, BASES),
                new MemberEvent.Rated(DAY, 2018, Rating.WELL, List.of(new CellAssignmentId("assignment-1"))),
                new MemberEvent.LeftService(DAY, REASON),
                new MemberEvent.LeftParty(DAY, REASON),
                new MemberEvent.PersonalDataErased(DAY, REASON),
                new CellAssignmentEvent.Selected(
                        DAY, new MemberId("member-1"), organisation("post"), organisation("commune-1"), true, BASES),
                new CellAssignmentEvent.Agreed(DAY, new DocumentNumber("12-CV/ĐU")),
                introduced(),
                new CellAssignmentEvent.Received(DAY),
                new CellAssignmentEvent.ReplacementRequested(DAY, REASON),
                new CellAssignmentEvent.Assigned(DAY, organisation("cell-1"), BASES),
                new CellAssignmentEvent.AttendanceConfirmed(DAY),
                new CellAssignmentEvent.HostCommented(DAY, PERIOD, new DocumentNumber("7-NX/CB")),
                new CellAssignmentEvent.CommentNoted(DAY, PERIOD),
                new CellAssignmentEvent.Suspended(DAY, REASON),
                new CellAssignmentEvent.Resumed(DAY, REASON),
                new CellAssignmentEvent.Replaced(DAY, new CellAssignmentId("assignment-2"), REASON),
                new CellAssignmentEvent.Ended(DAY, REASON),
                new BriefingEvent.Drafted(
                        DAY,
                        organisation("post"),
                        new Subject("Thông báo tình hình an ninh biên giới quý II"),
                        BriefingTopic.SECURITY,
                        Classification.ORDINARY,
                        DIGEST,
                        BASES,
                        true),
                new BriefingEvent.Revised(DAY, 2, DIGEST),
                new BriefingEvent.Submitted(DAY, 2),
                new BriefingEvent.Passed(DAY, 2, DIGEST, BASES),
                new BriefingEvent.Returned(DAY, REASON),
                new BriefingEvent.Rejected(DAY, REASON),
                new BriefingEvent.Delivered(
                        DAY, organisation("cell-1"), Audience.CELL_COMMITTEE, DIGEST, new CellMeetingId("meeting-1")),
                new BriefingEvent.Withdrawn(DAY, REASON),
                new CellMeetingEvent.Held(
                        DAY,
                        organisation("cell-1"),
                        new MeetingMonth("2018-06"),
                        List.of(
                                new CellMeetingEvent.Attendance(
                                        new CellAssignmentId("assignment-1"), Presence.ATTENDED),
                                new CellMeetingEvent.Attendance(
                                        new CellAssignmentId("assignment-2"), Presence.ABSENT_ON_DUTY)),
                        List.of(organisation("commune-1")),
                        List.of(new BriefingId("briefing-1")),
                        new Subject("Sinh hoạt chuyên đề quý II"),
                        true),
                new AgreementEvent.Drafted(
                        DAY,
                        AgreementKind.COORDINATION_RULES,
                        new Subject("Quy chế phối hợp xây dựng hệ thống chính trị cơ sở"),
                        organisation("border-guard"),
                        List.of(organisation("border-guard"), organisation("district-1")),
                        TEXT,
                        day("2018-08-01"),
                        day("2023-07-31"),
                        new DocumentNumber("04-QC/PH"),
                        BASES,
                        true),
                new AgreementEvent.Revised(DAY, TEXT, day("2018-08-01"), day("2023-07-31")),
                new AgreementEvent.Proposed(DAY),
                new AgreementEvent.Signed(DAY, 2, TEXT),
                new AgreementEvent.Declined(DAY, 2, REASON),
                new AgreementEvent.NumberAssigned(DAY, new DocumentNumber("04-QC/PH")),
                new AgreementEvent.PersonInChargeNamed(DAY, new PersonInCharge("Phó Bí thư Thường trực")),
                new AgreementEvent.WitnessNamed(DAY, new WitnessKey("witness.district.example/w1+dff7c7d9+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")),
                new AgreementEvent.AnnualContentsProposed(
                        DAY, CONTENT_PERIOD, List.of(new ContentItem("Giao ban hằng quý"), new ContentItem("Tuyên truyền"))),
                new AgreementEvent.AnnualContentsAgreed(DAY, CONTENT_PERIOD, TEXT),
                new AgreementEvent.AmendmentProposed(DAY, TEXT, REASON, BASES),
                new AgreementEvent.Replaced(DAY, new AgreementId("agreement-2"), REASON),
                new AgreementEvent.JointlyEnded(DAY, REASON, BASES),
                new AgreementEvent.Lapsed(DAY, REASON, BASES),
                new InformationExchangeEvent.Held(
                        DAY, new AgreementId("agreement-1"), organisation("post"), List.of(organisation("commune-1")),
                        TOPICS, new DocumentNumber("2-BB/ĐB"), true),
                new InformationExchangeEvent.Sent(
                        DAY, new AgreementId("agreement-1"), organisation("post"), List.of(organisation("commune-1")),
                        TOPICS, new DocumentNumber("15-TB/ĐB"), true),
                new ProgrammeEvent.Adopted(
                        DAY,
                        organisation("province"),
                        ProgrammeKind.RESOLUTION,
                        new Subject("Nghị quyết chuyên đề về xây dựng nền biên phòng toàn dân"),
                        DOCUMENT,
                        true,
                        DAY,
                        day("2023-06-30"),
                        List.of(new Target(
                                TARGET,
                                new Indicator("Số chi bộ có đảng viên đồn tham gia sinh hoạt"),
                                new Unit("chi bộ"),
                                new Quantity(new BigDecimal("33"), Quality.EXACT, null),
                                day("2020-12-31"))),
                        BASES,
                        true),
                new ProgrammeEvent.ProgressReported(
                        DAY,
                        TARGET,
                        new Quantity(new BigDecimal("30"), Quality.ABOUT, "khoảng 30 chi bộ"),
                        true,
                        new ComputedFrom(new FigureName("cellsCovered"), "province", DAY, 812)),
                new ProgrammeEvent.TargetAdjusted(
                        DAY, TARGET, new Quantity(new BigDecimal("36"), Quality.EXACT, null), day("2021-12-31"), REASON,
                        BASES),
                new ProgrammeEvent.Closed(DAY, REASON),
                new ReviewEvent.Convened(
                        DAY,
                        organisation("province"),
                        ReviewKind.MID_TERM,
                        new RecordReference("programmes", "programme-1"),
                        day("2013-01-04"),
                        day("2018-05-31"),
                        organisation("centre"),
                        DOCUMENT,
                        List.of(organisation("post"), organisation("commune-1")),
                        BASES,
                        true),
                new ReviewEvent.AttendanceRecorded(DAY, List.of(organisation("post"))),
                new ReviewEvent.FiguresFrozen(
                        DAY,
                        812,
                        List.of(
                                new FrozenFigure(
                                        new FigureName("openCellAssignmentsGrowth"),
                                        "province",
                                        day("2020-03-03"),
                                        day("2018-05-31"),
                                        new Quantity(new BigDecimal("2"), Quality.EXACT, null),
                                        List.of()),
                                new FrozenFigure(
                                        new FigureName("basisDocumentsInForce"),
                                        "province",
                                        day("2018-05-31"),
                                        null,
                                        null,
                                        List.of("09-QĐ/TU")))),
                new ReviewEvent.Assessed(
                        DAY, AssessmentLevel.COMPLETED_WELL, new Subject("Các chỉ tiêu cơ bản đạt và vượt")),
                new ReviewEvent.Directed(
                        DAY,
                        List.of(new FollowUp(
                                FOLLOW_UP, new Subject("Bổ sung quy chế phối hợp"), organisation("post"),
                                day("2018-12-31"))),
                        BASES),
                new ReviewEvent.FollowUpDone(DAY, FOLLOW_UP, organisation("post"), DOCUMENT),
                new ProposalEvent.Made(
                        DAY,
                        List.of(organisation("post"), organisation("commune-1")),
                        organisation("province"),
                        ProposalKind.ADVICE,
                        new Subject("Ban hành quy định về đảng viên đồn tham gia sinh hoạt chi bộ"),
                        new DocumentNumber("12-TTr/ĐU"),
                        BASES,
                        true),
                new ProposalEvent.Received(DAY),
                new ProposalEvent.Answered(DAY, ProposalOutcome.CARRIED_OUT, DOCUMENT, REASON),
                new ProposalEvent.Withdrawn(DAY, REASON),
                new HouseholdAssignmentEvent.Agreed(
                        DAY, new MemberId("member-1"), organisation("post"), organisation("commune-1"),
                        organisation("cell-1"), BASES, true),
                new HouseholdAssignmentEvent.Assigned(DAY, HOUSEHOLDS, BASES),
                new HouseholdAssignmentEvent.HouseholdsAdded(DAY, HOUSEHOLDS),
                new HouseholdAssignmentEvent.HouseholdsReleased(DAY, HOUSEHOLDS, REASON),
                new HouseholdAssignmentEvent.VisitRecorded(DAY, HOUSEHOLDS),
                new HouseholdAssignmentEvent.HandedOver(DAY, new HouseholdAssignmentId("households-2"), HOUSEHOLDS),
                new HouseholdAssignmentEvent.TakenOver(DAY, new HouseholdAssignmentId("households-1"), 4, HOUSEHOLDS),
                new HouseholdAssignmentEvent.Ended(DAY, REASON),
                new CommitteeAppointmentEvent.Nominated(
                        DAY, new MemberId("member-1"), organisation("commune-1"), CommitteeLevel.COMMUNE,
                        CommitteePosition.DEPUTY_SECRETARY, BASES, true),
                new CommitteeAppointmentEvent.Vetted(DAY, new DocumentNumber("31-CV/BTC")),
                new CommitteeAppointmentEvent.Designated(
                        DAY, new DocumentNumber("512-QĐ/HU"), day("2020-09-30"), true, BASES),
                new CommitteeAppointmentEvent.ElectionConfirmed(
                        DAY, new DocumentNumber("513-QĐ/HU"), day("2020-09-30"), false, BASES),
                new CommitteeAppointmentEvent.Extended(
                        DAY, day("2021-03-31"), new DocumentNumber("600-QĐ/HU"), BASES),
                new CommitteeAppointmentEvent.Relieved(DAY, REASON, BASES),
                new CommitteeAppointmentEvent.Ended(DAY, REASON),
                new WorkingGroupEvent.Established(
                        DAY, new Name("Tổ công tác giúp các ấp biên giới"), new Subject("Giúp xây dựng nông thôn mới"),
                        organisation("district-1"), BASES, true),
                new WorkingGroupEvent.PostAttached(DAY, organisation("post")),
                new WorkingGroupEvent.VillagesAssigned(DAY, organisation("post"), VILLAGES),
                new WorkingGroupEvent.VillagesReleased(DAY, VILLAGES, REASON),
                new WorkingGroupEvent.PostDetached(DAY, organisation("post"), REASON),
                new WorkingGroupEvent.Dissolved(DAY, REASON),
                new Amendment.Corrected(DAY, 2, introduced(), "1", REASON, BASES),
                new Amendment.Voided(DAY, 2, REASON, BASES),
                new ReservationEvent.Held(
                        "assignment-1", List.of(new HeldPeriod(DAY, day("9999-12-31"))), "letter/post/3-GT/ĐU"),
                new ReservationEvent.Released("assignment-1"),
                new RecordHeadsEvent.Sealed(4_711, 212, "5f".repeat(32)));
    }

    private static CellAssignmentEvent.Introduced introduced() {
        return new CellAssignmentEvent.Introduced(
                DAY,
                new DocumentNumber("3-GT/ĐU"),
                day("2018-06-28"),
                List.of(organisation("cell-1"), organisation("cell-2")),
                Regime.PROVISIONAL_PARTICIPATION,
                true,
                BASES);
    }
}
