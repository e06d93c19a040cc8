package org.coordinationledger.appointment.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a post officer's appointment to a district or commune committee. The officer's own line nominates;
 * a body above the committee, which is not the nominator, decides.
 */
public sealed interface CommitteeAppointmentEvent extends RecordEvent {

    /**
     * The acting organisation nominated an officer for one position.
     *
     * @param committeeLevel the level of {@code committee}, as its kind says
     */
    record Nominated(
            LocalDate effectiveOn,
            MemberId member,
            OrganisationId committee,
            CommitteeLevel committeeLevel,
            CommitteePosition position,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements CommitteeAppointmentEvent {
        public Nominated {
            Bounded.required("member", member);
            Bounded.required("committee", committee);
            Bounded.required("committeeLevel", committeeLevel);
            Bounded.required("position", position);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /**
     * The acting organisation vetted the nomination and has nothing against it.
     *
     * @param document the number of what it wrote about that, if anything; what it found is not recorded
     */
    record Vetted(LocalDate effectiveOn, @Nullable DocumentNumber document) implements CommitteeAppointmentEvent {
        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.APPOINTMENT_VETTING, actingFor, document, effectiveOn);
        }
    }

    /**
     * The competent body designated the officer; the first day of the term is {@code effectiveOn}.
     *
     * @param decision the number of its decision
     * @param lastDay the last day of the term, if one is set
     * @param outsideQuota whether the committee has one member more for it
     */
    record Designated(
            LocalDate effectiveOn,
            DocumentNumber decision,
            @Nullable LocalDate lastDay,
            boolean outsideQuota,
            List<BasisDocumentId> bases)
            implements CommitteeAppointmentEvent {
        public Designated {
            Bounded.required("decision", decision);
            requirePlausible(lastDay);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.APPOINTMENT_DECISION, actingFor, decision, effectiveOn);
        }
    }

    /**
     * The competent body confirmed that the officer was elected; the first day of the term is {@code effectiveOn}.
     *
     * @param decision the number of its decision
     * @param lastDay the last day of the term, if one is set
     * @param outsideQuota whether the committee has one member more for it
     */
    record ElectionConfirmed(
            LocalDate effectiveOn,
            DocumentNumber decision,
            @Nullable LocalDate lastDay,
            boolean outsideQuota,
            List<BasisDocumentId> bases)
            implements CommitteeAppointmentEvent {
        public ElectionConfirmed {
            Bounded.required("decision", decision);
            requirePlausible(lastDay);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.APPOINTMENT_DECISION, actingFor, decision, effectiveOn);
        }
    }

    /**
     * The competent body extended the term.
     *
     * @param lastDay the new last day, which is later than the one before
     * @param decision the number of its decision, if it gave it one
     */
    record Extended(
            LocalDate effectiveOn, LocalDate lastDay, @Nullable DocumentNumber decision, List<BasisDocumentId> bases)
            implements CommitteeAppointmentEvent {
        public Extended {
            Dates.plausible("lastDay", lastDay);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.APPOINTMENT_DECISION, actingFor, decision, effectiveOn);
        }
    }

    /** The competent body relieved the officer of the position, from this day on. */
    record Relieved(LocalDate effectiveOn, Reason reason, List<BasisDocumentId> bases)
            implements CommitteeAppointmentEvent {
        public Relieved {
            Bounded.required("reason", reason);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** It is over from this day on without a decision to relieve: the officer left, or the nomination came to nothing. */
    record Ended(LocalDate effectiveOn, Reason reason) implements CommitteeAppointmentEvent {
        public Ended {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    private static void requirePlausible(@Nullable LocalDate lastDay) {
        if (lastDay != null) {
            Dates.plausible("lastDay", lastDay);
        }
    }
}
