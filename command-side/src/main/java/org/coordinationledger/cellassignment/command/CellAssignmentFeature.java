package org.coordinationledger.cellassignment.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.cellassignment.event.CellAssignmentState;

/** Declares the commands about a cell assignment to the command side. */
public final class CellAssignmentFeature {

    private CellAssignmentFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("agree", CellAssignmentCommand.Agree.class);
        steps.put("introduce", CellAssignmentCommand.Introduce.class);
        steps.put("receive", CellAssignmentCommand.Receive.class);
        steps.put("request-replacement", CellAssignmentCommand.RequestReplacement.class);
        steps.put("assign", CellAssignmentCommand.Assign.class);
        steps.put("confirm-attendance", CellAssignmentCommand.ConfirmAttendance.class);
        steps.put("comment", CellAssignmentCommand.Comment.class);
        steps.put("note-comment", CellAssignmentCommand.NoteComment.class);
        steps.put("suspend", CellAssignmentCommand.Suspend.class);
        steps.put("resume", CellAssignmentCommand.Resume.class);
        steps.put("replace", CellAssignmentCommand.Replace.class);
        steps.put("end", CellAssignmentCommand.End.class);
        return new CommandFeature(CellAssignmentState.TYPE, CellAssignment::new, CellAssignmentCommand.Select.class, steps);
    }
}
