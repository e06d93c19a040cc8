package org.coordinationledger.briefing.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;

/** Declares the commands about a briefing to the command side. */
public final class BriefingFeature {

    private BriefingFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("revise", BriefingCommand.Revise.class);
        steps.put("submit", BriefingCommand.Submit.class);
        steps.put("pass", BriefingCommand.Pass.class);
        steps.put("return", BriefingCommand.Return.class);
        steps.put("reject", BriefingCommand.Reject.class);
        steps.put("deliver", BriefingCommand.Deliver.class);
        steps.put("withdraw", BriefingCommand.Withdraw.class);
        return new CommandFeature(BriefingState.TYPE, Briefing::new, BriefingCommand.Draft.class, steps);
    }
}
