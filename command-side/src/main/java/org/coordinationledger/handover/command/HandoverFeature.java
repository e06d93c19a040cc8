package org.coordinationledger.handover.command;

import java.util.List;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.FollowUp;
import org.coordinationledger.command.record.PassOn;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverState;

/** Declares the commands about a handover to the command side. */
public final class HandoverFeature {

    private HandoverFeature() {}

    public static CommandFeature declared() {
        return new CommandFeature(
                HandoverState.TYPE, Handover::new, HandoverCommand.Decide.class, Map.of(),
                command -> command instanceof HandoverCommand.Decide decide ? passingOn(decide.event()) : List.of());
    }

    /** What each record of a list is asked, in the order of the list. */
    static List<FollowUp> passingOn(HandoverEvent.Decided decided) {
        return decided.items().stream()
                .map(item -> new FollowUp(
                        item.record(),
                        PassOn.of(
                                item.record().id(),
                                item.succession(decided.effectiveOn(), decided.from(), decided.bases()))))
                .toList();
    }
}
