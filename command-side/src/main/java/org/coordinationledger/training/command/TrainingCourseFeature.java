package org.coordinationledger.training.command;

import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.training.event.TrainingCourseState;

/** Declares the commands about a training course to the command side. */
public final class TrainingCourseFeature {

    private TrainingCourseFeature() {}

    public static CommandFeature declared() {
        return new CommandFeature(
                TrainingCourseState.TYPE,
                TrainingCourse::new,
                TrainingCourseCommand.Schedule.class,
                Map.of("hold", TrainingCourseCommand.Hold.class, "cancel", TrainingCourseCommand.Cancel.class));
    }
}
