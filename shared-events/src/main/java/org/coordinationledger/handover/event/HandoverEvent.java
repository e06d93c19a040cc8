package org.coordinationledger.handover.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a handover: it is decided with its list of records, and settled part by part as the records pass on.
 */
public sealed interface HandoverEvent extends RecordEvent {

    /** At most this many records are handed over by one decision. */
    int MOST_ITEMS = 128;

    /** At most this many records are settled by one step. */
    int MOST_SETTLED = 32;

    /**
     * It was decided what becomes of records that a dissolved organisation left. Each record takes the step by itself.
     *
     * @param from the dissolved organisation
     * @param items what is decided about each record; at least one
     * @param illustrative true where the sources do not state it
     */
    record Decided(
            LocalDate effectiveOn,
            OrganisationId from,
            List<HandoverItem> items,
            @Nullable Reason reason,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements HandoverEvent {
        public Decided {
            Bounded.required("from", from);
            items = Bounded.some("items", items, MOST_ITEMS);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** Records of the list passed on, or were refused to. The service records this for who decided. */
    record Settled(LocalDate effectiveOn, List<Settlement> settlements) implements HandoverEvent {
        public Settled {
            settlements = Bounded.some("settlements", settlements, MOST_SETTLED);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }
}
