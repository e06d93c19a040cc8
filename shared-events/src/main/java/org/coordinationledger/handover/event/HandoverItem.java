package org.coordinationledger.handover.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one record.
 *
 * @param by who inherits it; with {@link HandoverOutcome#INHERITED} and nothing else
 * @param replacement what replaces it; with {@link HandoverOutcome#REPLACED} and nothing else
 * @param reason required where it lapses
 */
public record HandoverItem(
        RecordReference record,
        HandoverOutcome outcome,
        @Nullable OrganisationId by,
        @Nullable RecordReference replacement,
        @Nullable Reason reason) {

    public HandoverItem {
        Bounded.required("record", record);
        Bounded.required("outcome", outcome);
        if (outcome == HandoverOutcome.INHERITED) {
            Bounded.required("by", by);
        }
        if (outcome == HandoverOutcome.REPLACED) {
            Bounded.required("replacement", replacement);
        }
        if (outcome == HandoverOutcome.LAPSED) {
            Bounded.required("reason", reason);
        }
    }

    /** Whether it names an heir or a replacement that does not go with its outcome. */
    boolean saysTooMuch() {
        return by != null && outcome != HandoverOutcome.INHERITED
                || replacement != null && outcome != HandoverOutcome.REPLACED;
    }

    /** The step that this asks of its record. */
    public Succession succession(LocalDate effectiveOn, OrganisationId from, List<BasisDocumentId> bases) {
        return switch (outcome) {
            case INHERITED -> new Succession.Inherited(
                    effectiveOn, from, Bounded.required("by", by), reason, bases);
            case REPLACED -> new Succession.Replaced(
                    effectiveOn, from, Bounded.required("replacement", replacement), reason, bases);
            case LAPSED -> new Succession.Lapsed(effectiveOn, from, Bounded.required("reason", reason), bases);
        };
    }
}
