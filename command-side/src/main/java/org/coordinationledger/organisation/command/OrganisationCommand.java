package org.coordinationledger.organisation.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can be asked of an organisation. The components mean what they mean in the events. */
public sealed interface OrganisationCommand extends RecordCommand {

    /** An organisation stands. */
    record Register(
            @TargetAggregateIdentifier OrganisationId id,
            LocalDate effectiveOn,
            OrganisationKind kind,
            Name name,
            @Nullable OrganisationId partySuperior,
            @Nullable OrganisationId commandSuperior,
            List<OrganisationId> covers,
            Territory territory,
            @Nullable Boolean illustrative,
            List<BasisDocumentId> bases)
            implements OrganisationCommand {
        @Override
        public OrganisationEvent.Registered event() {
            return new OrganisationEvent.Registered(
                    effectiveOn, kind, name, partySuperior, commandSuperior, covers, territory,
                    Boolean.TRUE.equals(illustrative), bases);
        }
    }

    /** It is called otherwise. */
    record Rename(
            @TargetAggregateIdentifier OrganisationId id,
            LocalDate effectiveOn,
            Name name,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements OrganisationCommand {
        @Override
        public OrganisationEvent.Renamed event() {
            return new OrganisationEvent.Renamed(effectiveOn, name, reason, bases);
        }
    }

    /** It stands under another organisation along one line, or under none. */
    record Reattach(
            @TargetAggregateIdentifier OrganisationId id,
            LocalDate effectiveOn,
            Line line,
            @Nullable OrganisationId superior,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements OrganisationCommand {
        @Override
        public OrganisationEvent.Reattached event() {
            return new OrganisationEvent.Reattached(effectiveOn, line, superior, reason, bases);
        }
    }

    /** It covers these communes and no others. */
    record CoverTerritory(
            @TargetAggregateIdentifier OrganisationId id,
            LocalDate effectiveOn,
            List<OrganisationId> covers,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements OrganisationCommand {
        @Override
        public OrganisationEvent.TerritoryCovered event() {
            return new OrganisationEvent.TerritoryCovered(effectiveOn, covers, reason, bases);
        }
    }

    /** Its territory is described anew. */
    record DescribeTerritory(
            @TargetAggregateIdentifier OrganisationId id,
            LocalDate effectiveOn,
            Territory territory,
            List<BasisDocumentId> bases)
            implements OrganisationCommand {
        @Override
        public OrganisationEvent.TerritoryDescribed event() {
            return new OrganisationEvent.TerritoryDescribed(effectiveOn, territory, bases);
        }
    }

    /** A term of office begins. */
    record OpenTerm(
            @TargetAggregateIdentifier OrganisationId id,
            LocalDate effectiveOn,
            TermName term,
            LocalDate lastDay)
            implements OrganisationCommand {
        @Override
        public OrganisationEvent.TermOpened event() {
            return new OrganisationEvent.TermOpened(effectiveOn, term, lastDay);
        }
    }

    /** It is dissolved, merged or split. */
    record Dissolve(
            @TargetAggregateIdentifier OrganisationId id,
            LocalDate effectiveOn,
            OrganisationEvent.Manner manner,
            List<OrganisationId> successors,
            Reason reason,
            List<BasisDocumentId> bases)
            implements OrganisationCommand {
        @Override
        public OrganisationEvent.Dissolved event() {
            return new OrganisationEvent.Dissolved(effectiveOn, manner, successors, reason, bases);
        }
    }
}
