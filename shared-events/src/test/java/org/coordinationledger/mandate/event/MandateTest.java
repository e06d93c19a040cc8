package org.coordinationledger.mandate.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.actor.Role;
import org.coordinationledger.mandate.event.MandateEvent.Extended;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.mandate.event.MandateEvent.Revoked;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MandateTest {

    private static final Reason REASON = new Reason("điều động");

    private static Granted granted(
            Role role, @Nullable String lastDay, List<OrganisationId> scope, @Nullable String delegatedBy) {
        return new Granted(
                day("2018-03-01"), new PersonCode("person"), organisation("post"), role, null,
                lastDay == null ? null : day(lastDay), scope, delegatedBy == null ? null : new PersonCode(delegatedBy),
                List.of(), false);
    }

    private static Life<MandateEvent, MandateState> life(Granted granted) {
        return Life.of(MandateState.TYPE).then(administrator(), granted);
    }

    private static Life<MandateEvent, MandateState> recorder(@Nullable String lastDay) {
        return life(granted(Role.RECORDER, lastDay, List.of(), null));
    }

    private static Extended extended(String on, String lastDay) {
        return new Extended(day(on), day(lastDay), List.of());
    }

    private static Revoked revoked(String on) {
        return new Revoked(day(on), REASON, List.of());
    }

    private static void refused(ThrowingCallable step, Rejection rejection) {
        assertThatThrownBy(step).isInstanceOfSatisfying(
                RejectedException.class, refused -> assertThat(refused.rejection()).isEqualTo(rejection));
    }

    @Test
    void it_is_in_force_from_its_first_day_through_its_last_and_ends_soon_in_the_last_thirty() {
        Life<MandateEvent, MandateState> life = recorder("2018-12-31");

        assertThat(life.timeline().on(day("2018-02-28"))).isEmpty();
        assertThat(life.on("2018-03-01").stage()).isEqualTo(MandateStage.IN_FORCE);
        assertThat(life.on("2018-12-01").stage()).isEqualTo(MandateStage.IN_FORCE);
        assertThat(life.on("2018-12-02").stage()).isEqualTo(MandateStage.ENDING);
        assertThat(life.on("2018-12-31").stage().inForce()).isTrue();
        assertThat(life.on("2019-01-01").stage()).isEqualTo(MandateStage.EXPIRED);
        assertThat(life.on("2019-01-01").stageSince()).isEqualTo(day("2019-01-01"));
    }

    @Test
    void a_short_one_ends_soon_from_its_first_day_and_may_be_for_one_day() {
        Life<MandateEvent, MandateState> oneDay = recorder("2018-03-01");

        assertThat(oneDay.on("2018-03-01").stage()).isEqualTo(MandateStage.ENDING);
        assertThat(oneDay.on("2018-03-02").stage()).isEqualTo(MandateStage.EXPIRED);
    }

    @Test
    void without_a_last_day_it_does_not_end_by_itself() {
        assertThat(recorder(null).on("2199-12-31").stage()).isEqualTo(MandateStage.IN_FORCE);
    }

    @Test
    void an_extension_moves_the_end_and_what_ends_soon_goes_on() {
        Life<MandateEvent, MandateState> life =
                recorder("2018-12-31").then(administrator(), extended("2018-12-15", "2019-06-30"));

        assertThat(life.on("2018-12-10").stage()).isEqualTo(MandateStage.ENDING);
        assertThat(life.on("2018-12-15").stage()).isEqualTo(MandateStage.IN_FORCE);
        assertThat(life.on("2019-06-30").stage()).isEqualTo(MandateStage.ENDING);
        assertThat(life.on("2019-07-01").stage()).isEqualTo(MandateStage.EXPIRED);
        assertThat(life.voids(administrator(), 1).on("2019-01-01").stage()).isEqualTo(MandateStage.EXPIRED);
    }

    @Test
    void it_is_over_on_the_day_on_which_it_is_revoked_and_that_day_can_be_corrected() {
        Life<MandateEvent, MandateState> life = recorder(null).then(administrator(), revoked("2019-02-01"));

        assertThat(life.on("2019-01-31").stage().inForce()).isTrue();
        assertThat(life.on("2019-02-01").stage()).isEqualTo(MandateStage.REVOKED);
        assertThat(life.timeline().phases()).extracting(Phase::from)
                .containsExactly(day("2018-03-01"), day("2019-02-01"));
        assertThat(life.corrects(administrator(), 1, revoked("2019-02-05")).on("2019-02-04").stage().inForce()).isTrue();
    }

    @Test
    void a_grant_is_voided_and_never_corrected() {
        Life<MandateEvent, MandateState> life = recorder(null);

        refused(
                () -> life.corrects(administrator(), 0, granted(Role.APPROVER, null, List.of(), null)),
                new TimelineRejection.ApprovalNotCorrectable(0));
        assertThat(life.voids(administrator(), 0).timeline().phases()).isEmpty();
    }

    @Test
    void it_begins_with_a_grant_and_once() {
        refused(
                () -> Life.of(MandateState.TYPE).then(administrator(), revoked("2019-02-01")),
                new TimelineRejection.NotYetBegun(day("2019-02-01")));
        refused(
                () -> recorder(null).then(administrator(), granted(Role.RECORDER, null, List.of(), null)),
                new TimelineRejection.AlreadyBegun());
    }

    @Test
    void nothing_follows_its_end() {
        refused(
                () -> recorder("2018-12-31").then(administrator(), extended("2019-01-01", "2019-06-30")),
                new MandateRejection.AlreadyOver("EXPIRED", day("2019-01-01")));
        refused(
                () -> recorder(null).then(administrator(), revoked("2019-02-01"))
                        .then(administrator(), revoked("2019-03-01")),
                new MandateRejection.AlreadyOver("REVOKED", day("2019-02-01")));
    }

    @Test
    void it_is_extended_to_a_later_day() {
        refused(
                () -> recorder("2018-12-31").then(administrator(), extended("2018-06-01", "2018-12-31")),
                new MandateRejection.NotAnExtension(day("2018-12-31"), day("2018-12-31")));
        refused(
                () -> recorder(null).then(administrator(), extended("2018-06-01", "2018-12-31")),
                new MandateRejection.NotAnExtension(null, day("2018-12-31")));
    }

    @Test
    void it_does_not_end_before_it_begins() {
        refused(
                () -> recorder("2018-02-28"),
                new MandateRejection.LastDayBeforeFirst(day("2018-03-01"), day("2018-02-28")));
    }

    @Test
    void who_looks_into_others_and_who_acts_on_lent_authority_do_so_until_a_last_day() {
        refused(
                () -> life(granted(Role.INSPECTOR, null, List.of(organisation("post")), null)),
                new MandateRejection.EndMissing("INSPECTOR"));
        refused(
                () -> life(granted(Role.AUDITOR, null, List.of(organisation("post")), null)),
                new MandateRejection.EndMissing("AUDITOR"));
        refused(
                () -> life(granted(Role.APPROVER, null, List.of(), "secretary")),
                new MandateRejection.EndMissing("APPROVER"));
    }

    @Test
    void inspectors_and_auditors_alone_look_into_organisations() {
        refused(
                () -> life(granted(Role.INSPECTOR, "2018-12-31", List.of(), null)),
                new MandateRejection.ScopeMissing("INSPECTOR"));
        refused(
                () -> life(granted(Role.RECORDER, "2018-12-31", List.of(organisation("post")), null)),
                new MandateRejection.ScopeNotForRole("RECORDER"));
        assertThat(life(granted(Role.AUDITOR, "2018-12-31", List.of(organisation("post")), null))
                .on("2018-03-01").scope()).containsExactly(organisation("post"));
    }

    @Test
    void what_an_approver_or_a_signatory_has_can_be_lent_to_another_person() {
        assertThat(life(granted(Role.APPROVER, "2018-12-31", List.of(), "secretary")).on("2018-03-01").delegated())
                .isTrue();
        refused(
                () -> life(granted(Role.ADMINISTRATOR, "2018-12-31", List.of(), "secretary")),
                new MandateRejection.NotDelegable("ADMINISTRATOR"));
        refused(
                () -> life(granted(Role.APPROVER, "2018-12-31", List.of(), "person")),
                new MandateRejection.DelegatedToOneself("person"));
        assertThat(Lending.lenders(Role.RECORDER)).containsExactly(Role.APPROVER, Role.SIGNATORY);
    }
}
