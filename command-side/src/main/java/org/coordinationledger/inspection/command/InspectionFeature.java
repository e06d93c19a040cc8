package org.coordinationledger.inspection.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.inspection.event.InspectionState;

/** Declares the commands about an inspection to the command side. */
public final class InspectionFeature {

    private InspectionFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("self-report", InspectionCommand.SelfReport.class);
        steps.put("find", InspectionCommand.Find.class);
        steps.put("hear", InspectionCommand.Hear.class);
        steps.put("conclude", InspectionCommand.Conclude.class);
        steps.put("require-remedy", InspectionCommand.RequireRemedy.class);
        steps.put("report-remedy", InspectionCommand.ReportRemedy.class);
        steps.put("accept-remedy", InspectionCommand.AcceptRemedy.class);
        steps.put("refuse-remedy", InspectionCommand.RefuseRemedy.class);
        steps.put("remind", InspectionCommand.Remind.class);
        steps.put("close", InspectionCommand.Close.class);
        return new CommandFeature(InspectionState.TYPE, Inspection::new, InspectionCommand.Decide.class, steps);
    }
}
