package org.coordinationledger.support.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.support.event.SupportActivityState;

/** Declares the commands about a support activity to the command side. */
public final class SupportActivityFeature {

    private SupportActivityFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("keep-promise", SupportActivityCommand.KeepPromise.class);
        steps.put("withdraw-promise", SupportActivityCommand.WithdrawPromise.class);
        return new CommandFeature(
                SupportActivityState.TYPE, SupportActivity::new, SupportActivityCommand.Support.class, steps);
    }
}
