package org.coordinationledger.informationexchange.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.informationexchange.event.ExchangeForm;
import org.coordinationledger.informationexchange.event.ExchangeTopic;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.informationexchange.event.InformationExchangeRejection;
import org.coordinationledger.informationexchange.event.InformationExchangeState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.InformationExchangeId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final Actor POST = recorder("post");
    private static final InformationExchangeId EXCHANGE = new InformationExchangeId("exchange");
    private static final AgreementId AGREEMENT = new AgreementId("agreement");
    private static final TextDigest TEXT = new TextDigest("a".repeat(64));
    private static final DocumentNumber NOTICE = new DocumentNumber("15-TB/ĐB");
    private static final List<ExchangeTopic> TOPICS = List.of(new ExchangeTopic("An ninh trật tự"));

    private final Landscape landscape = new Landscape();

    /** An agreement of the border guard and the district, in force from 2018-02-01 to 2022-12-31. */
    ExchangeTest() {
        List<OrganisationId> parties = List.of(organisation("border-guard"), organisation("district"));
        landscape.registry
                .with(AgreementState.TYPE, AGREEMENT, recorder("border-guard"), new AgreementEvent.Drafted(
                        day("2018-01-05"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế phối hợp"),
                        parties.get(0), parties, TEXT, day("2018-02-01"), day("2022-12-31"), null, List.of(), false))
                .with(AgreementState.TYPE, AGREEMENT, recorder("border-guard"),
                        new AgreementEvent.Proposed(day("2018-01-10")));
        parties.forEach(party -> landscape.registry.with(
                AgreementState.TYPE, AGREEMENT, decider(party.value()),
                new AgreementEvent.Signed(day("2018-01-11"), 1, TEXT)));
    }

    private Decision<InformationExchange> decision() {
        return Decision.of(InformationExchange.class, InformationExchangeState.TYPE, landscape.registry);
    }

    @Test
    void a_meeting_is_recorded_by_who_held_it() {
        decision().when(POST, exchange("2018-05-31", ExchangeForm.MEETING, null, "commune"))
                .recorded(held("2018-05-31", "commune"))
                .keys();
        decision().when(recorder("commune"), exchange("2018-05-31", ExchangeForm.MEETING, null, "commune"))
                .refused(new InformationExchangeRejection.NotYourStep(List.of("post")));
        decision().when(
                        new Actor("inspector", organisation("post"), Role.INSPECTOR),
                        exchange("2018-05-31", ExchangeForm.MEETING, null, "commune"))
                .refused(new CommandRejection.RoleNotCompetent("INSPECTOR", "RECORD"));
    }

    @Test
    void a_notice_is_recorded_with_its_number() {
        decision().when(POST, exchange("2018-05-31", ExchangeForm.WRITTEN_NOTICE, NOTICE, "commune", "district"))
                .recorded(new InformationExchangeEvent.Sent(
                        day("2018-05-31"), AGREEMENT, organisation("post"),
                        List.of(organisation("commune"), organisation("district")), TOPICS, NOTICE, false));
        RejectedException refused = Assertions.catchThrowableOfType(
                RejectedException.class,
                () -> exchange("2018-05-31", ExchangeForm.WRITTEN_NOTICE, null, "commune").event());
        Assertions.assertThat(refused.rejection()).isEqualTo(new ValueRejection.Missing("document"));
    }

    @Test
    void information_goes_to_others_each_named_once() {
        decision().when(POST, exchange("2018-05-31", ExchangeForm.MEETING, null, "commune", "commune"))
                .refused(new InformationExchangeRejection.RecipientsDoNotFit(List.of("commune", "commune")));
        decision().when(POST, exchange("2018-05-31", ExchangeForm.MEETING, null, "post"))
                .refused(new InformationExchangeRejection.RecipientsDoNotFit(List.of("post")));
    }

    @Test
    void the_agreement_is_in_force_on_that_day() {
        decision().when(POST, exchange("2018-01-31", ExchangeForm.MEETING, null, "commune"))
                .refused(new InformationExchangeAcross.AgreementNotInForce("agreement", "SIGNED"));
        decision().when(POST, exchange("2022-12-31", ExchangeForm.MEETING, null, "commune"))
                .recorded(held("2022-12-31", "commune"));
        decision().when(POST, exchange("2023-01-01", ExchangeForm.MEETING, null, "commune"))
                .refused(new InformationExchangeAcross.AgreementNotInForce("agreement", "EXPIRED"));
        decision().when(POST, exchange("2017-12-31", ExchangeForm.MEETING, null, "commune"))
                .refused(new NeighbourRejection.UnknownNeighbour("agreements", "agreement", day("2017-12-31")));
    }

    @Test
    void all_who_took_part_stand_on_that_day() {
        landscape.dissolve("commune", "2018-05-31");
        decision().when(POST, exchange("2018-05-31", ExchangeForm.MEETING, null, "commune"))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2018-05-31"), List.of()));
        decision().when(POST, exchange("2018-05-31", ExchangeForm.MEETING, null, "nobody"))
                .refused(new NeighbourRejection.UnknownNeighbour("organisations", "nobody", day("2018-05-31")));
        landscape.dissolve("post", "2018-06-30");
        decision().when(POST, exchange("2018-06-30", ExchangeForm.MEETING, null, "district"))
                .refused(new NeighbourRejection.OrganisationDissolved("post", day("2018-06-30"), List.of()));
    }

    @Test
    void an_exchange_is_corrected_within_the_same_rules_and_voided() {
        Amend.Correct earlier = correct(held("2018-05-30", "commune"));
        decision().given(POST, held("2018-05-31", "commune")).when(POST, earlier).recorded(earlier.event()).keys();
        decision().given(POST, held("2018-05-31", "commune"))
                .when(POST, correct(held("2023-05-31", "commune")))
                .refused(new InformationExchangeAcross.AgreementNotInForce("agreement", "EXPIRED"));
        Amend.Void voiding = new Amend.Void(
                new AnyRecordId("exchange"), day("2026-01-01"), 0, Landscape.REASON, List.of());
        decision().given(POST, held("2018-05-31", "commune")).when(POST, voiding).recorded(voiding.event());
        decision().given(POST, held("2018-05-31", "commune"))
                .when(recorder("commune"), voiding)
                .refused(new TimelineRejection.NotItsOrganisation(0, "post"));
    }

    private static Amend.Correct correct(InformationExchangeEvent.Held replacement) {
        return new Amend.Correct(
                new AnyRecordId("exchange"), day("2026-01-01"), 0, replacement, Landscape.REASON, List.of());
    }

    private static InformationExchangeCommand.Exchange exchange(
            String day, ExchangeForm form, @Nullable DocumentNumber document, String... to) {
        return new InformationExchangeCommand.Exchange(
                EXCHANGE, day(day), form, AGREEMENT, organisation("post"),
                List.of(to).stream().map(OrganisationId::new).toList(), TOPICS, document, null);
    }

    private static InformationExchangeEvent.Held held(String day, String to) {
        return new InformationExchangeEvent.Held(
                day(day), AGREEMENT, organisation("post"), List.of(organisation(to)), TOPICS, null, false);
    }
}
