package org.coordinationledger.support.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.SupportActivityId;
import org.coordinationledger.vocabulary.Unit;
import org.jspecify.annotations.Nullable;

/** What can be asked of a support activity. The components mean what they mean in the events. */
public sealed interface SupportActivityCommand extends RecordCommand {

    /** Whether support is recorded as promised or as given. */
    enum Recorded {
        PROMISED,
        GIVEN
    }

    /** Who answers for support records that it was promised, or given without a promise. */
    record Support(
            @TargetAggregateIdentifier SupportActivityId id,
            LocalDate effectiveOn,
            Recorded as,
            SupportKind kind,
            OrganisationId giver,
            List<OrganisationId> recipients,
            Extent extent,
            @Nullable Unit unit,
            @Nullable Boolean perYear,
            @Nullable Name partner,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements SupportActivityCommand {
        @Override
        public SupportActivityEvent event() {
            boolean yearly = Boolean.TRUE.equals(perYear);
            boolean made = Boolean.TRUE.equals(illustrative);
            return switch (Bounded.required("as", as)) {
                case PROMISED -> new SupportActivityEvent.Promised(
                        effectiveOn, kind, giver, recipients, extent, unit, yearly, partner, bases, made);
                case GIVEN -> new SupportActivityEvent.Given(
                        effectiveOn, kind, giver, recipients, extent, unit, yearly, partner, bases, made);
            };
        }
    }

    /** Some or all of what was promised was given. */
    record KeepPromise(@TargetAggregateIdentifier SupportActivityId id, LocalDate effectiveOn, Extent extent)
            implements SupportActivityCommand {
        @Override
        public SupportActivityEvent.PromiseKept event() {
            return new SupportActivityEvent.PromiseKept(effectiveOn, extent);
        }
    }

    /** What was promised will not be given. */
    record WithdrawPromise(@TargetAggregateIdentifier SupportActivityId id, LocalDate effectiveOn, Reason reason)
            implements SupportActivityCommand {
        @Override
        public SupportActivityEvent.PromiseWithdrawn event() {
            return new SupportActivityEvent.PromiseWithdrawn(effectiveOn, reason);
        }
    }
}
