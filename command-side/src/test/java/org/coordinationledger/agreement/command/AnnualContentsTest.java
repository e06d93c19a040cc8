package org.coordinationledger.agreement.command;

import static org.coordinationledger.agreement.command.Accord.AGREEMENT;
import static org.coordinationledger.agreement.command.Accord.COMMUNE_DECIDES;
import static org.coordinationledger.agreement.command.Accord.CONTENTS;
import static org.coordinationledger.agreement.command.Accord.DISTRICT;
import static org.coordinationledger.agreement.command.Accord.DISTRICT_DECIDES;
import static org.coordinationledger.agreement.command.Accord.ITEMS;
import static org.coordinationledger.agreement.command.Accord.LEAD_DECIDES;
import static org.coordinationledger.agreement.command.Accord.PARTIES;
import static org.coordinationledger.agreement.command.Accord.PERIOD;
import static org.coordinationledger.agreement.command.Accord.TEXT;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementRejection;
import org.coordinationledger.agreement.event.ContentItem;
import org.coordinationledger.agreement.event.ContentPeriod;
import org.coordinationledger.agreement.event.PersonInCharge;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.WitnessKey;
import org.junit.jupiter.api.Test;

/** What follows while an agreement is in force: persons in charge, and what is done in a period. */
class AnnualContentsTest {

    private static final PersonInCharge DEPUTY = new PersonInCharge("Phó Bí thư Thường trực");

    private static final WitnessKey WITNESS = new WitnessKey(
            "witness.district.example/w1+dff7c7d9+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");

    private final Accord accord = new Accord();

    @Test
    void each_party_names_who_is_in_charge_and_may_name_another_later() {
        AgreementEvent.PersonInChargeNamed named =
                new AgreementEvent.PersonInChargeNamed(day("2018-03-01"), DEPUTY);
        accord.inForce().when(DISTRICT, name("2018-03-01")).recorded(named).keys();
        accord.inForce().given(DISTRICT, named).when(DISTRICT, name("2019-03-01"))
                .recorded(new AgreementEvent.PersonInChargeNamed(day("2019-03-01"), DEPUTY));
    }

    @Test
    void each_party_names_the_witness_of_the_ledger_that_it_runs_and_may_name_another_later() {
        AgreementEvent.WitnessNamed named = new AgreementEvent.WitnessNamed(day("2018-03-01"), WITNESS);
        accord.inForce().when(DISTRICT, witness("2018-03-01")).recorded(named).keys();
        accord.inForce().given(DISTRICT, named).when(DISTRICT, witness("2019-03-01"))
                .recorded(new AgreementEvent.WitnessNamed(day("2019-03-01"), WITNESS));
        accord.inForce()
                .when(recorder("province"), witness("2018-03-01"))
                .refused(new AgreementRejection.NotYourStep(PARTIES));
        accord.afterTwoSignatures()
                .when(DISTRICT, witness("2018-03-01"))
                .refused(new AgreementRejection.StepOutOfOrder("PROPOSED", List.of("SIGNED", "IN_FORCE")));
    }

    private static AgreementCommand.NameWitness witness(String day) {
        return new AgreementCommand.NameWitness(AGREEMENT, day(day), WITNESS);
    }

    @Test
    void nobody_is_in_charge_for_who_is_no_party_or_of_what_is_not_signed() {
        accord.inForce()
                .when(recorder("province"), name("2018-03-01"))
                .refused(new AgreementRejection.NotYourStep(PARTIES));
        accord.afterTwoSignatures()
                .when(DISTRICT, name("2018-03-01"))
                .refused(new AgreementRejection.StepOutOfOrder("PROPOSED", List.of("SIGNED", "IN_FORCE")));
    }

    @Test
    void a_party_proposes_contents_for_a_period() {
        accord.inForce().when(DISTRICT, propose("2019-01-05")).recorded(proposed("2019-01-05", ITEMS)).keys();
        accord.inForce()
                .when(recorder("province"), propose("2019-01-05"))
                .refused(new AgreementRejection.NotYourStep(PARTIES));
        accord.afterTwoSignatures()
                .when(DISTRICT, propose("2019-01-05"))
                .refused(new AgreementRejection.StepOutOfOrder("PROPOSED", List.of("SIGNED", "IN_FORCE")));
    }

