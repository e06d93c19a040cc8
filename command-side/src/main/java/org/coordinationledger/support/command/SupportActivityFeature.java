package org.coordinationledger.support.command;

import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.support.event.SupportActivityState;

/** Declares the commands about a support activity to the command side. */
public final class SupportActivityFeature {

    private SupportActivityFeature() {}

    public static CommandFeature declared() {
        return new CommandFeature(
                SupportActivityState.TYPE,
                SupportActivity::new,
                SupportActivityCommand.Support.class,
                Map.of(
                        "keep-promise", SupportActivityCommand.KeepPromise.class,
                        "withdraw-promise", SupportActivityCommand.WithdrawPromise.class));
    }
}
