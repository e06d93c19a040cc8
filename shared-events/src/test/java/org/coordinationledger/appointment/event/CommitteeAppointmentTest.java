package org.coordinationledger.appointment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.appointment.event.CommitteeAppointmentState.Office;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.testing.Life;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitteeAppointmentTest {

    private static final Actor DISTRICT = decider("district");
    private static final Reason REASON = new Reason("điều động");

    @Test
    void an_officer_is_in_office_from_the_first_day_of_the_term_through_its_last() {
        Life<CommitteeAppointmentEvent, CommitteeAppointmentState> life = designated("2020-12-31");

        assertThat(life.on("2018-02-28").stage()).isEqualTo(AppointmentStage.VETTED);
        assertThat(life.on("2018-03-01").open()).isTrue();
        assertThat(life.on("2020-12-31").open()).isTrue();
        assertThat(life.on("2021-01-01").stage()).isEqualTo(AppointmentStage.EXPIRED);
        assertThat(life.on("2021-01-01").stageSince()).isEqualTo(day("2021-01-01"));
    }

    @Test
    void without_a_last_day_the_term_does_not_end_by_itself() {
        assertThat(designated(null).on("2199-12-31").open()).isTrue();
    }

    @Test
    void an_extension_recorded_late_moves_the_end_and_its_voiding_moves_it_back() {
        Life<CommitteeAppointmentEvent, CommitteeAppointmentState> extended =
                designated("2020-12-31").then(DISTRICT, extended("2020-12-31", "2021-06-30"));

        assertThat(extended.on("2021-06-30").open()).isTrue();
        assertThat(extended.on("2021-07-01").stage()).isEqualTo(AppointmentStage.EXPIRED);
        assertThat(extended.voids(DISTRICT, 3).on("2021-01-01").stage()).isEqualTo(AppointmentStage.EXPIRED);
        Life<CommitteeAppointmentEvent, CommitteeAppointmentState> relieved = extended.then(
                DISTRICT, new CommitteeAppointmentEvent.Relieved(day("2021-03-01"), REASON, List.of()));
        refused(
                () -> relieved.voids(DISTRICT, 3),
                new TimelineRejection.BreaksLaterSteps(List.of(new TimelineRejection.LaterStep(
                        4, "committee-appointment.relieved", day("2021-03-01"),
                        "committee-appointment/already-over"))));
    }

    @Test
    void a_term_is_extended_before_it_is_over_and_to_a_later_day() {
        Life<CommitteeAppointmentEvent, CommitteeAppointmentState> life = designated("2020-12-31");

        refused(
                () -> life.then(DISTRICT, extended("2021-01-01", "2021-06-30")),
                new CommitteeAppointmentRejection.AlreadyOver("EXPIRED", day("2021-01-01")));
        refused(
                () -> life.then(DISTRICT, extended("2020-06-01", "2020-12-31")),
                new CommitteeAppointmentRejection.NotAnExtension(day("2020-12-31"), day("2020-12-31")));
        refused(
                () -> designated(null).then(DISTRICT, extended("2020-06-01", "2021-12-31")),
                new CommitteeAppointmentRejection.NotAnExtension(null, day("2021-12-31")));
    }

    @Test
    void what_was_decided_and_by_whom_stays_to_be_seen_after_the_end() {
        CommitteeAppointmentState ended = designated("2020-12-31")
                .then(decider("commune"), new CommitteeAppointmentEvent.Ended(day("2019-01-01"), REASON))
                .on("2019-01-01");

        assertThat(ended.stage()).isEqualTo(AppointmentStage.ENDED);
        assertThat(ended.vettedBy()).isEqualTo(organisation("district"));
        assertThat(ended.office())
                .isEqualTo(new Office(
                        Appointing.DESIGNATED, organisation("district"), new DocumentNumber("512-QĐ/HU"),
                        day("2018-03-01"), day("2020-12-31"), true));
    }

    @Test
    void a_decision_is_voided_and_never_corrected() {
        Life<CommitteeAppointmentEvent, CommitteeAppointmentState> life = designated("2020-12-31");

        refused(
                () -> life.corrects(DISTRICT, 2, designation("2019-12-31")),
                new TimelineRejection.ApprovalNotCorrectable(2));
        assertThat(life.voids(DISTRICT, 2).on("2020-01-01").stage()).isEqualTo(AppointmentStage.VETTED);
    }

    @Test
    void a_last_day_is_a_plausible_one() {
        refused(() -> designation("9999-12-31"), new ValueRejection.ImpossibleDate("9999-12-31"));
        refused(() -> extended("2020-01-01", "1929-12-31"), new ValueRejection.ImpossibleDate("1929-12-31"));
    }

    private static void refused(ThrowingCallable step, Rejection because) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(because));
    }

    private static Life<CommitteeAppointmentEvent, CommitteeAppointmentState> designated(@Nullable String lastDay) {
        return Life.of(CommitteeAppointmentState.TYPE)
                .then(recorder("post"), new CommitteeAppointmentEvent.Nominated(
                        day("2018-01-01"), new MemberId("member"), organisation("commune"), CommitteeLevel.COMMUNE,
                        CommitteePosition.DEPUTY_SECRETARY, List.of(), false))
                .then(DISTRICT, new CommitteeAppointmentEvent.Vetted(day("2018-02-01"), null))
                .then(DISTRICT, designation(lastDay));
    }

    private static CommitteeAppointmentEvent.Designated designation(@Nullable String lastDay) {
        return new CommitteeAppointmentEvent.Designated(
                day("2018-03-01"), new DocumentNumber("512-QĐ/HU"),
                lastDay == null ? null : LocalDate.parse(lastDay), true, List.of());
    }

    private static CommitteeAppointmentEvent.Extended extended(String day, String lastDay) {
        return new CommitteeAppointmentEvent.Extended(day(day), day(lastDay), null, List.of());
    }
}
