package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an unfinished record of any type once an organisation that it names is dissolved. It is always decided
 * and recorded, record by record; nothing passes on by itself.
 */
public sealed interface Succession extends RecordEvent {

    /** The dissolved organisation, which the record names. */
    OrganisationId from();

    @Override
    default Competence competence() {
        return Competence.DECIDE;
    }

    /**
     * Another organisation has the place of the dissolved one in the record from this day on.
     *
     * @param by the organisation that goes on with it
     */
    record Inherited(
            LocalDate effectiveOn,
            OrganisationId from,
            OrganisationId by,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements Succession {
        public Inherited {
            Bounded.required("from", from);
            Bounded.required("by", by);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /**
     * Another record of the same type has the place of this one, which is over from this day on.
     *
     * @param by the record that goes on
     */
    record Replaced(
            LocalDate effectiveOn,
            OrganisationId from,
            RecordReference by,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements Succession {
        public Replaced {
            Bounded.required("from", from);
            Bounded.required("by", by);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** Nobody goes on with the record, which is over from this day on. */
    record Lapsed(LocalDate effectiveOn, OrganisationId from, Reason reason, List<BasisDocumentId> bases)
            implements Succession {
        public Lapsed {
            Bounded.required("from", from);
            Bounded.required("reason", reason);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }
}
