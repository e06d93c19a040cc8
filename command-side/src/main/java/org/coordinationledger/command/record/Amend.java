package org.coordinationledger.command.record;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Reason;

/** Amending a step of any record: the same two commands for all features. */
public sealed interface Amend extends RecordCommand {

    /** The path step of {@link Correct} in every feature. */
    String CORRECT = "correct";

    /** The path step of {@link Void} in every feature. */
    String VOID = "void";

    /**
     * Says what the step at {@code corrects} should have said.
     *
     * @param corrects the sequence of the step, or of its latest correction, within the record
     * @param replacement the whole step as it should have been
     */
    record Correct(
            @TargetAggregateIdentifier AnyRecordId id,
            LocalDate effectiveOn,
            long corrects,
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event") RecordEvent replacement,
            Reason reason,
            List<BasisDocumentId> bases)
            implements Amend {
        public Correct {
            Bounded.required("replacement", replacement);
            Bounded.required("reason", reason);
        }

        /** The correction that puts an event, as the catalogue knows it now, in the place of another. */
        public static Amendment.Corrected corrected(
                LocalDate effectiveOn, long corrects, RecordEvent replacement, Reason reason, List<BasisDocumentId> bases) {
            int revision = Catalogue.of(replacement.getClass()).orElseThrow().revision();
            return new Amendment.Corrected(
                    effectiveOn, corrects, replacement, Integer.toString(revision), reason, bases);
        }

        @Override
        public Amendment.Corrected event() {
            return corrected(effectiveOn, corrects, replacement, reason, bases);
        }
    }

    /** Says that the step at {@code voids} must not count. */
    record Void(
            @TargetAggregateIdentifier AnyRecordId id,
            LocalDate effectiveOn,
            long voids,
            Reason reason,
            List<BasisDocumentId> bases)
            implements Amend {
        public Void {
            Bounded.required("reason", reason);
        }

        @Override
        public Amendment.Voided event() {
            return new Amendment.Voided(effectiveOn, voids, reason, bases);
        }
    }
}
