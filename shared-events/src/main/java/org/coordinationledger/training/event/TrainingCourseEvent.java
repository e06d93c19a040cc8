package org.coordinationledger.training.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;

/** What can happen to a training course. */
public sealed interface TrainingCourseEvent extends RecordEvent {

    /** At most this many organisations run a course together. */
    int MOST_ORGANISERS = 8;

    /** Participants of a course come from no more organisations than this. */
    int MOST_SENDING = 64;

    /**
     * A course was scheduled.
     *
     * @param effectiveOn the day on which it was decided
     * @param organisers who run it; at least one
     * @param firstDay its first day as planned
     * @param lastDay its last day as planned
     * @param illustrative true where the sources do not state it
     */
    record Scheduled(
            LocalDate effectiveOn,
            Subject subject,
            List<OrganisationId> organisers,
            LocalDate firstDay,
            LocalDate lastDay,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements TrainingCourseEvent {
        public Scheduled {
            Bounded.required("subject", subject);
            organisers = Bounded.some("organisers", organisers, MOST_ORGANISERS);
            Dates.plausible("firstDay", firstDay);
            Dates.plausible("lastDay", lastDay);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /**
     * It was held.
     *
     * @param effectiveOn its last day
     * @param firstDay its first day
     * @param participants by organisation; at least one
     */
    record Held(LocalDate effectiveOn, LocalDate firstDay, List<Participants> participants)
            implements TrainingCourseEvent {
        public Held {
            Dates.plausible("firstDay", firstDay);
            participants = Bounded.some("participants", participants, MOST_SENDING);
        }
    }

    /** It is not held. */
    record Cancelled(LocalDate effectiveOn, Reason reason) implements TrainingCourseEvent {
        public Cancelled {
            Bounded.required("reason", reason);
        }
    }
}
