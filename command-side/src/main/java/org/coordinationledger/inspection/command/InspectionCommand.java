package org.coordinationledger.inspection.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.inspection.event.FindingKind;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.inspection.event.InspectionKind;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.InspectionId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/** What can be asked of an inspection. The components mean what they mean in the events. */
public sealed interface InspectionCommand extends RecordCommand {

    /** The commissioning body decides to inspect. */
    record Decide(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            InspectionKind kind,
            OrganisationId commissionedBy,
            DocumentNumber number,
            List<OrganisationId> subjects,
            Subject scope,
            List<PersonCode> team,
            PersonCode leader,
            LocalDate firstDay,
            LocalDate lastDay,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements InspectionCommand {
        @Override
        public InspectionEvent.Decided event() {
            return new InspectionEvent.Decided(
                    effectiveOn, kind, commissionedBy, number, subjects, scope, team, leader, firstDay, lastDay, bases,
                    Boolean.TRUE.equals(illustrative));
        }
    }

    /** A subject reports on itself. */
    record SelfReport(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            @Nullable DocumentNumber document)
            implements InspectionCommand {
        @Override
        public InspectionEvent.SelfReported event() {
            return new InspectionEvent.SelfReported(effectiveOn, document);
        }
    }

    /** One of the team finds something. */
    record Find(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            PartKey finding,
            FindingKind kind,
            OrganisationId organisation,
            @Nullable RecordReference record,
            Subject what)
            implements InspectionCommand {
        @Override
        public InspectionEvent.Found event() {
            return new InspectionEvent.Found(effectiveOn, finding, kind, organisation, record, what);
        }
    }

    /** A subject is heard on the draft of the conclusion. */
    record Hear(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            Subject statement)
            implements InspectionCommand {
        @Override
        public InspectionEvent.Heard event() {
            return new InspectionEvent.Heard(effectiveOn, statement);
        }
    }

    /** The commissioning body issues its conclusion. */
    record Conclude(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            DocumentNumber number,
            List<PartKey> findings,
            @Nullable TextDigest text,
            List<BasisDocumentId> bases)
            implements InspectionCommand {
        @Override
        public InspectionEvent.Concluded event() {
            return new InspectionEvent.Concluded(effectiveOn, number, findings, text, bases);
        }
    }

    /** The commissioning body requires a remedy. */
    record RequireRemedy(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            PartKey finding,
            OrganisationId responsible,
            Subject what,
            LocalDate dueOn)
            implements InspectionCommand {
        @Override
        public InspectionEvent.RemedyRequired event() {
            return new InspectionEvent.RemedyRequired(effectiveOn, finding, responsible, what, dueOn);
        }
    }

    /** The responsible organisation reports that it remedied a finding. */
    record ReportRemedy(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            PartKey finding,
            Subject what,
            @Nullable DocumentNumber document)
            implements InspectionCommand {
        @Override
        public InspectionEvent.RemedyReported event() {
            return new InspectionEvent.RemedyReported(effectiveOn, finding, what, document);
        }
    }

    /** The commissioning body accepts what was reported. */
    record AcceptRemedy(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            PartKey finding)
            implements InspectionCommand {
        @Override
        public InspectionEvent.RemedyAccepted event() {
            return new InspectionEvent.RemedyAccepted(effectiveOn, finding);
        }
    }

    /** The commissioning body does not accept what was reported. */
    record RefuseRemedy(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            PartKey finding,
            Reason reason)
            implements InspectionCommand {
        @Override
        public InspectionEvent.RemedyRefused event() {
            return new InspectionEvent.RemedyRefused(effectiveOn, finding, reason);
        }
    }

    /** Whoever has to remedy a finding is reminded that it is late. */
    record Remind(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn,
            PartKey finding,
            @Nullable Boolean byTeam)
            implements InspectionCommand {
        @Override
        public InspectionEvent.Reminded event() {
            return new InspectionEvent.Reminded(effectiveOn, finding, Boolean.TRUE.equals(byTeam));
        }
    }

    /** The commissioning body closes the inspection. */
    record Close(
            @TargetAggregateIdentifier InspectionId id,
            LocalDate effectiveOn)
            implements InspectionCommand {
        @Override
        public InspectionEvent.Closed event() {
            return new InspectionEvent.Closed(effectiveOn);
        }
    }
}
