package org.coordinationledger.proposal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.NeighbourRejection;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalOutcome;
import org.coordinationledger.proposal.event.ProposalRejection;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.ProposalId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The steps of a proposal that the post and the commune make to the province. */
class ProposalStepsTest {

    private static final Actor POST = recorder("post");
    private static final Actor COMMUNE = recorder("commune");
    private static final Actor PROVINCE = recorder("province");
    private static final Actor PROVINCE_DECIDES = decider("province");

    private static final ProposalId PROPOSAL = new ProposalId("proposal");
    private static final BasisDocumentId REGULATION = new BasisDocumentId("regulation");

    private final Landscape landscape = new Landscape();

    ProposalStepsTest() {
        landscape.regulation(REGULATION, "province");
    }

    @Test
    void one_of_its_makers_makes_it_for_all_of_them() {
        decision().when(POST, make(making("province", "post", "commune")))
                .recorded(making("province", "post", "commune"))
                .keys();
        decision().when(COMMUNE, make(making("province", "post", "commune")))
                .recorded(making("province", "post", "commune"));
        decision().when(recorder("district"), make(making("province", "post", "commune")))
                .refused(new ProposalRejection.NotYourStep(List.of("post", "commune")));
        made().when(POST, make(making("province", "post", "commune"))).refused(new TimelineRejection.AlreadyBegun());
    }

    @Test
    void nobody_proposes_something_to_itself() {
        decision().when(POST, make(making("commune", "post", "commune")))
                .refused(new ProposalRejection.MadeToItsMaker("commune"));
    }

    @Test
    void it_is_made_to_a_body_above_each_of_its_makers() {
        decision().when(POST, make(making("elsewhere", "post")))
                .refused(new ProposalAcross.NotABodyAbove("elsewhere", "post"));
        decision().when(PROVINCE, make(making("commune", "province")))
                .refused(new ProposalAcross.NotABodyAbove("commune", "province"));
        decision().when(COMMUNE, make(making("border-guard", "post", "commune")))
                .refused(new ProposalAcross.NotABodyAbove("border-guard", "commune"));
        decision().when(POST, make(making("border-guard", "post"))).recorded(making("border-guard", "post"));
    }

    @Test
    void a_post_makes_it_to_the_commune_that_it_covers_and_to_who_stands_above_that() {
        decision().when(POST, make(making("commune", "post")))
                .refused(new ProposalAcross.NotABodyAbove("commune", "post"));
        landscape.organisation("post", new OrganisationEvent.TerritoryCovered(
                day("2012-01-01"), List.of(organisation("commune")), null, List.of()));

        decision().when(POST, make(making("commune", "post"))).recorded(making("commune", "post"));
        decision().when(POST, make(making("district", "post"))).recorded(making("district", "post"));
    }

    @Test
    void all_who_make_it_and_who_is_to_answer_stand_by_then() {
        landscape.dissolve("commune", "2018-01-10");
        decision().when(POST, make(making("province", "post", "commune")))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2018-01-10"), List.of()));
        decision().when(POST, make(making("commune", "post")))
                .refused(new NeighbourRejection.OrganisationDissolved("commune", day("2018-01-10"), List.of()));
    }

    @Test
    void the_addressee_receives_it_once() {
        made().when(PROVINCE, receive("2018-01-12")).recorded(received()).keys();
        made().when(POST, receive("2018-01-12")).refused(new ProposalRejection.NotYourStep(List.of("province")));
        receivedByProvince()
                .when(PROVINCE, receive("2018-01-13"))
                .refused(new ProposalRejection.StepOutOfOrder("RECEIVED", "MADE"));
        decision().when(PROVINCE, receive("2018-01-12"))
                .refused(new ServiceRejection.UnknownRecord("proposals", "proposal"));
    }

