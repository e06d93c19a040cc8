package org.coordinationledger.programme.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.programme.event.ComputedFrom;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.Target;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.ProgrammeId;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can be asked of a programme. The components mean what they mean in the events. */
public sealed interface ProgrammeCommand extends RecordCommand {

    /** An organisation adopts a programme with its targets. */
    record Adopt(
            @TargetAggregateIdentifier ProgrammeId id,
            LocalDate effectiveOn,
            OrganisationId organisation,
            ProgrammeKind kind,
            Subject subject,
            @Nullable BasisDocumentId document,
            @Nullable Boolean thematic,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            List<Target> targets,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements ProgrammeCommand {
        @Override
        public ProgrammeEvent.Adopted event() {
            return new ProgrammeEvent.Adopted(
                    effectiveOn, organisation, kind, subject, document, Boolean.TRUE.equals(thematic), firstDay, lastDay,
                    targets, bases, Boolean.TRUE.equals(illustrative));
        }
    }

    /** The organisation reports how far a target has come. */
    record ReportProgress(
            @TargetAggregateIdentifier ProgrammeId id,
            LocalDate effectiveOn,
            PartKey target,
            Quantity achieved,
            @Nullable Boolean behind,
            @Nullable ComputedFrom computedFrom)
            implements ProgrammeCommand {
        @Override
        public ProgrammeEvent.ProgressReported event() {
            return new ProgrammeEvent.ProgressReported(
                    effectiveOn, target, achieved, Boolean.TRUE.equals(behind), computedFrom);
        }
    }

    /** The organisation asks for another quantity or another day. */
    record AdjustTarget(
            @TargetAggregateIdentifier ProgrammeId id,
            LocalDate effectiveOn,
            PartKey target,
            Quantity planned,
            LocalDate dueOn,
            Reason reason,
            List<BasisDocumentId> bases)
            implements ProgrammeCommand {
        @Override
        public ProgrammeEvent.TargetAdjusted event() {
            return new ProgrammeEvent.TargetAdjusted(effectiveOn, target, planned, dueOn, reason, bases);
        }
    }

    /** The organisation closes the programme. */
    record Close(
            @TargetAggregateIdentifier ProgrammeId id,
            LocalDate effectiveOn,
            Reason reason)
            implements ProgrammeCommand {
        @Override
        public ProgrammeEvent.Closed event() {
            return new ProgrammeEvent.Closed(effectiveOn, reason);
        }
    }
}
