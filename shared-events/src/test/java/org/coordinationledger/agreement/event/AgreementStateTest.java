package org.coordinationledger.agreement.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** An agreement along effective time: late dates, voids, the term's beginning and end. */
class AgreementStateTest {

    private static final TextDigest TEXT = new TextDigest("a".repeat(64));
    private static final TextDigest AMENDED = new TextDigest("b".repeat(64));
    private static final OrganisationId A = organisation("a");
    private static final OrganisationId B = organisation("b");
    private static final OrganisationId C = organisation("c");
    private static final ContentPeriod PERIOD = new ContentPeriod("2018–2019");
    private static final List<ContentItem> ITEMS = List.of(new ContentItem("Giao ban"), new ContentItem("Tuyên truyền"));

    private static Life<AgreementEvent, AgreementState> proposed(String firstDay, @Nullable String lastDay) {
        return Life.of(AgreementState.TYPE)
                .then(recorder("a"), new AgreementEvent.Drafted(
                        day("2018-01-01"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế"), A, List.of(A, B, C),
                        TEXT, day(firstDay), lastDay == null ? null : day(lastDay), null, List.of(), false))
                .then(recorder("a"), new AgreementEvent.Proposed(day("2018-01-10")));
    }

    private static AgreementEvent.Signed signature(String day) {
        return new AgreementEvent.Signed(day(day), 1, TEXT);
    }

    /** Signed by a on the 12th, by b on the 14th, by c on the 16th of January 2018. */
    private static Life<AgreementEvent, AgreementState> signed(String firstDay, @Nullable String lastDay) {
        return proposed(firstDay, lastDay)
                .then(decider("a"), signature("2018-01-12"))
                .then(decider("b"), signature("2018-01-14"))
                .then(decider("c"), signature("2018-01-16"));
    }

    private static Rejection refused(Executable step) {
        return catchThrowableOfType(RejectedException.class, step::execute).rejection();
    }

    @Test
    void it_is_in_force_once_all_have_signed_and_the_term_has_begun() {
        Life<AgreementEvent, AgreementState> begun = signed("2018-01-01", null);
        assertThat(begun.on("2018-01-15").stage()).isEqualTo(AgreementStage.PROPOSED);
        assertThat(begun.on("2018-01-15").awaiting()).containsExactly(C);
        assertThat(begun.on("2018-01-16").stage()).isEqualTo(AgreementStage.IN_FORCE);
        assertThat(begun.on("2018-01-16").stageSince()).isEqualTo(day("2018-01-16"));
        assertThat(begun.on("2018-01-16").awaiting()).isEmpty();

        Life<AgreementEvent, AgreementState> later = signed("2018-03-01", null);
        assertThat(later.on("2018-02-28").stage()).isEqualTo(AgreementStage.SIGNED);
        assertThat(later.on("2018-03-01").stage()).isEqualTo(AgreementStage.IN_FORCE);
        assertThat(later.on("2018-03-01").stageSince()).isEqualTo(day("2018-03-01"));
    }

    @Test
    void it_expires_the_day_after_its_last_without_an_event_and_nothing_follows() {
        Life<AgreementEvent, AgreementState> life = signed("2018-03-01", "2020-12-31");

        assertThat(life.timeline().phases()).extracting(Phase::from)
                .containsExactly(
                        day("2018-01-01"), day("2018-01-10"), day("2018-01-12"), day("2018-01-14"), day("2018-01-16"),
                        day("2018-03-01"), day("2021-01-01"));
        assertThat(life.on("2020-12-31").inForce()).isTrue();
        assertThat(life.on("2021-01-01").stage()).isEqualTo(AgreementStage.EXPIRED);
        assertThat(refused(() -> life.then(
                        recorder("a"), new AgreementEvent.AmendmentProposed(day("2021-01-01"), AMENDED, null, List.of()))))
                .isEqualTo(new AgreementRejection.AlreadyOver("EXPIRED", day("2021-01-01")));
        assertThat(life.then(recorder("a"), new AgreementEvent.AmendmentProposed(
                                day("2020-12-31"), AMENDED, null, List.of()))
                        .on("2021-01-01")
                        .awaiting())
                .as("nobody is waited for after the end")
                .isEmpty();
    }

    @Test
    void signatures_recorded_in_another_order_count_by_their_days() {
        Life<AgreementEvent, AgreementState> life = proposed("2018-01-01", null)
                .then(decider("c"), signature("2018-01-16"))
                .then(decider("a"), signature("2018-01-12"))
                .then(decider("b"), signature("2018-01-14"));

        assertThat(life.on("2018-01-13").awaiting()).containsExactly(B, C);
        assertThat(life.on("2018-01-16").inForce()).isTrue();
        assertThat(life.on("2018-01-16").signed())
                .extracting(
                        AgreementState.Revision::number, AgreementState.Revision::text, AgreementState.Revision::signedBy)
                .containsExactly(1, TEXT, List.of(A, B, C));
    }

    @Test
    void a_voided_signature_leaves_the_agreement_waiting_for_it() {
        Life<AgreementEvent, AgreementState> life = signed("2018-01-01", null).voids(decider("b"), 3);
        assertThat(life.on("2019-01-01").stage()).isEqualTo(AgreementStage.PROPOSED);
        assertThat(life.on("2019-01-01").awaiting()).containsExactly(B);
        assertThat(life.then(decider("b"), signature("2018-02-01")).on("2018-02-01").inForce()).isTrue();
    }

    @Test
    void a_signature_on_which_later_steps_rest_is_not_voided() {
        Life<AgreementEvent, AgreementState> life = signed("2018-01-01", null)
                .then(recorder("b"), new AgreementEvent.PersonInChargeNamed(
                        day("2018-02-01"), new PersonInCharge("Phó Bí thư")));
        assertThat(refused(() -> life.voids(decider("b"), 3)))
                .isEqualTo(new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        5, "agreement.person-in-charge-named", day("2018-02-01"), "agreement/step-out-of-order"))));
    }

    @Test
    void a_signature_is_never_corrected() {
        assertThat(refused(() -> signed("2018-01-01", null).corrects(decider("b"), 3, signature("2018-01-15"))))
                .isEqualTo(new TimelineRejection.ApprovalNotCorrectable(3));
    }

    @Test
    void a_text_that_was_signed_is_not_changed_under_the_signatures() {
        AgreementEvent.Drafted otherText = new AgreementEvent.Drafted(
                day("2018-01-01"), AgreementKind.COORDINATION_RULES, new Subject("Quy chế"), A, List.of(A, B, C), AMENDED,
                day("2018-01-01"), null, null, List.of(), false);
        assertThat(refused(() -> signed("2018-01-01", null).corrects(recorder("a"), 0, otherText)))
                .isInstanceOf(TimelineRejection.BreaksLaterSteps.class);
        assertThat(refused(() -> signed("2018-01-01", null)
                        .then(recorder("a"), new AgreementEvent.Revised(
                                day("2018-01-13"), AMENDED, day("2018-01-01"), null))))
                .as("a late revision between two signatures")
                .isInstanceOf(TimelineRejection.BreaksLaterSteps.class);
    }

    @Test
    void the_old_text_stays_in_force_until_the_last_has_signed_the_amendment() {
        Life<AgreementEvent, AgreementState> amended = signed("2018-01-01", null)
                .then(recorder("a"), new AgreementEvent.AmendmentProposed(day("2019-01-01"), AMENDED, null, List.of()))
                .then(decider("b"), new AgreementEvent.Signed(day("2019-01-02"), 2, AMENDED))
                .then(decider("a"), new AgreementEvent.Signed(day("2019-01-03"), 2, AMENDED));
        assertThat(amended.on("2019-01-03").stage()).isEqualTo(AgreementStage.IN_FORCE);
        assertThat(amended.on("2019-01-03").awaiting()).containsExactly(C);
        assertThat(amended.on("2019-01-03").askedSince()).as("not since it is in force").isEqualTo(day("2019-01-01"));
        assertThat(amended.on("2019-01-03").signed()).extracting(AgreementState.Revision::text).isEqualTo(TEXT);

        AgreementState concluded = amended
                .then(decider("c"), new AgreementEvent.Signed(day("2019-01-04"), 2, AMENDED))
                .on("2019-01-04");
        assertThat(concluded.signed()).extracting(AgreementState.Revision::text).isEqualTo(AMENDED);
        assertThat(concluded.pending()).isNull();
        assertThat(concluded.askedSince()).isNull();
        assertThat(concluded.stageSince()).as("it has been in force all along").isEqualTo(day("2018-01-16"));

        AgreementState declined = amended
                .then(decider("c"), new AgreementEvent.Declined(day("2019-01-04"), 2, new Reason("chưa thống nhất")))
                .on("2019-01-04");
        assertThat(declined.inForce()).isTrue();
        assertThat(declined.awaiting()).isEmpty();
        assertThat(declined.signed()).extracting(AgreementState.Revision::text).isEqualTo(TEXT);
    }

    @Test
    void annual_contents_are_agreed_when_the_last_party_agreed_to_exactly_these() {
        TextDigest digest = AnnualContents.digestOf(PERIOD, ITEMS);
        AgreementEvent.AnnualContentsAgreed agreed =
                new AgreementEvent.AnnualContentsAgreed(day("2018-02-02"), PERIOD, digest);
        Life<AgreementEvent, AgreementState> twoAgreed = signed("2018-01-01", null)
                .then(recorder("b"), new AgreementEvent.AnnualContentsProposed(day("2018-02-01"), PERIOD, ITEMS))
                .then(decider("a"), agreed)
                .then(decider("b"), agreed);
        assertThat(twoAgreed.on("2018-02-02").agreedContents()).isEmpty();
        assertThat(twoAgreed.then(decider("c"), agreed).on("2018-02-02").agreedContents())
                .containsExactly(new AnnualContents(PERIOD, ITEMS, digest, List.of(A, B, C)));

        List<ContentItem> others = List.of(new ContentItem("Giao ban"));
        assertThat(refused(() -> twoAgreed.corrects(
                        recorder("b"), 5, new AgreementEvent.AnnualContentsProposed(day("2018-02-01"), PERIOD, others))))
                .as("contents are not changed under those who agreed")
                .isInstanceOf(TimelineRejection.BreaksLaterSteps.class);
    }

    @Test
    void the_digest_of_contents_is_that_of_their_lines() {
        // printf '2018–2019\nGiao ban\nTuyên truyền\n' | sha256sum
        assertThat(AnnualContents.digestOf(PERIOD, ITEMS))
                .hasToString("2d6c72a7f685ac867fe4d7125d958e569162c532dffc27538949e93e063a9cf9");
    }

    @Test
    void a_late_end_that_would_leave_steps_behind_it_is_refused() {
        Life<AgreementEvent, AgreementState> life = signed("2018-01-01", null)
                .then(recorder("b"), new AgreementEvent.PersonInChargeNamed(
                        day("2019-02-01"), new PersonInCharge("Phó Bí thư")));
        assertThat(refused(() -> life.then(
                        decider("a"), new AgreementEvent.JointlyEnded(
                                day("2019-01-01"), new Reason("hết"), List.of(new BasisDocumentId("basis"))))))
                .isInstanceOf(TimelineRejection.BreaksLaterSteps.class);
    }
}
