package org.coordinationledger.training.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.training.event.Participants;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TrainingCourseId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a training course. The components mean what they mean in the events. */
public sealed interface TrainingCourseCommand extends RecordCommand {

    /** One of those who run a course schedules it. */
    record Schedule(
            @TargetAggregateIdentifier TrainingCourseId id,
            LocalDate effectiveOn,
            Subject subject,
            List<OrganisationId> organisers,
            LocalDate firstDay,
            LocalDate lastDay,
            List<BasisDocumentId> bases,
            @Nullable Boolean illustrative)
            implements TrainingCourseCommand {
        @Override
        public TrainingCourseEvent.Scheduled event() {
            return new TrainingCourseEvent.Scheduled(
                    effectiveOn, subject, organisers, firstDay, lastDay, bases, Boolean.TRUE.equals(illustrative));
        }
    }

    /** It was held. */
    record Hold(
            @TargetAggregateIdentifier TrainingCourseId id,
            LocalDate effectiveOn,
            LocalDate firstDay,
            List<Participants> participants)
            implements TrainingCourseCommand {
        @Override
        public TrainingCourseEvent.Held event() {
            return new TrainingCourseEvent.Held(effectiveOn, firstDay, participants);
        }
    }

    /** It is not held. */
    record Cancel(@TargetAggregateIdentifier TrainingCourseId id, LocalDate effectiveOn, Reason reason)
            implements TrainingCourseCommand {
        @Override
        public TrainingCourseEvent.Cancelled event() {
            return new TrainingCourseEvent.Cancelled(effectiveOn, reason);
        }
    }
}
