package org.coordinationledger.timeline;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Reason;

/**
 * A later event that amends an earlier one of the same record. The earlier event stays in the ledger as it is; views
 * fold without it or with its replacement from the amendment's position on.
 */
public sealed interface Amendment extends RecordEvent {

    /** The sequence, within the record, of the event that is amended. */
    long amends();

    Reason reason();

    /**
     * The event at {@code corrects} was recorded wrongly; {@code replacement} is what it should have said. Its
     * effective date may differ. Only the head of a chain of corrections can be corrected again.
     *
     * @param effectiveOn the day on which the correction was decided; the fold uses the replacement's own date
     * @param replacementRevision the revision of the replacement's event type, so that it can be upcast like any other
     */
    record Corrected(
            LocalDate effectiveOn,
            long corrects,
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event") RecordEvent replacement,
            String replacementRevision,
            Reason reason,
            List<BasisDocumentId> bases)
            implements Amendment {
        public Corrected {
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public long amends() {
            return corrects;
        }
    }

    /** The event at {@code voids} never happened, or must not count. Voiding a correction restores what it replaced. */
    record Voided(LocalDate effectiveOn, long voids, Reason reason, List<BasisDocumentId> bases) implements Amendment {
        public Voided {
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public long amends() {
            return voids;
        }
    }
}