    @Test
    void each_party_agrees_to_exactly_what_is_proposed() {
        accord.afterContentsProposal()
                .when(DISTRICT_DECIDES, agree(PERIOD, CONTENTS))
                .recorded(agreed("2019-01-10"))
                .keys();
        accord.afterContentsProposal()
                .when(DISTRICT_DECIDES, agree(PERIOD, TEXT))
                .refused(new AgreementRejection.NotTheProposedContents("2019–2020"));
        accord.afterContentsProposal()
                .when(DISTRICT_DECIDES, agree(new ContentPeriod("2021"), CONTENTS))
                .refused(new AgreementRejection.NotTheProposedContents("2021"));
        accord.inForce()
                .when(DISTRICT_DECIDES, agree(PERIOD, CONTENTS))
                .refused(new AgreementRejection.NotTheProposedContents("2019–2020"));
    }

    @Test
    void agreeing_is_a_decision_of_the_party_and_taken_once() {
        accord.afterContentsProposal()
                .when(DISTRICT, agree(PERIOD, CONTENTS))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        accord.afterContentsProposal()
                .when(decider("province"), agree(PERIOD, CONTENTS))
                .refused(new AgreementRejection.NotYourStep(PARTIES));
        accord.afterContentsProposal()
                .given(DISTRICT_DECIDES, agreed("2019-01-08"))
                .when(DISTRICT_DECIDES, agree(PERIOD, CONTENTS))
                .refused(new AgreementRejection.AlreadyAgreedTo("district", "2019–2020"));
    }

    @Test
    void a_new_proposal_takes_the_place_of_the_one_before() {
        List<ContentItem> fewer = List.of(ITEMS.get(0));
        accord.afterContentsProposal()
                .given(DISTRICT, proposed("2019-01-06", fewer))
                .when(DISTRICT_DECIDES, agree(PERIOD, CONTENTS))
                .refused(new AgreementRejection.NotTheProposedContents("2019–2020"));
    }

    @Test
    void what_all_agreed_for_a_period_is_neither_proposed_nor_agreed_again() {
        allAgreed()
                .when(DISTRICT, propose("2019-02-01"))
                .refused(new AgreementRejection.ContentsAlreadyAgreed("2019–2020"));
        allAgreed()
                .when(COMMUNE_DECIDES, agree(PERIOD, CONTENTS))
                .refused(new AgreementRejection.ContentsAlreadyAgreed("2019–2020"));
    }

    private Decision<Agreement> allAgreed() {
        return accord.afterContentsProposal()
                .given(LEAD_DECIDES, agreed("2019-01-06"))
                .given(DISTRICT_DECIDES, agreed("2019-01-07"))
                .given(COMMUNE_DECIDES, agreed("2019-01-08"));
    }

    private static AgreementCommand.NamePersonInCharge name(String day) {
        return new AgreementCommand.NamePersonInCharge(AGREEMENT, day(day), DEPUTY);
    }

    private static AgreementCommand.ProposeAnnualContents propose(String day) {
        return new AgreementCommand.ProposeAnnualContents(AGREEMENT, day(day), PERIOD, ITEMS);
    }

    private static AgreementEvent.AnnualContentsProposed proposed(String day, List<ContentItem> items) {
        return new AgreementEvent.AnnualContentsProposed(day(day), PERIOD, items);
    }

    private static AgreementCommand.AgreeAnnualContents agree(ContentPeriod period, TextDigest contents) {
        return new AgreementCommand.AgreeAnnualContents(AGREEMENT, day("2019-01-10"), period, contents);
    }

    private static AgreementEvent.AnnualContentsAgreed agreed(String day) {
        return new AgreementEvent.AnnualContentsAgreed(day(day), PERIOD, CONTENTS);
    }
}
