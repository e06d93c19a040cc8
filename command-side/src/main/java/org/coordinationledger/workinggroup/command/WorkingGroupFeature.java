package org.coordinationledger.workinggroup.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.workinggroup.event.WorkingGroupState;

/** Declares the commands about a working group to the command side. */
public final class WorkingGroupFeature {

    private WorkingGroupFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("attach-post", WorkingGroupCommand.AttachPost.class);
        steps.put("assign-villages", WorkingGroupCommand.AssignVillages.class);
        steps.put("release-villages", WorkingGroupCommand.ReleaseVillages.class);
        steps.put("detach-post", WorkingGroupCommand.DetachPost.class);
        steps.put("dissolve", WorkingGroupCommand.Dissolve.class);
        return new CommandFeature(
                WorkingGroupState.TYPE, WorkingGroup::new, WorkingGroupCommand.Establish.class, steps);
    }
}
