package org.coordinationledger.handover.command;

import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.handover.event.HandoverState;

/** Declares the commands about a handover to the command side. */
public final class HandoverFeature {

    private HandoverFeature() {}

    public static CommandFeature declared() {
        return new CommandFeature(HandoverState.TYPE, Handover::new, HandoverCommand.Decide.class, Map.of());
    }
}
