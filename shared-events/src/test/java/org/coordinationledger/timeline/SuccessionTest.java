package org.coordinationledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementStage;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalOutcome;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.review.event.AssessmentLevel;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewKind;
import org.coordinationledger.review.event.ReviewRejection;
import org.coordinationledger.review.event.ReviewStage;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;
import org.coordinationledger.workinggroup.event.WorkingGroupState;
import org.coordinationledger.workinggroup.event.WorkingGroupState.Helper;
import org.junit.jupiter.api.Test;

/** How records of different types fold when what a dissolved organisation left in them passes on. */
class SuccessionTest {

    private static final String ON = "2025-07-01";
    private static final Reason REASON = new Reason("Sắp xếp tổ chức");
    private static final TextDigest TEXT = new TextDigest("a".repeat(64));
    private static final Actor HEIR = decider("heir");

    private final Life<AgreementEvent, AgreementState> proposed = Life.of(AgreementState.TYPE)
            .then(recorder("old"), new AgreementEvent.Drafted(
                    day("2024-01-01"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế"), organisation("old"),
                    List.of(organisation("old"), organisation("commune"), organisation("district")), TEXT,
                    day("2024-01-01"), null, null, List.of(), false))
            .then(recorder("old"), new AgreementEvent.Proposed(day("2024-01-02")))
            .then(decider("old"), new AgreementEvent.Signed(day("2024-01-03"), 1, TEXT));

    private final Life<ProposalEvent, ProposalState> proposal = Life.of(ProposalState.TYPE)
            .then(recorder("commune"), new ProposalEvent.Made(
                    day("2025-01-01"), List.of(organisation("commune"), organisation("post")), organisation("old"),
                    ProposalKind.REQUEST, new Subject("Đề nghị"), null, List.of(), false));

    @Test
    void what_a_party_signed_binds_its_heir_which_leads_in_its_place() {
        AgreementState after = proposed.then(HEIR, inherited("old", "heir")).on(ON);

        assertThat(after.lead()).isEqualTo(organisation("heir"));
        assertThat(after.parties())
                .containsExactly(organisation("heir"), organisation("commune"), organisation("district"));
        assertThat(after.awaiting()).containsExactly(organisation("commune"), organisation("district"));
    }

    @Test
    void a_party_does_not_become_another_party() {
        refused(() -> proposed.timeline().require(inherited("old", "commune"), decider("commune")),
                new SuccessionRejection.AlreadyHasAPart("commune"));
    }

    @Test
    void an_agreement_lapses_or_is_replaced_and_is_over_then() {
        AgreementState lapsed = proposed.then(HEIR, lapsed("old")).on(ON);
        AgreementState replaced = proposed
                .then(HEIR, new Succession.Replaced(
                        day(ON), organisation("old"), new RecordReference("agreements", "next"), null, List.of()))
                .on(ON);

        assertThat(lapsed.stage()).isEqualTo(AgreementStage.LAPSED);
        assertThat(replaced.stage()).isEqualTo(AgreementStage.REPLACED);
        assertThat(replaced.replacedBy()).isEqualTo(new AgreementId("next"));
        refused(() -> proposed.then(HEIR, lapsed("old")).timeline().require(inherited("old", "heir"), HEIR),
                new SuccessionRejection.NothingToPassOn());
    }

    @Test
    void who_inherits_a_proposal_answers_it_and_its_maker_does_not() {
        Timeline<ProposalEvent, ProposalState> after = proposal.then(HEIR, inherited("old", "heir"))
                .then(recorder("heir"), new ProposalEvent.Received(day("2025-07-02")))
                .timeline();

        assertThat(after.require(
                                new ProposalEvent.Answered(day("2025-07-03"), ProposalOutcome.ACCEPTED, null, null), HEIR)
                        .on(day("2025-07-03"))
                        .orElseThrow()
                        .open())
                .isFalse();
        refused(() -> proposal.timeline().require(inherited("old", "post"), decider("post")),
                new SuccessionRejection.AlreadyHasAPart("post"));
    }

    @Test
    void a_record_that_does_not_name_the_organisation_has_nothing_of_it() {
        refused(() -> proposal.timeline().require(inherited("stranger", "heir"), HEIR),
                new SuccessionRejection.NotNamed("stranger"));
    }

    @Test
    void nothing_passes_on_before_a_record_begins() {
        refused(() -> ProposalState.TYPE.empty().require(inherited("old", "heir"), HEIR),
                new TimelineRejection.NotYetBegun(day(ON)));
    }

    @Test
    void a_step_that_the_dissolved_organisation_took_later_stands_against_it() {
        Timeline<ProposalEvent, ProposalState> received =
                proposal.then(recorder("old"), new ProposalEvent.Received(day("2025-08-01"))).timeline();

        assertThatThrownBy(() -> received.require(inherited("old", "heir"), HEIR))
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection())
                        .isInstanceOf(TimelineRejection.BreaksLaterSteps.class));
    }

    @Test
    void a_member_goes_to_the_heir_and_does_not_lapse() {
        Life<MemberEvent, MemberState> member = Life.of(MemberState.TYPE)
                .then(recorder("old"), new MemberEvent.Registered(
                        day("2012-01-01"), new MemberCode("DV-1"), organisation("old"), Membership.OFFICIAL,
                        new PersonalData.Sealed("n", "c"), false));

        assertThat(member.then(HEIR, inherited("old", "heir")).on(ON).home()).isEqualTo(organisation("heir"));
        refused(() -> member.timeline().require(lapsed("old"), HEIR), new SuccessionRejection.MustBeInherited());
    }

    @Test
    void a_document_stays_its_issuer_s_and_the_heir_keeps_it() {
        BasisDocumentState after = Life.of(BasisDocumentState.TYPE)
                .then(recorder("old"), new BasisDocumentEvent.Issued(
                        day("2018-01-01"), new DocumentNumber("09-QĐ/TU"), DocumentKind.REGULATION, Series.PARTY_TERM,
                        organisation("old"), null, List.of(), day("2018-01-01"), new Subject("Quy định"), false,
                        List.of(), List.of(organisation("old")), null, false))
                .then(HEIR, inherited("old", "heir"))
                .on(ON);

        assertThat(after.issuer()).isEqualTo(organisation("old"));
        assertThat(after.keeper()).isEqualTo(organisation("heir"));
        assertThat(after.appliesTo()).containsExactly(organisation("heir"));
        assertThat(after.inForce()).isTrue();
    }

    @Test
    void a_post_that_inherits_from_another_of_its_group_helps_the_villages_of_both() {
        WorkingGroupState after = Life.of(WorkingGroupState.TYPE)
                .then(decider("province"), new WorkingGroupEvent.Established(
                        day("2020-01-01"), new Name("Tổ"), new Subject("Giúp ấp"),
                        organisation("district"), List.of(), false))
                .then(decider("province"), new WorkingGroupEvent.PostAttached(day("2020-01-02"), organisation("post")))
                .then(decider("province"), new WorkingGroupEvent.PostAttached(day("2020-01-02"), organisation("old")))
                .then(decider("province"), new WorkingGroupEvent.VillagesAssigned(
                        day("2020-01-03"), organisation("post"), List.of(organisation("village-1"))))
                .then(decider("province"), new WorkingGroupEvent.VillagesAssigned(
                        day("2020-01-03"), organisation("old"), List.of(organisation("village-2"))))
                .then(HEIR, inherited("old", "post"))
                .on(ON);

        assertThat(after.posts()).containsExactly(new Helper(
                organisation("post"), List.of(organisation("village-1"), organisation("village-2"))));
    }

    @Test
    void what_a_review_asked_of_a_dissolved_organisation_its_heir_does_and_what_was_done_stays() {
        PartKey open = new PartKey("a");
        PartKey done = new PartKey("b");
        Life<ReviewEvent, ReviewState> review = Life.of(ReviewState.TYPE)
                .then(decider("province"), new ReviewEvent.Convened(
                        day("2025-01-01"), organisation("province"), ReviewKind.FINAL,
                        new RecordReference("agreements", "agreement"), day("2020-01-01"), day("2024-12-31"), null, null,
                        List.of(), List.of(), false))
                .then(decider("province"), new ReviewEvent.Assessed(
                        day("2025-01-02"), AssessmentLevel.COMPLETED_WELL, new Subject("Tốt")))
                .then(decider("province"), new ReviewEvent.Directed(
                        day("2025-01-03"),
                        List.of(
                                new FollowUp(open, new Subject("Ký lại"), organisation("old"), null),
                                new FollowUp(done, new Subject("Báo cáo"), organisation("old"), null)),
                        List.of()))
                .then(recorder("old"), new ReviewEvent.FollowUpDone(
                        day("2025-02-01"), done, organisation("old"), null));

        ReviewState after = review.then(HEIR, inherited("old", "heir")).on(ON);
        assertThat(after.followUps()).extracting(f -> f.followUp().who().value()).containsExactly("heir", "old");

        Life<ReviewEvent, ReviewState> lapsed = review.then(HEIR, lapsed("old"));
        assertThat(lapsed.on(ON).stage()).isEqualTo(ReviewStage.LAPSED);
        assertThat(lapsed.on(ON).followUpsOpen()).isZero();
        refused(() -> lapsed.timeline().require(
                        new ReviewEvent.FollowUpDone(day("2025-08-01"), open, organisation("old"), null),
                        decider("province")),
                new ReviewRejection.HasLapsed(day(ON)));
    }

    private static Succession.Inherited inherited(String from, String by) {
        return new Succession.Inherited(day(ON), organisation(from), organisation(by), null, List.of());
    }

    private static Succession.Lapsed lapsed(String from) {
        return new Succession.Lapsed(day(ON), organisation(from), REASON, List.of());
    }

    private static void refused(ThrowingCallable step, Rejection rejection) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.rejection()).isEqualTo(rejection));
    }
}
