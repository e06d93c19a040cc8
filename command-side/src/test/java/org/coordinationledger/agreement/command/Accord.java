package org.coordinationledger.agreement.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.AnnualContents;
import org.coordinationledger.agreement.event.ContentItem;
import org.coordinationledger.agreement.event.ContentPeriod;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/** Coordination rules that the border guard leads, with the district and a commune as the other parties. */
final class Accord {

    static final Actor LEAD = recorder("border-guard");
    static final Actor LEAD_DECIDES = decider("border-guard");
    static final Actor DISTRICT = recorder("district");
    static final Actor DISTRICT_DECIDES = decider("district");
    static final Actor COMMUNE_DECIDES = decider("commune");

    static final AgreementId AGREEMENT = new AgreementId("agreement");
    static final AgreementId NEXT = new AgreementId("next");
    static final BasisDocumentId REGULATION = new BasisDocumentId("regulation");
    static final TextDigest TEXT = new TextDigest("a".repeat(64));
    static final TextDigest OTHER_TEXT = new TextDigest("b".repeat(64));
    static final TextDigest NOT_STORED = new TextDigest("c".repeat(64));
    static final DocumentNumber NUMBER = new DocumentNumber("04-QC/PH");
    static final ContentPeriod PERIOD = new ContentPeriod("2019–2020");
    static final List<ContentItem> ITEMS = List.of(new ContentItem("Giao ban hằng quý"), new ContentItem("Tuyên truyền"));
    static final TextDigest CONTENTS = AnnualContents.digestOf(PERIOD, ITEMS);
    static final List<String> PARTIES = List.of("border-guard", "district", "commune");

    final Landscape landscape = new Landscape();

    Accord() {
        landscape.registry.storing(TEXT).storing(OTHER_TEXT);
        landscape.regulation(REGULATION, "province");
    }

    Decision<Agreement> decision() {
        return Decision.of(Agreement.class, AgreementState.TYPE, landscape.registry);
    }

    static AgreementEvent.Drafted drafted() {
        return drafted(null, PARTIES);
    }

    static AgreementEvent.Drafted drafted(@Nullable DocumentNumber number, List<String> parties) {
        return new AgreementEvent.Drafted(
                day("2018-01-05"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"),
                organisation("border-guard"), parties.stream().map(OrganisationId::new).toList(), TEXT, day("2018-02-01"),
                day("2022-12-31"), number, List.of(), false);
    }

    static AgreementCommand.Draft draft(AgreementEvent.Drafted e) {
        return new AgreementCommand.Draft(
                AGREEMENT, e.effectiveOn(), e.kind(), e.subject(), e.lead(), e.parties(), e.text(), e.firstDay(),
                e.lastDay(), e.number(), e.bases(), e.illustrative());
    }

    static AgreementEvent.Signed signed(String day) {
        return new AgreementEvent.Signed(day(day), 1, TEXT);
    }

    Decision<Agreement> afterDraft() {
        return decision().given(LEAD, drafted());
    }

    Decision<Agreement> afterProposal() {
        return afterDraft().given(LEAD, new AgreementEvent.Proposed(day("2018-01-10")));
    }

    /** Signed by the lead party and the district; the commune's signature is awaited. */
    Decision<Agreement> afterTwoSignatures() {
        return afterProposal()
                .given(LEAD_DECIDES, signed("2018-01-11"))
                .given(DISTRICT_DECIDES, signed("2018-01-12"));
    }

    /** In force since the first day of its term, 2018-02-01. */
    Decision<Agreement> inForce() {
        return afterTwoSignatures().given(COMMUNE_DECIDES, signed("2018-01-13"));
    }

    Decision<Agreement> afterContentsProposal() {
        return inForce().given(DISTRICT, new AgreementEvent.AnnualContentsProposed(day("2019-01-05"), PERIOD, ITEMS));
    }

    Decision<Agreement> afterAmendment() {
        return inForce().given(LEAD, new AgreementEvent.AmendmentProposed(
                day("2019-06-01"), OTHER_TEXT, null, List.of()));
    }

    /** Another agreement of the same parties, in force from 2020-01-01 on. */
    void next() {
        Actor[] actors = {LEAD_DECIDES, DISTRICT_DECIDES, COMMUNE_DECIDES};
        AgreementEvent.Drafted draft = new AgreementEvent.Drafted(
                day("2019-12-01"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"),
                organisation("border-guard"), drafted().parties(), OTHER_TEXT, day("2020-01-01"), null, null, List.of(),
                false);
        landscape.registry
                .with(AgreementState.TYPE, NEXT, LEAD, draft)
                .with(AgreementState.TYPE, NEXT, LEAD, new AgreementEvent.Proposed(day("2019-12-02")));
        Stream.of(actors).forEach(actor -> landscape.registry.with(
                AgreementState.TYPE, NEXT, actor, new AgreementEvent.Signed(day("2019-12-03"), 1, OTHER_TEXT)));
    }

    static String numberKey(int year) {
        return numberKey(Integer.toString(year));
    }

    /** Of a year or a term of office. */
    static String numberKey(String period) {
        return "agreement-number:border-guard:" + period + ":4-QC/PH";
    }

    static ReservationEvent.Held held(String holder) {
        return new ReservationEvent.Held(holder, List.of(HeldPeriod.ALWAYS), null);
    }
}
