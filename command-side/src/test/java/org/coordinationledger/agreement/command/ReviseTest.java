package org.coordinationledger.agreement.command;

import static org.coordinationledger.agreement.command.Accord.AGREEMENT;
import static org.coordinationledger.agreement.command.Accord.COMMUNE_DECIDES;
import static org.coordinationledger.agreement.command.Accord.DISTRICT;
import static org.coordinationledger.agreement.command.Accord.LEAD;
import static org.coordinationledger.agreement.command.Accord.LEAD_DECIDES;
import static org.coordinationledger.agreement.command.Accord.NOT_STORED;
import static org.coordinationledger.agreement.command.Accord.OTHER_TEXT;
import static org.coordinationledger.agreement.command.Accord.TEXT;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.Test;

/** Revising the draft, and proposing it. */
class ReviseTest {

    private final Accord accord = new Accord();

    @Test
    void the_lead_party_revises_text_or_term() {
        accord.afterDraft()
                .when(LEAD, revise(OTHER_TEXT, "2022-12-31"))
                .recorded(revised(OTHER_TEXT, "2022-12-31"))
                .keys();
        accord.afterDraft().when(LEAD, revise(TEXT, "2023-12-31")).recorded(revised(TEXT, "2023-12-31"));
        accord.afterDraft()
                .when(DISTRICT, revise(OTHER_TEXT, "2022-12-31"))
                .refused(new AgreementRejection.NotYourStep(List.of("border-guard")));
    }

    @Test
    void a_revision_changes_something() {
        accord.afterDraft()
                .when(LEAD, revise(TEXT, "2022-12-31"))
                .refused(new AgreementRejection.NothingChanged(1));
    }

    @Test
    void the_new_text_is_stored_and_the_term_has_its_days_in_order() {
        accord.afterDraft()
                .when(LEAD, revise(NOT_STORED, "2022-12-31"))
                .refused(new NeighbourRejection.UnknownText(NOT_STORED.value()));
        accord.afterDraft()
                .when(LEAD, revise(TEXT, "2018-01-01"))
                .refused(new AgreementRejection.LastDayBeforeFirst(day("2018-02-01"), day("2018-01-01")));
    }

    @Test
    void a_revision_voids_the_signatures_of_the_one_before_and_is_proposed_anew() {
        accord.afterTwoSignatures()
                .given(LEAD, revised(OTHER_TEXT, "2022-12-31"))
                .when(COMMUNE_DECIDES, sign(2, OTHER_TEXT))
                .refused(new AgreementRejection.StepOutOfOrder("DRAFT", List.of("PROPOSED")));
        AgreementEvent.Signed again = new AgreementEvent.Signed(day("2018-01-20"), 2, OTHER_TEXT);
        accord.afterTwoSignatures()
                .given(LEAD, revised(OTHER_TEXT, "2022-12-31"))
                .given(LEAD, new AgreementEvent.Proposed(day("2018-01-16")))
                .when(LEAD_DECIDES, sign(2, OTHER_TEXT))
                .recorded(again);
    }

    @Test
    void what_all_have_signed_is_amended_and_not_revised() {
        accord.inForce()
                .when(LEAD, revise(OTHER_TEXT, "2022-12-31"))
                .refused(new AgreementRejection.StepOutOfOrder("SIGNED", List.of("DRAFT", "PROPOSED", "DECLINED")));
    }

    @Test
    void the_lead_party_proposes_once_while_all_parties_stand() {
        accord.afterDraft().when(LEAD, propose()).recorded(new AgreementEvent.Proposed(day("2018-01-15"))).keys();
        accord.afterDraft()
                .when(DISTRICT, propose())
                .refused(new AgreementRejection.NotYourStep(List.of("border-guard")));
        accord.afterProposal()
                .when(LEAD, propose())
                .refused(new AgreementRejection.StepOutOfOrder("PROPOSED", List.of("DRAFT", "DECLINED")));
        accord.landscape.dissolve("commune", "2018-01-15");
        accord.afterDraft()
                .when(LEAD, propose())
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2018-01-15"), List.of()));
    }

    @Test
    void what_a_party_declined_may_be_proposed_again() {
        accord.afterProposal()
                .given(COMMUNE_DECIDES, new AgreementEvent.Declined(day("2018-01-12"), 1, Landscape.REASON))
                .when(LEAD, propose())
                .recorded(new AgreementEvent.Proposed(day("2018-01-15")));
    }

    private static AgreementCommand.Propose propose() {
        return new AgreementCommand.Propose(AGREEMENT, day("2018-01-15"));
    }

    private static AgreementCommand.Sign sign(int revision, TextDigest text) {
        return new AgreementCommand.Sign(AGREEMENT, day("2018-01-20"), revision, text);
    }

    private static AgreementCommand.Revise revise(TextDigest text, String lastDay) {
        return new AgreementCommand.Revise(AGREEMENT, day("2018-01-15"), text, day("2018-02-01"), day(lastDay));
    }

    private static AgreementEvent.Revised revised(TextDigest text, String lastDay) {
        return new AgreementEvent.Revised(day("2018-01-15"), text, day("2018-02-01"), day(lastDay));
    }
}
