package org.coordinationledger.agreement.command;

import static org.coordinationledger.agreement.command.Accord.DISTRICT;
import static org.coordinationledger.agreement.command.Accord.LEAD;
import static org.coordinationledger.agreement.command.Accord.NOT_STORED;
import static org.coordinationledger.agreement.command.Accord.NUMBER;
import static org.coordinationledger.agreement.command.Accord.PARTIES;
import static org.coordinationledger.agreement.command.Accord.TEXT;
import static org.coordinationledger.agreement.command.Accord.draft;
import static org.coordinationledger.agreement.command.Accord.drafted;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementRejection;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.api.Test;

class DraftTest {

    private final Accord accord = new Accord();

    @Test
    void the_lead_party_drafts_an_agreement() {
        accord.decision().when(LEAD, draft(drafted())).recorded(drafted()).keys();
    }

    @Test
    void a_number_on_the_draft_is_held_for_the_lead_party_and_the_year() {
        AgreementEvent.Drafted numbered = drafted(NUMBER, PARTIES);
        accord.decision()
                .when(LEAD, draft(numbered))
                .recorded(numbered)
                .keys(new Recorded(Accord.numberKey(2018), Accord.held("agreement")));
    }

    @Test
    void a_number_is_given_once_in_a_year() {
        accord.landscape.registry.holding(Accord.numberKey(2018), Accord.held("other"));
        accord.decision()
                .when(LEAD, draft(drafted(NUMBER, PARTIES)))
                .refused(new AgreementAcross.NumberTaken("04-QC/PH", "2018", "other"));
    }

    @Test
    void nobody_drafts_for_the_lead_party() {
        accord.decision()
                .when(DISTRICT, draft(drafted()))
                .refused(new AgreementRejection.NotYourStep(List.of("border-guard")));
    }

    @Test
    void the_parties_are_two_or_more_each_once_with_the_lead_among_them() {
        for (List<String> parties : List.of(
                List.<String>of(), List.of("border-guard"), List.of("border-guard", "border-guard"),
                List.of("border-guard", "district", "district"), List.of("district", "commune"))) {
            accord.decision()
                    .when(LEAD, draft(drafted(null, parties)))
                    .refused(new AgreementRejection.PartiesDoNotFit(parties, "border-guard"));
        }
    }

    @Test
    void every_party_stands_on_that_day() {
        accord.decision()
                .when(LEAD, draft(drafted(null, List.of("border-guard", "nobody"))))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nobody", day("2018-01-05")));
        accord.landscape.dissolve("district", "2018-01-05");
        accord.decision()
                .when(LEAD, draft(drafted()))
                .refused(new NeighbourRejection.OrganisationDissolved("district", day("2018-01-05"), List.of()));
    }

    @Test
    void the_text_is_stored_before() {
        accord.decision()
                .when(LEAD, draft(lasting(NOT_STORED, "2018-02-01", "2022-12-31")))
                .refused(new NeighbourRejection.UnknownText(NOT_STORED.value()));
    }

    @Test
    void the_term_does_not_end_before_it_begins() {
        accord.decision()
                .when(LEAD, draft(lasting(TEXT, "2018-02-01", "2018-01-31")))
                .refused(new AgreementRejection.LastDayBeforeFirst(day("2018-02-01"), day("2018-01-31")));
    }

    @Test
    void an_agreement_begins_once() {
        accord.afterDraft().when(LEAD, draft(drafted())).refused(new TimelineRejection.AlreadyBegun());
    }

    private static AgreementEvent.Drafted lasting(TextDigest text, String firstDay, String lastDay) {
        return new AgreementEvent.Drafted(
                day("2018-01-05"), AgreementKind.COORDINATION_PROGRAMME, new Subject("Chương trình phối hợp"),
                organisation("border-guard"), drafted().parties(), text, day(firstDay), day(lastDay), null, List.of(),
                true);
    }
}
