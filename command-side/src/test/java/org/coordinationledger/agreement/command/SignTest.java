package org.coordinationledger.agreement.command;

import static org.coordinationledger.agreement.command.Accord.AGREEMENT;
import static org.coordinationledger.agreement.command.Accord.COMMUNE_DECIDES;
import static org.coordinationledger.agreement.command.Accord.DISTRICT;
import static org.coordinationledger.agreement.command.Accord.DISTRICT_DECIDES;
import static org.coordinationledger.agreement.command.Accord.OTHER_TEXT;
import static org.coordinationledger.agreement.command.Accord.PARTIES;
import static org.coordinationledger.agreement.command.Accord.TEXT;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.Test;

/** Signing, and declining to. */
class SignTest {

    private final Accord accord = new Accord();

    @Test
    void each_party_signs_the_proposed_text_for_itself() {
        accord.afterProposal()
                .when(COMMUNE_DECIDES, sign("2018-01-15", 1, TEXT))
                .recorded(Accord.signed("2018-01-15"))
                .keys();
        accord.afterTwoSignatures()
                .when(COMMUNE_DECIDES, sign("2018-01-15", 1, TEXT))
                .recorded(Accord.signed("2018-01-15"));
    }

    @Test
    void signing_and_declining_are_decisions_of_the_party_and_of_nobody_above_it() {
        accord.afterProposal()
                .when(DISTRICT, sign("2018-01-15", 1, TEXT))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        accord.afterProposal()
                .when(DISTRICT, decline("2018-01-15", 1))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        accord.afterProposal()
                .when(decider("province"), sign("2018-01-15", 1, TEXT))
                .refused(new AgreementRejection.NotYourStep(PARTIES));
        accord.afterProposal()
                .when(decider("province"), decline("2018-01-15", 1))
                .refused(new AgreementRejection.NotYourStep(PARTIES));
    }

    @Test
    void a_signature_names_exactly_the_text_and_the_revision_that_are_proposed() {
        accord.afterProposal()
                .when(COMMUNE_DECIDES, sign("2018-01-15", 1, OTHER_TEXT))
                .refused(new AgreementRejection.NotTheProposedText(1, TEXT.value()));
        accord.afterProposal()
                .when(COMMUNE_DECIDES, sign("2018-01-15", 2, TEXT))
                .refused(new AgreementRejection.NotTheProposedText(1, TEXT.value()));
        accord.afterProposal()
                .when(COMMUNE_DECIDES, decline("2018-01-15", 2))
                .refused(new AgreementRejection.NotTheProposedText(1, TEXT.value()));
    }

    @Test
    void a_party_signs_a_revision_once_and_does_not_decline_what_it_signed() {
        accord.afterTwoSignatures()
                .when(DISTRICT_DECIDES, sign("2018-01-15", 1, TEXT))
                .refused(new AgreementRejection.AlreadySigned("district", 1));
        accord.afterTwoSignatures()
                .when(DISTRICT_DECIDES, decline("2018-01-15", 1))
                .refused(new AgreementRejection.AlreadySigned("district", 1));
    }

    @Test
    void nothing_is_signed_before_it_is_proposed() {
        accord.afterDraft()
                .when(COMMUNE_DECIDES, sign("2018-01-15", 1, TEXT))
                .refused(new AgreementRejection.StepOutOfOrder("DRAFT", List.of("PROPOSED")));
        accord.afterProposal()
                .when(COMMUNE_DECIDES, sign("2018-01-09", 1, TEXT))
                .refused(new AgreementRejection.StepOutOfOrder("DRAFT", List.of("PROPOSED")));
    }

    @Test
    void nothing_is_signed_after_all_have() {
        accord.inForce()
                .when(COMMUNE_DECIDES, sign("2018-03-01", 1, TEXT))
                .refused(new AgreementRejection.NothingToSign(1));
        accord.inForce()
                .when(COMMUNE_DECIDES, decline("2018-03-01", 1))
                .refused(new AgreementRejection.NothingToSign(1));
    }

    @Test
    void nothing_is_signed_after_the_term() {
        accord.afterTwoSignatures()
                .when(COMMUNE_DECIDES, sign("2023-01-01", 1, TEXT))
                .refused(new AgreementRejection.TermOver(day("2022-12-31")));
        accord.afterTwoSignatures()
                .when(COMMUNE_DECIDES, sign("2022-12-31", 1, TEXT))
                .recorded(Accord.signed("2022-12-31"));
    }

    @Test
    void a_dissolved_party_signs_nothing() {
        accord.landscape.dissolve("commune", "2018-01-15");
        accord.afterTwoSignatures()
                .when(COMMUNE_DECIDES, sign("2018-01-15", 1, TEXT))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2018-01-15"), List.of()));
    }

    @Test
    void a_party_declines_for_a_reason_and_then_nobody_signs_that_proposal() {
        AgreementEvent.Declined declined = new AgreementEvent.Declined(day("2018-01-15"), 1, Landscape.REASON);
        accord.afterTwoSignatures().when(COMMUNE_DECIDES, decline("2018-01-15", 1)).recorded(declined).keys();
        accord.afterProposal()
                .given(COMMUNE_DECIDES, declined)
                .when(DISTRICT_DECIDES, sign("2018-01-16", 1, TEXT))
                .refused(new AgreementRejection.StepOutOfOrder("DECLINED", List.of("PROPOSED")));
    }

    private static AgreementCommand.Sign sign(String day, int revision, TextDigest text) {
        return new AgreementCommand.Sign(AGREEMENT, day(day), revision, text);
    }

    private static AgreementCommand.Decline decline(String day, int revision) {
        return new AgreementCommand.Decline(AGREEMENT, day(day), revision, Landscape.REASON);
    }
}
