package org.coordinationledger.handover.event;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coordinationledger.handover.event.HandoverEvent.Decided;
import org.coordinationledger.handover.event.HandoverEvent.Settled;
import org.coordinationledger.handover.event.HandoverRejection.AlreadySettled;
import org.coordinationledger.handover.event.HandoverRejection.NotYourStep;
import org.coordinationledger.handover.event.HandoverRejection.OutcomeDoesNotFit;
import org.coordinationledger.handover.event.HandoverRejection.RecordNamedTwice;
import org.coordinationledger.handover.event.HandoverRejection.UnknownItem;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;

/**
 * What a handover is on a day.
 *
 * @param from the dissolved organisation
 * @param decidedBy the organisation that decided
 * @param items in the order of the decision
 * @param settlements what became of them so far, by their numbers
 */
public record HandoverState(
        OrganisationId from,
        OrganisationId decidedBy,
        List<HandoverItem> items,
        SortedMap<Integer, Settlement> settlements,
        boolean illustrative) {

    public static final RecordType<HandoverEvent, HandoverState> TYPE =
            new RecordType<>("Handover", "handovers", HandoverEvent.class, new Evolution());

    /** Whether some records have neither passed on nor been refused. */
    public boolean open() {
        return settlements.size() < items.size();
    }

    /** How many records passed on. */
    public long passedOn() {
        return settlements.values().stream().filter(s -> s.position() != null).count();
    }

    /** How many records were refused to pass on, and stay as they are. */
    public long refused() {
        return settlements.size() - passedOn();
    }

    private static final class Evolution implements Fold<HandoverEvent, HandoverState> {

        @Override
        public HandoverState begin(Step<HandoverEvent> step) {
            if (!(step.event() instanceof Decided e)) {
                throw new RejectedException(
                        new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
            }
            Set<RecordReference> named = new HashSet<>();
            for (int i = 0; i < e.items().size(); i++) {
                HandoverItem item = e.items().get(i);
                if (!named.add(item.record())) {
                    throw new RejectedException(new RecordNamedTwice(
                            item.record().resource(), item.record().id()));
                }
                if (item.saysTooMuch()) {
                    throw new RejectedException(new OutcomeDoesNotFit(i, item.outcome().name()));
                }
            }
            return new HandoverState(
                    e.from(), step.actor().organisation(), e.items(), Collections.emptySortedMap(), e.illustrative());
        }

        @Override
        public HandoverState evolve(HandoverState state, Step<HandoverEvent> step) {
            if (!(step.event() instanceof Settled e)) {
                throw new RejectedException(new TimelineRejection.AlreadyBegun());
            }
            if (!step.actor().organisation().equals(state.decidedBy())) {
                throw new RejectedException(
                        new NotYourStep(List.of(state.decidedBy().value())));
            }
            SortedMap<Integer, Settlement> settled = new TreeMap<>(state.settlements());
            for (Settlement settlement : e.settlements()) {
                int item = settlement.item();
                if (item < 0 || item >= state.items().size()) {
                    throw new RejectedException(
                            new UnknownItem(item, state.items().size()));
                }
                if (settled.put(item, settlement) != null) {
                    throw new RejectedException(new AlreadySettled(item));
                }
            }
            return new HandoverState(
                    state.from(), state.decidedBy(), state.items(), Collections.unmodifiableSortedMap(settled),
                    state.illustrative());
        }

        /** A handover is carried through by the service for who decided, also when they are dissolved meanwhile. */
        @Override
        public boolean unfinished(HandoverState state) {
            return false;
        }
    }
}
