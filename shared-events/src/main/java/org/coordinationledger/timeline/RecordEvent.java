package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One fact in the life of a record. Implementations are records nested in one sealed family per feature, named in the
 * past tense. An event MUST NOT change once a version of the product has stored it; its stored name and revision are
 * in {@link org.coordinationledger.catalogue.Catalogue}.
 */
public interface RecordEvent {

    /** The first day on which this holds in the world; independent of when it is recorded. */
    LocalDate effectiveOn();

    /** The documents this step rests on, cited as authority; empty where the step needs none. */
    default List<BasisDocumentId> bases() {
        return List.of();
    }

    /**
     * The numbered document that this step is told by, if it names one; what it carries out is among the {@link #bases()}.
     *
     * @param actingFor the organisation that the step was taken for
     */
    default @Nullable Paper paper(OrganisationId actingFor) {
        return null;
    }

    /** What this step says that figures of this ledger came to, each at a position; empty where it says nothing of that. */
    default List<FigureReading> readings() {
        return List.of();
    }

    /** Why it was done, where the step asks for it. */
    default @Nullable Reason reason() {
        return null;
    }

    /** What the actor must be competent for. */
    default Competence competence() {
        return Competence.RECORD;
    }

    /**
     * Whether this is an approval or a signature: it may be voided by its own organisation, and is never corrected,
     * since nobody can approve after the fact what was not put before them.
     */
    default boolean approval() {
        return false;
    }
}
