package org.coordinationledger.auditor;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;

/** An agreement's life in a log: drafted, revised, proposed, and a number assigned and corrected. */
final class Agreements {

    static final String TEXT = "Quy chế phối hợp <bản đầu>";
    static final String REVISED = "Quy chế phối hợp, bản sửa";

    private static final LocalDate DAY = LocalDate.of(2018, 7, 1);

    private Agreements() {}

    /** Five steps, with {@code between} other entries after each. */
    static void live(TestLog log, String record, int between) {
        OrganisationId guard = new OrganisationId("border-guard");
        log.text(TEXT).text(REVISED);
        add(log, record, between, new AgreementEvent.Drafted(
                DAY,
                AgreementKind.COORDINATION_RULES,
                new Subject("Quy chế phối hợp xây dựng hệ thống chính trị cơ sở"),
                guard,
                List.of(guard, new OrganisationId("district-1")),
                TextDigest.of(TEXT),
                LocalDate.of(2018, 8, 1),
                LocalDate.of(2023, 7, 31),
                null,
                List.of(new BasisDocumentId("basis-09")),
                true));
        add(log, record, between, new AgreementEvent.Revised(
                DAY.plusDays(1), TextDigest.of(REVISED), LocalDate.of(2018, 8, 1), LocalDate.of(2023, 7, 31)));
        add(log, record, between, new AgreementEvent.Proposed(DAY.plusDays(2)));
        add(log, record, between, new AgreementEvent.NumberAssigned(DAY.plusDays(3), new DocumentNumber("04-QC/PH")));
        add(log, record, between, new Amendment.Corrected(
                DAY.plusDays(4),
                3,
                new AgreementEvent.NumberAssigned(DAY.plusDays(3), new DocumentNumber("05-QC/PH")),
                "1",
                new Reason("đính chính số"),
                List.of()));
    }

    private static void add(TestLog log, String record, int between, Object event) {
        log.add("Agreement", record, event).fill(between);
    }
}
