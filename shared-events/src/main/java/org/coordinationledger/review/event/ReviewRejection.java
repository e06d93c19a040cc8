package org.coordinationledger.review.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Rejection;

/** Rules of one review. */
public sealed interface ReviewRejection extends Rejection {

    /** The step is the act of another organisation. */
    record NotYourStep(List<String> organisations) implements ReviewRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Agreements, basis documents and programmes are reviewed, and nothing else. */
    record NotReviewable(String resource, List<String> reviewable) implements ReviewRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record LastDayBeforeFirst(LocalDate firstDay, LocalDate lastDay) implements ReviewRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Figures are frozen before the assessment that rests on them, and a review is assessed once. */
    record AlreadyAssessed(LocalDate since) implements ReviewRejection {}

    /** Follow-ups are directed after the assessment. */
    record NotYetAssessed() implements ReviewRejection {}

    /** Two follow-ups of one review under the same key. */
    record FollowUpNamedTwice(String followUp) implements ReviewRejection {}

    record UnknownFollowUp(String followUp, List<String> followUps) implements ReviewRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record FollowUpAlreadyDone(String followUp, LocalDate since) implements ReviewRejection {}

    /** Nobody goes on with the review. */
    record HasLapsed(LocalDate since) implements ReviewRejection {}
}
