package org.coordinationledger.mandate.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.mandate.event.MandateState;

/** Declares the commands about a mandate to the command side. */
public final class MandateFeature {

    private MandateFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("extend", MandateCommand.Extend.class);
        steps.put("revoke", MandateCommand.Revoke.class);
        return new CommandFeature(MandateState.TYPE, Mandate::new, MandateCommand.Grant.class, steps);
    }
}
