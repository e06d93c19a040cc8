package org.coordinationledger.command.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * Passing on an unfinished record that a dissolved organisation leaves: the same commands for all features. The
 * components mean what they mean in {@link Succession}.
 */
public sealed interface PassOn extends RecordCommand {

    /** The commands by their path step in every feature. */
    Map<String, Class<? extends PassOn>> STEPS = Map.of(
            "inherit", Inherit.class,
            "replace-on-dissolution", Replace.class,
            "lapse-on-dissolution", Lapse.class);

    /** The command that asks a record to take this step. */
    static PassOn of(String record, Succession event) {
        AnyRecordId id = new AnyRecordId(record);
        if (event instanceof Succession.Inherited e) {
            return new Inherit(id, e.effectiveOn(), e.from(), e.by(), e.reason(), e.bases());
        }
        if (event instanceof Succession.Replaced e) {
            return new Replace(id, e.effectiveOn(), e.from(), e.by(), e.reason(), e.bases());
        }
        if (event instanceof Succession.Lapsed e) {
            return new Lapse(id, e.effectiveOn(), e.from(), e.reason(), e.bases());
        }
        throw new AssertionError("no case for " + event.getClass());
    }

    /** Another organisation goes on with the record. */
    record Inherit(
            @TargetAggregateIdentifier AnyRecordId id,
            LocalDate effectiveOn,
            OrganisationId from,
            OrganisationId by,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements PassOn {
        @Override
        public Succession.Inherited event() {
            return new Succession.Inherited(effectiveOn, from, by, reason, bases);
        }
    }

    /** Another record goes on in its place. */
    record Replace(
            @TargetAggregateIdentifier AnyRecordId id,
            LocalDate effectiveOn,
            OrganisationId from,
            RecordReference by,
            @Nullable Reason reason,
            List<BasisDocumentId> bases)
            implements PassOn {
        @Override
        public Succession.Replaced event() {
            return new Succession.Replaced(effectiveOn, from, by, reason, bases);
        }
    }

    /** Nobody goes on with it. */
    record Lapse(
            @TargetAggregateIdentifier AnyRecordId id,
            LocalDate effectiveOn,
            OrganisationId from,
            Reason reason,
            List<BasisDocumentId> bases)
            implements PassOn {
        @Override
        public Succession.Lapsed event() {
            return new Succession.Lapsed(effectiveOn, from, reason, bases);
        }
    }
}
