package org.coordinationledger.basisdocument.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** Documents of a province whose terms of office are known from 2015 to 2025. */
final class Archive {

    static final Actor KEEPER = recorder("border-guard");
    static final Actor ISSUER = recorder("province");
    static final BasisDocumentId DOCUMENT = new BasisDocumentId("document");
    static final BasisDocumentId NEXT = new BasisDocumentId("next");

    final Landscape landscape = new Landscape();

    Archive() {
        landscape.term("province", "2015–2020", "2015-10-15", "2020-10-14");
        landscape.term("province", "2020–2025", "2020-10-15", "2025-10-14");
    }

    Decision<BasisDocument> decision() {
        return Decision.of(BasisDocument.class, BasisDocumentState.TYPE, landscape.registry);
    }

    /** The document, recorded by the border guard, its number held in the term that it was issued in. */
    Decision<BasisDocument> issued() {
        landscape.registry.holding(key("2015–2020"), held());
        return decision().given(KEEPER, document("2018-09-28"));
    }

    /** Another document, in force from its date on. */
    void other(BasisDocumentId id, String day) {
        landscape.registry.with(BasisDocumentState.TYPE, id, KEEPER, document(day));
    }

    static ReservationEvent.Held held() {
        return new ReservationEvent.Held("document", List.of(HeldPeriod.ALWAYS), null);
    }

    static String key(String term) {
        return "document-number:province:REGULATION:" + term + ":9-QĐ/TU";
    }

    static BasisDocumentEvent.Issued document(String day) {
        return document(day, day, Series.PARTY_TERM, null);
    }

    static BasisDocumentEvent.Issued document(
            String effectiveOn, String issuedOn, Series series, @Nullable String lastDay) {
        return new BasisDocumentEvent.Issued(
                day(effectiveOn),
                new DocumentNumber("09-QĐ/TU"),
                DocumentKind.REGULATION,
                series,
                organisation("province"),
                Body.STANDING_COMMITTEE,
                List.of(),
                day(issuedOn),
                new Subject("Quy định trách nhiệm của đảng viên đồn biên phòng"),
                false,
                List.of(),
                List.of(organisation("province")),
                lastDay == null ? null : day(lastDay),
                false);
    }

    static BasisDocumentCommand.Issue issue(BasisDocumentEvent.Issued e) {
        return new BasisDocumentCommand.Issue(
                DOCUMENT, e.effectiveOn(), e.number(), e.kind(), e.series(), e.issuer(), e.issuerBody(),
                e.jointIssuers(), e.issuedOn(), e.subject(), e.provisional(), e.carriesOut(), e.appliesTo(),
                e.lastDay(),
                e.illustrative());
    }
}
