package org.coordinationledger.training.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.training.event.TrainingCourseState;

/** Declares the commands about a training course to the command side. */
public final class TrainingCourseFeature {

    private TrainingCourseFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("hold", TrainingCourseCommand.Hold.class);
        steps.put("cancel", TrainingCourseCommand.Cancel.class);
        return new CommandFeature(
                TrainingCourseState.TYPE, TrainingCourse::new, TrainingCourseCommand.Schedule.class, steps);
    }
}
