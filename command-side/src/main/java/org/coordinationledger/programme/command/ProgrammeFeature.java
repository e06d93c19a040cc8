package org.coordinationledger.programme.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.programme.event.ProgrammeState;

/** Declares the commands about a programme to the command side. */
public final class ProgrammeFeature {

    private ProgrammeFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("report-progress", ProgrammeCommand.ReportProgress.class);
        steps.put("adjust-target", ProgrammeCommand.AdjustTarget.class);
        steps.put("close", ProgrammeCommand.Close.class);
        return new CommandFeature(ProgrammeState.TYPE, Programme::new, ProgrammeCommand.Adopt.class, steps);
    }
}
