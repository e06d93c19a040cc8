package org.coordinationledger.agreement.command;

import static org.coordinationledger.agreement.command.Accord.AGREEMENT;
import static org.coordinationledger.agreement.command.Accord.COMMUNE_DECIDES;
import static org.coordinationledger.agreement.command.Accord.DISTRICT;
import static org.coordinationledger.agreement.command.Accord.DISTRICT_DECIDES;
import static org.coordinationledger.agreement.command.Accord.LEAD;
import static org.coordinationledger.agreement.command.Accord.NOT_STORED;
import static org.coordinationledger.agreement.command.Accord.OTHER_TEXT;
import static org.coordinationledger.agreement.command.Accord.REGULATION;
import static org.coordinationledger.agreement.command.Accord.TEXT;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.Test;

class AmendTest {

    private final Accord accord = new Accord();

    @Test
    void the_lead_party_puts_another_text_before_the_parties_of_what_is_signed() {
        accord.inForce()
                .when(LEAD, amend("2019-06-01", OTHER_TEXT))
                .recorded(new AgreementEvent.AmendmentProposed(
                        day("2019-06-01"), OTHER_TEXT, Landscape.REASON, List.of(REGULATION)))
                .keys();
        accord.inForce()
                .when(DISTRICT, amend("2019-06-01", OTHER_TEXT))
                .refused(new AgreementRejection.NotYourStep(List.of("border-guard")));
        accord.afterTwoSignatures()
                .when(LEAD, amend("2019-06-01", OTHER_TEXT))
                .refused(new AgreementRejection.StepOutOfOrder("PROPOSED", List.of("SIGNED", "IN_FORCE")));
    }

    @Test
    void an_amendment_changes_the_text_which_is_stored_before() {
        accord.inForce()
                .when(LEAD, amend("2019-06-01", TEXT))
                .refused(new AgreementRejection.NothingChanged(1));
        accord.afterAmendment()
                .when(LEAD, amend("2019-07-01", OTHER_TEXT))
                .refused(new AgreementRejection.NothingChanged(2));
        accord.inForce()
                .when(LEAD, amend("2019-06-01", NOT_STORED))
                .refused(new NeighbourRejection.UnknownText(NOT_STORED.value()));
    }

    @Test
    void all_parties_stand_when_it_is_amended() {
        accord.landscape.dissolve("commune", "2019-06-01");
        accord.inForce()
                .when(LEAD, amend("2019-06-01", OTHER_TEXT))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2019-06-01"), List.of()));
    }

    @Test
    void all_sign_the_amendment_each_once() {
        AgreementEvent.Signed signed = new AgreementEvent.Signed(day("2019-06-02"), 2, OTHER_TEXT);
        accord.afterAmendment().when(COMMUNE_DECIDES, sign(2, OTHER_TEXT)).recorded(signed).keys();
        accord.afterAmendment()
                .given(COMMUNE_DECIDES, signed)
                .when(COMMUNE_DECIDES, sign(2, OTHER_TEXT))
                .refused(new AgreementRejection.AlreadySigned("commune", 2));
        accord.afterAmendment()
                .when(COMMUNE_DECIDES, sign(1, TEXT))
                .refused(new AgreementRejection.NotTheProposedText(2, OTHER_TEXT.value()));
    }

    @Test
    void a_declined_amendment_is_signed_by_nobody() {
        accord.afterAmendment()
                .given(DISTRICT_DECIDES, new AgreementEvent.Declined(day("2019-06-01"), 2, Landscape.REASON))
                .when(COMMUNE_DECIDES, sign(2, OTHER_TEXT))
                .refused(new AgreementRejection.NothingToSign(1));
    }

    private static AgreementCommand.Sign sign(int revision, TextDigest text) {
        return new AgreementCommand.Sign(AGREEMENT, day("2019-06-02"), revision, text);
    }

    private static AgreementCommand.AmendText amend(String day, TextDigest text) {
        return new AgreementCommand.AmendText(AGREEMENT, day(day), text, Landscape.REASON, List.of(REGULATION));
    }
}
