package org.coordinationledger.appointment.event;

import java.time.LocalDate;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What a committee appointment is on a day.
 *
 * @param nominatedBy the organisation that nominated, which may not decide
 * @param nominator the code of the person who nominated, who may neither vet nor decide
 * @param stageSince the first day of the stage
 * @param vettedBy the organisation that vetted, once it has
 * @param office what was decided, once it is
 */
public record CommitteeAppointmentState(
        MemberId member,
        OrganisationId committee,
        CommitteeLevel committeeLevel,
        CommitteePosition position,
        OrganisationId nominatedBy,
        String nominator,
        AppointmentStage stage,
        LocalDate stageSince,
        @Nullable OrganisationId vettedBy,
        @Nullable Office office,
        boolean illustrative) {

    /**
     * What was decided.
     *
     * @param lastDay the last day of the term as last extended, or null if none is set
     */
    public record Office(
            Appointing appointing,
            OrganisationId decidedBy,
            DocumentNumber decision,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            boolean outsideQuota) {

        Office decidedBy(OrganisationId heir) {
            return new Office(appointing, heir, decision, firstDay, lastDay, outsideQuota);
        }

        Office until(LocalDate newLastDay) {
            return new Office(appointing, decidedBy, decision, firstDay, newLastDay, outsideQuota);
        }
    }

    /** What an appointment is about, which vetting and decision say yes to. */
    public record Seat(MemberId member, OrganisationId committee, CommitteePosition position) {}

    public static final RecordType<CommitteeAppointmentEvent, CommitteeAppointmentState> TYPE = new RecordType<>(
            "CommitteeAppointment",
            "appointments",
            CommitteeAppointmentEvent.class,
            new CommitteeAppointmentEvolution());

    /** Whether the officer is in office. */
    public boolean open() {
        return stage == AppointmentStage.IN_OFFICE;
    }

    public Seat seat() {
        return new Seat(member, committee, position);
    }

    CommitteeAppointmentState between(OrganisationId nominating, OrganisationId taking, @Nullable Office held) {
        return new CommitteeAppointmentState(
                member, taking, committeeLevel, position, nominating, nominator, stage, stageSince, vettedBy, held,
                illustrative);
    }

    CommitteeAppointmentState in(AppointmentStage next, LocalDate since) {
        return new CommitteeAppointmentState(
                member, committee, committeeLevel, position, nominatedBy, nominator, next, since, vettedBy, office,
                illustrative);
    }

    CommitteeAppointmentState vetted(OrganisationId by, LocalDate on) {
        return new CommitteeAppointmentState(
                member, committee, committeeLevel, position, nominatedBy, nominator, AppointmentStage.VETTED, on, by,
                office, illustrative);
    }

    CommitteeAppointmentState with(Office decided) {
        return new CommitteeAppointmentState(
                member, committee, committeeLevel, position, nominatedBy, nominator, AppointmentStage.IN_OFFICE,
                decided.firstDay(), vettedBy, decided, illustrative);
    }
}