    @Test
    void the_addressee_answers_what_it_has_received_by_a_decision() {
        receivedByProvince()
                .when(PROVINCE_DECIDES, answer("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .recorded(answered("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .keys();
        receivedByProvince()
                .when(PROVINCE, answer("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .refused(new CommandRejection.RoleNotCompetent("RECORDER", "DECIDE"));
        receivedByProvince()
                .when(decider("centre"), answer("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .refused(new ProposalRejection.NotYourStep(List.of("province")));
        made().when(PROVINCE_DECIDES, answer("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .refused(new ProposalRejection.StepOutOfOrder("MADE", "RECEIVED"));
        receivedByProvince()
                .when(PROVINCE_DECIDES, answer("2018-01-11", ProposalOutcome.ACCEPTED, null, null))
                .refused(new ProposalRejection.StepOutOfOrder("MADE", "RECEIVED"));
    }

    @Test
    void a_refusal_has_a_reason_and_carrying_out_a_document() {
        receivedByProvince()
                .when(PROVINCE_DECIDES, answer("2018-02-01", ProposalOutcome.REFUSED, null, Landscape.REASON))
                .recorded(answered("2018-02-01", ProposalOutcome.REFUSED, null, Landscape.REASON));
        receivedByProvince()
                .when(PROVINCE_DECIDES, answer("2018-02-01", ProposalOutcome.CARRIED_OUT, REGULATION, null))
                .recorded(answered("2018-02-01", ProposalOutcome.CARRIED_OUT, REGULATION, null));
        assertThat(missing(ProposalOutcome.REFUSED)).isEqualTo(new ValueRejection.Missing("reason"));
        assertThat(missing(ProposalOutcome.CARRIED_OUT)).isEqualTo(new ValueRejection.Missing("document"));
    }

    @Test
    void the_document_that_carries_it_out_exists_by_then() {
        receivedByProvince()
                .when(PROVINCE_DECIDES, answer(
                        "2018-02-01", ProposalOutcome.CARRIED_OUT, new BasisDocumentId("nowhere"), null))
                .refused(new NeighbourRejection.UnknownNeighbour("basis-documents", "nowhere", day("2018-02-01")));
    }

    @Test
    void one_of_its_makers_takes_it_back_before_the_answer() {
        ProposalEvent.Withdrawn withdrawn = new ProposalEvent.Withdrawn(day("2018-01-20"), Landscape.REASON);
        made().when(COMMUNE, withdraw("2018-01-20")).recorded(withdrawn).keys();
        receivedByProvince().when(POST, withdraw("2018-01-20")).recorded(withdrawn);
        made().when(PROVINCE, withdraw("2018-01-20"))
                .refused(new ProposalRejection.NotYourStep(List.of("post", "commune")));
    }

    @Test
    void nothing_follows_the_answer_or_the_withdrawal() {
        receivedByProvince()
                .given(PROVINCE_DECIDES, answered("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .when(POST, withdraw("2018-02-02"))
                .refused(new ProposalRejection.AlreadyOver("ANSWERED", day("2018-02-01")));
        receivedByProvince()
                .given(POST, new ProposalEvent.Withdrawn(day("2018-01-20"), Landscape.REASON))
                .when(PROVINCE_DECIDES, answer("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .refused(new ProposalRejection.AlreadyOver("WITHDRAWN", day("2018-01-20")));
        receivedByProvince()
                .given(PROVINCE_DECIDES, answered("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .when(POST, withdraw("2018-01-31"))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        2, "proposal.answered", day("2018-02-01"), "proposal/already-over"))));
    }

    @Test
    void its_making_is_corrected_by_who_recorded_it_within_the_same_rules() {
        Amend.Correct alone = correct(making("province", "post"));
        receivedByProvince().when(POST, alone).recorded(alone.event());
        receivedByProvince()
                .when(COMMUNE, alone)
                .refused(new TimelineRejection.NotItsOrganisation(0, "post"));
        receivedByProvince()
                .when(POST, correct(making("province", "commune")))
                .refused(new ProposalRejection.NotYourStep(List.of("commune")));
        receivedByProvince()
                .when(POST, correct(making("centre", "post")))
                .refused(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        1, "proposal.received", day("2018-01-12"), "proposal/not-your-step"))));
    }

    @Test
    void a_voided_answer_leaves_it_to_be_answered() {
        Amend.Void voided = new Amend.Void(
                new AnyRecordId("proposal"), day("2026-01-01"), 2, Landscape.REASON, List.of());
        receivedByProvince()
                .given(PROVINCE_DECIDES, answered("2018-02-01", ProposalOutcome.ACCEPTED, null, null))
                .given(PROVINCE_DECIDES, voided.event())
                .when(PROVINCE_DECIDES, answer("2018-03-01", ProposalOutcome.REFUSED, null, Landscape.REASON))
                .recorded(answered("2018-03-01", ProposalOutcome.REFUSED, null, Landscape.REASON));
    }

    private Decision<Proposal> decision() {
        return Decision.of(Proposal.class, ProposalState.TYPE, landscape.registry);
    }

    private Decision<Proposal> made() {
        return decision().given(POST, making("province", "post", "commune"));
    }

    private Decision<Proposal> receivedByProvince() {
        return made().given(PROVINCE, received());
    }

    private static ProposalEvent.Made making(String to, String... by) {
        return new ProposalEvent.Made(
                day("2018-01-10"), List.of(by).stream().map(OrganisationId::new).toList(), organisation(to),
                ProposalKind.ADVICE, new Subject("Ban hành quy định"), new DocumentNumber("12-TTr/ĐU"), List.of(), false);
    }

    private static ProposalCommand.Make make(ProposalEvent.Made e) {
        return new ProposalCommand.Make(
                PROPOSAL, e.effectiveOn(), e.by(), e.to(), e.kind(), e.subject(), e.number(), e.bases(),
                e.illustrative());
    }

    private static ProposalEvent.Received received() {
        return new ProposalEvent.Received(day("2018-01-12"));
    }

    private static ProposalCommand.Receive receive(String day) {
        return new ProposalCommand.Receive(PROPOSAL, day(day));
    }

    private static ProposalEvent.Answered answered(
            String day, ProposalOutcome outcome, @Nullable BasisDocumentId document, @Nullable Reason reason) {
        return new ProposalEvent.Answered(day(day), outcome, document, reason);
    }

    private static ProposalCommand.Answer answer(
            String day, ProposalOutcome outcome, @Nullable BasisDocumentId document, @Nullable Reason reason) {
        return new ProposalCommand.Answer(PROPOSAL, day(day), outcome, document, reason);
    }

    private static ProposalCommand.Withdraw withdraw(String day) {
        return new ProposalCommand.Withdraw(PROPOSAL, day(day), Landscape.REASON);
    }

    private static ValueRejection missing(ProposalOutcome outcome) {
        RejectedException refused = catchThrowableOfType(
                RejectedException.class, () -> answered("2018-02-01", outcome, null, null));
        return (ValueRejection) refused.rejection();
    }

    private static Amend.Correct correct(ProposalEvent.Made replacement) {
        return new Amend.Correct(
                new AnyRecordId("proposal"), day("2026-01-01"), 0, replacement, Landscape.REASON, List.of());
    }
}
