package org.coordinationledger.handover.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverItem;
import org.coordinationledger.handover.event.Settlement;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.HandoverId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can be asked of a handover. The components mean what they mean in the events. */
public sealed interface HandoverCommand extends RecordCommand {

    /** A successor, or somebody above one, decides what becomes of records that a dissolved organisation left. */
    record Decide(
            @TargetAggregateIdentifier HandoverId id,
            LocalDate effectiveOn,
            OrganisationId from,
            List<HandoverItem> items,
            @Nullable Reason reason,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements HandoverCommand {
        @Override
        public HandoverEvent.Decided event() {
            return new HandoverEvent.Decided(
                    effectiveOn, from, items, reason, bases, Boolean.TRUE.equals(illustrative));
        }
    }

    /** The service records what became of some of the records. */
    record Settle(@TargetAggregateIdentifier HandoverId id, LocalDate effectiveOn, List<Settlement> settlements)
            implements HandoverCommand {
        @Override
        public HandoverEvent.Settled event() {
            return new HandoverEvent.Settled(effectiveOn, settlements);
        }
    }
}
