package org.coordinationledger.organisation.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to an organisation. It stands in three relations, each with dates of its own: under another along
 * the party line, under another along the command line, and over the communes that it covers.
 */
public sealed interface OrganisationEvent extends RecordEvent {

    /** The register of organisations is kept by whoever administers it. */
    @Override
    default Competence competence() {
        return Competence.ADMINISTER;
    }

    /**
     * The organisation stands from this day on.
     *
     * @param illustrative true for an organisation that a report counts but does not name
     */
    record Registered(
            LocalDate effectiveOn,
            OrganisationKind kind,
            Name name,
            @Nullable OrganisationId partySuperior,
            @Nullable OrganisationId commandSuperior,
            List<OrganisationId> covers,
            Territory territory,
            boolean illustrative,
            List<BasisDocumentId> bases)
            implements OrganisationEvent {
        public Registered {
            Bounded.required("kind", kind);
            Bounded.required("name", name);
            covers = Bounded.list("covers", covers, Bounded.ORGANISATIONS);
            territory = territory == null ? Territory.UNKNOWN : territory;
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** It is called otherwise from this day on; its old name stays in views of earlier days. */
    record Renamed(LocalDate effectiveOn, Name name, @Nullable Reason reason, List<BasisDocumentId> bases)
            implements OrganisationEvent {
        public Renamed {
            Bounded.required("name", name);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** It stands under another organisation, or under none, along one line from this day on. */
    record Reattached(
            LocalDate effectiveOn,
            Line line,
            @Nullable OrganisationId superior,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements OrganisationEvent {
        public Reattached {
            Bounded.required("line", line);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** It covers these communes, and no others, from this day on. */
    record TerritoryCovered(
            LocalDate effectiveOn, List<OrganisationId> covers, @Nullable Reason reason, List<BasisDocumentId> bases)
            implements OrganisationEvent {
        public TerritoryCovered {
            covers = Bounded.list("covers", covers, Bounded.ORGANISATIONS);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** Its territory is described so from this day on. */
    record TerritoryDescribed(LocalDate effectiveOn, Territory territory, List<BasisDocumentId> bases)
            implements OrganisationEvent {
        public TerritoryDescribed {
            Bounded.required("territory", territory);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** A term of office of this committee begins; the numbers of its party documents start anew. */
    record TermOpened(LocalDate effectiveOn, TermName term, LocalDate lastDay) implements OrganisationEvent {
        public TermOpened {
            Bounded.required("term", term);
            Dates.plausible("lastDay", lastDay);
        }
    }

    /**
     * It no longer exists from this day on and takes nothing new. What it left open is passed on by decision.
     *
     * @param successors the organisations that take its place; empty where it has none
     */
    record Dissolved(
            LocalDate effectiveOn,
            Manner manner,
            List<OrganisationId> successors,
            Reason reason,
            List<BasisDocumentId> bases)
            implements OrganisationEvent {
        public Dissolved {
            Bounded.required("manner", manner);
            Bounded.required("reason", reason);
            successors = Bounded.list("successors", successors, Bounded.ORGANISATIONS);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** How an organisation ends. */
    enum Manner {
        /** Without taking part in another. */
        DISSOLVED,
        /** Into exactly one successor. */
        MERGED,
        /** Into two or more successors. */
        SPLIT
    }
}
