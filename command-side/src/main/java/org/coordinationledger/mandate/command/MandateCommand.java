package org.coordinationledger.mandate.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.MandateId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can be asked of a mandate. The components mean what they mean in the events. */
public sealed interface MandateCommand extends RecordCommand {

    /** A person may act for an organisation in a role. */
    record Grant(
            @TargetAggregateIdentifier MandateId id,
            LocalDate effectiveOn,
            PersonCode person,
            OrganisationId organisation,
            Role role,
            @Nullable Body body,
            @Nullable LocalDate lastDay,
            List<OrganisationId> scope,
            @Nullable PersonCode delegatedBy,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements MandateCommand {
        @Override
        public MandateEvent.Granted event() {
            return new MandateEvent.Granted(
                    effectiveOn, person, organisation, role, body, lastDay, scope, delegatedBy, bases,
                    Boolean.TRUE.equals(illustrative));
        }
    }

    /** It goes on until a later day. */
    record Extend(
            @TargetAggregateIdentifier MandateId id,
            LocalDate effectiveOn,
            LocalDate lastDay,
            List<BasisDocumentId> bases)
            implements MandateCommand {
        @Override
        public MandateEvent.Extended event() {
            return new MandateEvent.Extended(effectiveOn, lastDay, bases);
        }
    }

    /** It is taken back. */
    record Revoke(
            @TargetAggregateIdentifier MandateId id,
            LocalDate effectiveOn,
            Reason reason,
            List<BasisDocumentId> bases)
            implements MandateCommand {
        @Override
        public MandateEvent.Revoked event() {
            return new MandateEvent.Revoked(effectiveOn, reason, bases);
        }
    }
}
