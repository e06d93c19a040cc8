package org.coordinationledger.appointment.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.appointment.event.CommitteeLevel;
import org.coordinationledger.appointment.event.CommitteePosition;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.CommitteeAppointmentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can be asked of a committee appointment. The components mean what they mean in the events. */
public sealed interface CommitteeAppointmentCommand extends RecordCommand {

    /** The officer's own line nominates. */
    record Nominate(
            @TargetAggregateIdentifier CommitteeAppointmentId id,
            LocalDate effectiveOn,
            MemberId member,
            OrganisationId committee,
            CommitteeLevel committeeLevel,
            CommitteePosition position,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements CommitteeAppointmentCommand {
        @Override
        public CommitteeAppointmentEvent.Nominated event() {
            return new CommitteeAppointmentEvent.Nominated(
                    effectiveOn, member, committee, committeeLevel, position, bases, Boolean.TRUE.equals(illustrative));
        }
    }

    /** The nomination was vetted. */
    record Vet(
            @TargetAggregateIdentifier CommitteeAppointmentId id,
            LocalDate effectiveOn,
            @Nullable DocumentNumber document)
            implements CommitteeAppointmentCommand {
        @Override
        public CommitteeAppointmentEvent.Vetted event() {
            return new CommitteeAppointmentEvent.Vetted(effectiveOn, document);
        }
    }

    /** The competent body designates the officer. */
    record Designate(
            @TargetAggregateIdentifier CommitteeAppointmentId id,
            LocalDate effectiveOn,
            DocumentNumber decision,
            @Nullable LocalDate lastDay,
            boolean outsideQuota,
            List<BasisDocumentId> bases)
            implements CommitteeAppointmentCommand {
        @Override
        public CommitteeAppointmentEvent.Designated event() {
            return new CommitteeAppointmentEvent.Designated(effectiveOn, decision, lastDay, outsideQuota, bases);
        }
    }

    /** The competent body confirms the officer's election. */
    record ConfirmElection(
            @TargetAggregateIdentifier CommitteeAppointmentId id,
            LocalDate effectiveOn,
            DocumentNumber decision,
            @Nullable LocalDate lastDay,
            boolean outsideQuota,
            List<BasisDocumentId> bases)
            implements CommitteeAppointmentCommand {
        @Override
        public CommitteeAppointmentEvent.ElectionConfirmed event() {
            return new CommitteeAppointmentEvent.ElectionConfirmed(
                    effectiveOn, decision, lastDay, outsideQuota, bases);
        }
    }

    /** The competent body extends the term. */
    record Extend(
            @TargetAggregateIdentifier CommitteeAppointmentId id,
            LocalDate effectiveOn,
            LocalDate lastDay,
            @Nullable DocumentNumber decision,
            List<BasisDocumentId> bases)
            implements CommitteeAppointmentCommand {
        @Override
        public CommitteeAppointmentEvent.Extended event() {
            return new CommitteeAppointmentEvent.Extended(effectiveOn, lastDay, decision, bases);
        }
    }

    /** The competent body relieves the officer. */
    record Relieve(
            @TargetAggregateIdentifier CommitteeAppointmentId id,
            LocalDate effectiveOn,
            Reason reason,
            List<BasisDocumentId> bases)
            implements CommitteeAppointmentCommand {
        @Override
        public CommitteeAppointmentEvent.Relieved event() {
            return new CommitteeAppointmentEvent.Relieved(effectiveOn, reason, bases);
        }
    }

    /** It is over. */
    record End(
            @TargetAggregateIdentifier CommitteeAppointmentId id,
            LocalDate effectiveOn,
            Reason reason)
            implements CommitteeAppointmentCommand {
        @Override
        public CommitteeAppointmentEvent.Ended event() {
            return new CommitteeAppointmentEvent.Ended(effectiveOn, reason);
        }
    }
}
