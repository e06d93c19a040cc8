package org.coordinationledger.testing;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.inspection.event.FindingKind;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.outreach.event.OutreachSessionEvent;
import org.coordinationledger.outreach.event.OutreachTopic;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.training.event.Participants;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
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

/** What {@link Samples} has of outreach, support, training and inspections. */
final class ActivitySamples {

    private static final LocalDate DAY = day("2018-07-01");
    private static final Reason REASON = new Reason("Theo quyết định điều động");
    private static final List<BasisDocumentId> BASES = List.of(new BasisDocumentId("basis-09"));
    private static final PartKey FINDING = new PartKey("letters");
    private static final TextDigest TEXT =
            new TextDigest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    private ActivitySamples() {}

    static List<Object> all() {
        return List.of(
                new OutreachSessionEvent.Held(
                        DAY,
                        day("2018-01-01"),
                        OutreachTopic.SEAS_AND_ISLANDS,
                        new Subject("Tuyên truyền về biển, đảo"),
                        organisation("post"),
                        List.of(organisation("commune-1"), organisation("commune-2")),
                        whole("13"),
                        new Quantity(new BigDecimal("1500"), Quality.ABOUT, "khoảng"),
                        BASES,
                        true),
                new SupportActivityEvent.Promised(
                        DAY, SupportKind.HOUSE, organisation("border-guard"), List.of(organisation("commune-1")),
                        new Extent(whole("475000000"), whole("11")), new Unit("căn nhà"), false,
                        new Name("Một doanh nghiệp"), BASES, true),
                new SupportActivityEvent.Given(
                        DAY, SupportKind.GIFTS, organisation("border-guard"), List.of(organisation("commune-1")),
                        new Extent(new Quantity(new BigDecimal("5000000000"), Quality.MORE_THAN, null), null), null, true,
                        new Name("Một doanh nghiệp"), BASES, true),
                new SupportActivityEvent.PromiseKept(DAY, new Extent(whole("475000000"), whole("11"))),
                new SupportActivityEvent.PromiseWithdrawn(DAY, REASON),
                new TrainingCourseEvent.Scheduled(
                        DAY, new Subject("Kỹ năng công tác xây dựng Đảng"),
                        List.of(organisation("border-guard"), organisation("district-1")), day("2018-08-01"),
                        day("2018-08-03"), BASES, true),
                new TrainingCourseEvent.Held(
                        DAY, day("2018-06-28"), List.of(new Participants(organisation("post"), whole("12")))),
                new TrainingCourseEvent.Cancelled(DAY, REASON),
                new InspectionEvent.Decided(
                        DAY, InspectionKind.INSPECTION, organisation("province"), new DocumentNumber("112-QĐ/UBKT"),
                        List.of(organisation("post"), organisation("commune-1")), new Subject("Việc thực hiện quy chế"),
                        List.of(new PersonCode("inspector-1"), new PersonCode("inspector-2")),
                        new PersonCode("inspector-1"), day("2018-07-10"), day("2018-08-10"), BASES, true),
                new InspectionEvent.SelfReported(DAY, new DocumentNumber("15-BC/ĐU")),
                new InspectionEvent.Found(
                        DAY, FINDING, FindingKind.SHORTCOMING, organisation("post"),
                        new RecordReference("cell-assignments", "assignment-1"), new Subject("Giới thiệu chậm")),
                new InspectionEvent.Heard(DAY, new Subject("Nhất trí với dự thảo kết luận")),
                new InspectionEvent.Concluded(
                        DAY, new DocumentNumber("20-KL/UBKT"), List.of(FINDING), TEXT, BASES),
                new InspectionEvent.RemedyRequired(
                        DAY, FINDING, organisation("post"), new Subject("Bổ sung giấy giới thiệu"),
                        day("2018-12-31")),
                new InspectionEvent.RemedyReported(
                        DAY, FINDING, new Subject("Đã bổ sung"), new DocumentNumber("31-BC/ĐU")),
                new InspectionEvent.RemedyAccepted(DAY, FINDING),
                new InspectionEvent.RemedyRefused(DAY, FINDING, REASON),
                new InspectionEvent.Reminded(DAY, FINDING, true),
                new InspectionEvent.Closed(DAY));
    }

    private static Quantity whole(String number) {
        return new Quantity(new BigDecimal(number), Quality.EXACT, null);
    }
}
