package org.coordinationledger.appointment.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentState;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.command.record.RegistryInMemory.Recorded;
import org.coordinationledger.member.event.MemberEvent;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.vocabulary.CommitteeAppointmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** A post officer who is to be deputy secretary of a commune, whose committee stands under a district. */
final class Committee {

    static final Actor POST = recorder("post");
    static final Actor DISTRICT = decider("district");
    static final Actor PROVINCE = decider("province");
    static final Actor COMMUNE = decider("commune");
    static final CommitteeAppointmentId APPOINTMENT = new CommitteeAppointmentId("appointment");
    static final MemberId MEMBER = new MemberId("member");
    static final Reason REASON = new Reason("điều động");
    static final DocumentNumber DECISION = new DocumentNumber("512-QĐ/HU");
    static final String KEY = "committee-position:member:commune:DEPUTY_SECRETARY";

    final Landscape landscape = new Landscape();

    Committee() {
        member(new MemberEvent.Registered(
                day("2010-01-01"), new MemberCode("DV-001"), organisation("post"), Membership.OFFICIAL,
                new PersonalData.Sealed("n", "c"), false));
    }

    void member(MemberEvent event) {
        landscape.registry.with(MemberState.TYPE, MEMBER, POST, event);
    }

    /** Somebody else's colleague, or the same person in another organisation. */
    static Actor person(Actor who, String organisation) {
        return new Actor(who.person(), organisation(organisation), Role.APPROVER);
    }

    Decision<CommitteeAppointment> decision() {
        return Decision.of(CommitteeAppointment.class, CommitteeAppointmentState.TYPE, landscape.registry);
    }

    Decision<CommitteeAppointment> afterNomination() {
        return decision().given(POST, nominated(CommitteePosition.DEPUTY_SECRETARY));
    }

    Decision<CommitteeAppointment> afterVetting() {
        return afterNomination().given(DISTRICT, vetted());
    }

    Decision<CommitteeAppointment> afterDesignation() {
        return afterVetting().given(DISTRICT, designated("2018-03-01", "2020-12-31"));
    }

    static CommitteeAppointmentEvent.Nominated nominated(CommitteePosition position) {
        return new CommitteeAppointmentEvent.Nominated(
                day("2018-01-01"), MEMBER, organisation("commune"), CommitteeLevel.COMMUNE, position, List.of(), false);
    }

    static CommitteeAppointmentEvent.Vetted vetted() {
        return new CommitteeAppointmentEvent.Vetted(day("2018-02-01"), null);
    }

    static CommitteeAppointmentEvent.Designated designated(String day, @Nullable String lastDay) {
        return new CommitteeAppointmentEvent.Designated(day(day), DECISION, orNull(lastDay), true, List.of());
    }

    static CommitteeAppointmentCommand.Designate designate(String day, @Nullable String lastDay) {
        return new CommitteeAppointmentCommand.Designate(
                APPOINTMENT, day(day), DECISION, orNull(lastDay), true, List.of());
    }

    private static @Nullable LocalDate orNull(@Nullable String day) {
        return day == null ? null : day(day);
    }

    static ReservationEvent.Held held(String holder, String from, @Nullable String to) {
        return new ReservationEvent.Held(
                holder, List.of(new HeldPeriod(day(from), to == null ? Phase.OPEN_END : day(to))), null);
    }

    static Recorded recorded(String from, @Nullable String to) {
        return new Recorded(KEY, held("appointment", from, to));
    }
}
