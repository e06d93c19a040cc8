package org.coordinationledger.outreach.command;

import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.outreach.event.OutreachSessionState;

/** Declares the commands about an outreach session to the command side. */
public final class OutreachSessionFeature {

    private OutreachSessionFeature() {}

    public static CommandFeature declared() {
        return new CommandFeature(
                OutreachSessionState.TYPE, OutreachSession::new, OutreachSessionCommand.Hold.class, Map.of());
    }
}
