package org.coordinationledger.support.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Unit;
import org.jspecify.annotations.Nullable;

/** What can happen to support. Promised and given are different sums. */
public sealed interface SupportActivityEvent extends RecordEvent {

    /**
     * Support was promised.
     *
     * @param giver who answers for it
     * @param recipients the communes whose people, or the posts, that it is for; at least one
     * @param extent how much was promised
     * @param unit what the extent counts
     * @param perYear whether the extent is that of a year, which is never added to sums that are not
     * @param partner an organisation outside this register that pays for it, never a person
     * @param illustrative true where the sources do not state it
     */
    record Promised(
            LocalDate effectiveOn,
            SupportKind kind,
            OrganisationId giver,
            List<OrganisationId> recipients,
            Extent extent,
            @Nullable Unit unit,
            boolean perYear,
            @Nullable Name partner,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements SupportActivityEvent {
        public Promised {
            Bounded.required("kind", kind);
            Bounded.required("giver", giver);
            recipients = Bounded.some("recipients", recipients, Bounded.ORGANISATIONS);
            Bounded.required("extent", extent);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** Support was given that nobody had promised before; the components mean what they mean in {@link Promised}. */
    record Given(
            LocalDate effectiveOn,
            SupportKind kind,
            OrganisationId giver,
            List<OrganisationId> recipients,
            Extent extent,
            @Nullable Unit unit,
            boolean perYear,
            @Nullable Name partner,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements SupportActivityEvent {
        public Given {
            Bounded.required("kind", kind);
            Bounded.required("giver", giver);
            recipients = Bounded.some("recipients", recipients, Bounded.ORGANISATIONS);
            Bounded.required("extent", extent);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /**
     * Some or all of what was promised was given.
     *
     * @param extent how much this time
     */
    record PromiseKept(LocalDate effectiveOn, Extent extent) implements SupportActivityEvent {
        public PromiseKept {
            Bounded.required("extent", extent);
        }
    }

    /** What was promised will not be given. */
    record PromiseWithdrawn(LocalDate effectiveOn, Reason reason) implements SupportActivityEvent {
        public PromiseWithdrawn {
            Bounded.required("reason", reason);
        }
    }
}
