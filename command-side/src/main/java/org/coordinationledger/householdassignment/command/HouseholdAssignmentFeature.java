package org.coordinationledger.householdassignment.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;

/** Declares the commands about a household assignment to the command side. */
public final class HouseholdAssignmentFeature {

    private HouseholdAssignmentFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("assign", HouseholdAssignmentCommand.Assign.class);
        steps.put("add-households", HouseholdAssignmentCommand.AddHouseholds.class);
        steps.put("release-households", HouseholdAssignmentCommand.ReleaseHouseholds.class);
        steps.put("record-visit", HouseholdAssignmentCommand.RecordVisit.class);
        steps.put("hand-over", HouseholdAssignmentCommand.HandOver.class);
        steps.put("end", HouseholdAssignmentCommand.End.class);
        return new CommandFeature(
                HouseholdAssignmentState.TYPE,
                HouseholdAssignment::new,
                HouseholdAssignmentCommand.Agree.class,
                steps);
    }
}
