package org.coordinationledger.review.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.review.event.ReviewState;

/** Declares the commands about a review to the command side. */
public final class ReviewFeature {

    private ReviewFeature() {}

    public static CommandFeature declared() {
        Map<String, Class<? extends RecordCommand>> steps = new LinkedHashMap<>();
        steps.put("record-attendance", ReviewCommand.RecordAttendance.class);
        steps.put("freeze-figures", ReviewCommand.FreezeFigures.class);
        steps.put("assess", ReviewCommand.Assess.class);
        steps.put("direct", ReviewCommand.Direct.class);
        steps.put("follow-up-done", ReviewCommand.FinishFollowUp.class);
        return new CommandFeature(ReviewState.TYPE, Review::new, ReviewCommand.Convene.class, steps);
    }
}
