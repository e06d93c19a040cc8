package org.coordinationledger.agreement.command;

import static org.coordinationledger.agreement.command.Accord.COMMUNE_DECIDES;
import static org.coordinationledger.agreement.command.Accord.DISTRICT_DECIDES;
import static org.coordinationledger.agreement.command.Accord.LEAD;
import static org.coordinationledger.agreement.command.Accord.LEAD_DECIDES;
import static org.coordinationledger.agreement.command.Accord.NOT_STORED;
import static org.coordinationledger.agreement.command.Accord.NUMBER;
import static org.coordinationledger.agreement.command.Accord.PARTIES;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

/** Correcting and voiding steps of an agreement. */
class CorrectTest {

    private final Accord accord = new Accord();

    @Test
    void what_is_not_signed_can_be_corrected_and_its_text_is_stored() {
        Amend.Correct correct = correct(0, Accord.drafted(null, List.of("border-guard", "district")));
        accord.afterProposal().when(LEAD, correct).recorded(correct.event()).keys();

        AgreementEvent.Revised revised =
                new AgreementEvent.Revised(day("2018-01-08"), Accord.OTHER_TEXT, day("2018-02-01"), null);
        accord.afterDraft()
                .given(LEAD, revised)
                .when(LEAD, correct(1, new AgreementEvent.Revised(
                        day("2018-01-08"), NOT_STORED, day("2018-02-01"), null)))
                .refused(new NeighbourRejection.UnknownText(NOT_STORED.value()));
    }

    @Test
    void a_signature_is_voided_by_its_own_party_and_never_corrected() {
        Amend.Void voided = voiding(3);
        accord.afterTwoSignatures().when(DISTRICT_DECIDES, voided).recorded(voided.event()).keys();
        accord.afterTwoSignatures()
                .when(LEAD_DECIDES, voided)
                .refused(new TimelineRejection.NotItsOrganisation(3, "district"));
        accord.afterTwoSignatures()
                .when(DISTRICT_DECIDES, correct(3, Accord.signed("2018-01-15")))
                .refused(new TimelineRejection.ApprovalNotCorrectable(3));
    }

    @Test
    void the_draft_is_not_voided_under_what_rests_on_it() {
        accord.afterProposal()
                .when(LEAD, voiding(0))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "agreement.proposed", day("2018-01-10"), "timeline/not-yet-begun"))));
    }

    @Test
    void a_voided_draft_lets_its_number_go() {
        accord.landscape.registry.holding(Accord.numberKey(2018), Accord.held("agreement"));
        Amend.Void voided = voiding(0);
        accord.decision()
                .given(LEAD, Accord.drafted(NUMBER, PARTIES))
                .when(LEAD, voided)
                .recorded(voided.event())
                .keys(new Recorded(Accord.numberKey(2018), new ReservationEvent.Released("agreement")));
    }

    @Test
    void a_contents_agreement_is_never_corrected() {
        AgreementEvent.AnnualContentsAgreed agreed =
                new AgreementEvent.AnnualContentsAgreed(day("2019-01-08"), Accord.PERIOD, Accord.CONTENTS);
        accord.afterContentsProposal()
                .given(COMMUNE_DECIDES, agreed)
                .when(COMMUNE_DECIDES, correct(6, agreed))
                .refused(new TimelineRejection.ApprovalNotCorrectable(6));
    }

    private static Amend.Correct correct(long sequence, RecordEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("agreement"), day("2026-01-01"), sequence, replacement, Landscape.REASON, List.of());
    }

    private static Amend.Void voiding(long sequence) {
        return new Amend.Void(new AnyRecordId("agreement"), day("2026-01-01"), sequence, Landscape.REASON, List.of());
    }
}
