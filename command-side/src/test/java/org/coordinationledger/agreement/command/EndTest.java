package org.coordinationledger.agreement.command;

import static org.coordinationledger.agreement.command.Accord.AGREEMENT;
import static org.coordinationledger.agreement.command.Accord.DISTRICT;
import static org.coordinationledger.agreement.command.Accord.DISTRICT_DECIDES;
import static org.coordinationledger.agreement.command.Accord.LEAD;
import static org.coordinationledger.agreement.command.Accord.LEAD_DECIDES;
import static org.coordinationledger.agreement.command.Accord.NEXT;
import static org.coordinationledger.agreement.command.Accord.PARTIES;
import static org.coordinationledger.agreement.command.Accord.REGULATION;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementRejection;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.junit.jupiter.api.Test;

/** The ways in which an agreement is over: replaced, ended together, lapsed, expired. */
class EndTest {

    private final Accord accord = new Accord();

    @Test
    void the_lead_party_records_which_agreement_took_its_place() {
        accord.next();
        accord.inForce()
                .when(LEAD_DECIDES, replace("2020-01-01", NEXT))
                .recorded(new AgreementEvent.Replaced(day("2020-01-01"), NEXT, Landscape.REASON))
                .keys();
        accord.inForce()
                .when(DISTRICT_DECIDES, replace("2020-01-01", NEXT))
                .refused(new AgreementRejection.NotYourStep(List.of("border-guard")));
        accord.inForce()
                .when(LEAD, replace("2020-01-01", NEXT))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    @Test
    void what_takes_its_place_is_another_agreement_in_force_on_that_day() {
        accord.next();
        accord.inForce()
                .when(LEAD_DECIDES, replace("2019-12-31", NEXT))
                .refused(new AgreementAcross.ReplacementNotInForce("next", "SIGNED"));
        accord.inForce()
                .when(LEAD_DECIDES, replace("2020-01-01", AGREEMENT))
                .refused(new AgreementAcross.ReplacesItself());
        accord.inForce()
                .when(LEAD_DECIDES, replace("2020-01-01", new AgreementId("nothing")))
                .refused(new NeighbourRejection.UnknownNeighbour("agreements", "nothing", day("2020-01-01")));
    }

    @Test
    void the_lead_party_records_that_the_parties_ended_it_by_a_document() {
        accord.inForce()
                .when(LEAD_DECIDES, end("2020-01-01", REGULATION))
                .recorded(new AgreementEvent.JointlyEnded(day("2020-01-01"), Landscape.REASON, List.of(REGULATION)))
                .keys();
        accord.inForce()
                .when(DISTRICT_DECIDES, end("2020-01-01", REGULATION))
                .refused(new AgreementRejection.NotYourStep(List.of("border-guard")));
        BasisDocumentId unknown = new BasisDocumentId("unknown");
        accord.inForce()
                .when(LEAD_DECIDES, end("2020-01-01", unknown))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "unknown", day("2020-01-01")));
    }

    @Test
    void what_not_all_have_signed_is_neither_replaced_nor_ended_together() {
        accord.next();
        List<String> needs = List.of("SIGNED", "IN_FORCE");
        accord.afterTwoSignatures()
                .when(LEAD_DECIDES, end("2020-01-01", REGULATION))
                .refused(new AgreementRejection.StepOutOfOrder("PROPOSED", needs));
        accord.afterTwoSignatures()
                .when(LEAD_DECIDES, replace("2020-01-01", NEXT))
                .refused(new AgreementRejection.StepOutOfOrder("PROPOSED", needs));
    }

    @Test
    void the_lead_party_records_a_lapse_at_any_stage() {
        AgreementEvent.Lapsed lapsed = new AgreementEvent.Lapsed(day("2020-01-01"), Landscape.REASON, List.of());
        accord.inForce().when(LEAD_DECIDES, lapse("2020-01-01")).recorded(lapsed).keys();
        accord.afterDraft().when(LEAD_DECIDES, lapse("2020-01-01")).recorded(lapsed);
    }

    @Test
    void another_party_records_a_lapse_only_when_the_lead_party_is_dissolved() {
        accord.landscape.dissolve("border-guard", "2020-01-01");
        accord.inForce()
                .when(DISTRICT_DECIDES, lapse("2019-12-31"))
                .refused(new AgreementAcross.LeadStands("border-guard"));
        accord.inForce()
                .when(DISTRICT_DECIDES, lapse("2020-01-01"))
                .recorded(new AgreementEvent.Lapsed(day("2020-01-01"), Landscape.REASON, List.of()));
        accord.inForce()
                .when(decider("province"), lapse("2020-01-01"))
                .refused(new AgreementRejection.NotYourStep(PARTIES));
    }

    @Test
    void nothing_follows_the_end() {
        accord.inForce()
                .given(LEAD_DECIDES, new AgreementEvent.Lapsed(day("2020-01-01"), Landscape.REASON, List.of()))
                .when(LEAD_DECIDES, end("2020-02-01", REGULATION))
                .refused(new AgreementRejection.AlreadyOver("LAPSED", day("2020-01-01")));
        accord.inForce()
                .when(LEAD_DECIDES, lapse("2023-01-01"))
                .refused(new AgreementRejection.AlreadyOver("EXPIRED", day("2023-01-01")));
    }

    @Test
    void an_end_leaves_no_step_behind_it() {
        AgreementEvent.AmendmentProposed later = new AgreementEvent.AmendmentProposed(
                day("2019-06-01"), Accord.OTHER_TEXT, null, List.of());
        accord.inForce()
                .given(LEAD, later)
                .when(LEAD_DECIDES, lapse("2019-05-01"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        5, "agreement.amendment-proposed", day("2019-06-01"), "agreement/already-over"))));
    }

    @Test
    void a_lapse_is_a_decision() {
        accord.inForce()
                .when(DISTRICT, lapse("2020-01-01"))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
    }

    private static AgreementCommand.Replace replace(String day, AgreementId by) {
        return new AgreementCommand.Replace(AGREEMENT, day(day), by, Landscape.REASON);
    }

    private static AgreementCommand.End end(String day, BasisDocumentId basis) {
        return new AgreementCommand.End(AGREEMENT, day(day), Landscape.REASON, List.of(basis));
    }

    private static AgreementCommand.Lapse lapse(String day) {
        return new AgreementCommand.Lapse(AGREEMENT, day(day), Landscape.REASON, List.of());
    }
}
