package org.coordinationledger.appointment.command;

import static org.coordinationledger.appointment.command.Committee.COMMUNE;
import static org.coordinationledger.appointment.command.Committee.DISTRICT;
import static org.coordinationledger.appointment.command.Committee.KEY;
import static org.coordinationledger.appointment.command.Committee.POST;
import static org.coordinationledger.appointment.command.Committee.REASON;
import static org.coordinationledger.appointment.command.Committee.designate;
import static org.coordinationledger.appointment.command.Committee.held;
import static org.coordinationledger.appointment.command.Committee.nominated;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentRejection;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.command.record.Amend;
import org.coordinationledger.command.record.AnyRecordId;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.TimelineRejection;
import org.junit.jupiter.api.Test;

/** Corrections and voids of an appointment. */
class AmendTest {

    private static final CommitteeAppointmentEvent.Nominated AS_SECRETARY = nominated(CommitteePosition.SECRETARY);

    private static final CommitteeAppointmentCommand.Vet VET =
            new CommitteeAppointmentCommand.Vet(Committee.APPOINTMENT, day("2018-02-01"), null);

    /** Others of the post than who nominated. */
    private static final Actor EDITOR = new Actor("editor", organisation("post"), Role.RECORDER);

    private static final Actor VETTER = new Actor("vetter", organisation("post"), Role.APPROVER);

    private final Committee committee = new Committee();

    @Test
    void a_nomination_is_corrected_until_it_is_vetted() {
        Amend.Correct correct = correct(AS_SECRETARY);
        committee.afterNomination().when(POST, correct).recorded(correct.event()).keys();
        committee.afterVetting().when(POST, correct).refused(new CommitteeAppointmentAcross.AlreadyVetted());
        committee.landscape.registry.holding(KEY, held("appointment", "2018-03-01", "2021-01-01"));
        committee.afterDesignation().when(POST, correct).refused(new CommitteeAppointmentAcross.AlreadyVetted());
    }

    @Test
    void the_day_of_a_nomination_is_corrected_later_too() {
        committee.landscape.registry.holding(KEY, held("appointment", "2018-03-01", "2021-01-01"));
        Amend.Correct correct = correct(new CommitteeAppointmentEvent.Nominated(
                day("2018-01-05"), Committee.MEMBER, organisation("commune"), CommitteeLevel.COMMUNE,
                CommitteePosition.DEPUTY_SECRETARY, List.of(), true));
        committee.afterDesignation().when(POST, correct).recorded(correct.event()).keys();
    }

    @Test
    void a_voided_decision_sets_the_position_free_and_only_who_decided_voids_it() {
        committee.landscape.registry.holding(KEY, held("appointment", "2018-03-01", "2021-01-01"));
        Amend.Void decision = new Amend.Void(new AnyRecordId("appointment"), day("2026-01-01"), 2, REASON, List.of());
        committee.afterDesignation()
                .when(DISTRICT, decision)
                .recorded(decision.event())
                .keys(new Recorded(KEY, new ReservationEvent.Released("appointment")));
        committee.afterDesignation()
                .when(COMMUNE, decision)
                .refused(new TimelineRejection.NotItsOrganisation(2, "district"));
    }

    @Test
    void who_corrected_a_nomination_neither_vets_nor_decides_for_whatever_organisation() {
        committee.afterNomination()
                .given(EDITOR, correct(AS_SECRETARY).event())
                .when(Committee.person(EDITOR, "district"), VET)
                .refused(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
        committee.afterNomination()
                .given(EDITOR, correct(AS_SECRETARY).event())
                .given(DISTRICT, Committee.vetted())
                .when(Committee.person(EDITOR, "district"), designate("2018-03-01", null))
                .refused(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
    }

    @Test
    void who_vetted_or_decided_does_not_correct_the_nomination_afterwards() {
        committee.landscape.registry.holding(KEY, held("appointment", "2018-03-01", "2021-01-01"));
        Amend.Correct asItWas = correct(nominated(CommitteePosition.DEPUTY_SECRETARY));
        for (Actor approver : List.of(VETTER, DISTRICT)) {
            committee.afterNomination()
                    .given(VETTER, Committee.vetted())
                    .given(DISTRICT, Committee.designated("2018-03-01", "2020-12-31"))
                    .when(Committee.person(approver, "post"), asItWas)
                    .refused(new CommitteeAppointmentRejection.NominatedByTheSamePerson());
        }
    }

    @Test
    void who_made_a_correction_that_was_voided_may_vet() {
        committee.afterNomination()
                .given(EDITOR, correct(AS_SECRETARY).event())
                .given(POST, new Amend.Void(new AnyRecordId("appointment"), day("2026-01-01"), 1, REASON, List.of())
                        .event())
                .when(Committee.person(EDITOR, "district"), VET)
                .recorded(Committee.vetted());
    }

    private static Amend.Correct correct(RecordEvent replacement) {
        return new Amend.Correct(
                new AnyRecordId("appointment"), day("2026-01-01"), 0, replacement, REASON, List.of());
    }
}
