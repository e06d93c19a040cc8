package org.coordinationledger.proposal.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.proposal.event.ProposalEvent;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalOutcome;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.ProposalId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can be asked of a proposal. The components mean what they mean in the events. */
public sealed interface ProposalCommand extends RecordCommand {

    /** One of several organisations makes a proposal for all of them. */
    record Make(
            @TargetAggregateIdentifier ProposalId id,
            LocalDate effectiveOn,
            List<OrganisationId> by,
            OrganisationId to,
            ProposalKind kind,
            Subject subject,
            @Nullable DocumentNumber number,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements ProposalCommand {
        @Override
        public ProposalEvent.Made event() {
            return new ProposalEvent.Made(
                    effectiveOn, by, to, kind, subject, number, bases, Boolean.TRUE.equals(illustrative));
        }
    }

    /** The addressee has it. */
    record Receive(
            @TargetAggregateIdentifier ProposalId id,
            LocalDate effectiveOn)
            implements ProposalCommand {
        @Override
        public ProposalEvent.Received event() {
            return new ProposalEvent.Received(effectiveOn);
        }
    }

    /** The addressee answers. */
    record Answer(
            @TargetAggregateIdentifier ProposalId id,
            LocalDate effectiveOn,
            ProposalOutcome outcome,
            @Nullable BasisDocumentId document,
            @Nullable Reason reason)
            implements ProposalCommand {
        @Override
        public ProposalEvent.Answered event() {
            return new ProposalEvent.Answered(effectiveOn, outcome, document, reason);
        }
    }

    /** One of its makers takes it back. */
    record Withdraw(
            @TargetAggregateIdentifier ProposalId id,
            LocalDate effectiveOn,
            Reason reason)
            implements ProposalCommand {
        @Override
        public ProposalEvent.Withdrawn event() {
            return new ProposalEvent.Withdrawn(effectiveOn, reason);
        }
    }
}
