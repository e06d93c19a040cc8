package org.coordinationledger.review.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one review. */
public sealed interface ReviewRejection extends Rejection {

    /** The step is the act of another organisation. */
    record NotYourStep(List<String> organisations) implements ReviewRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Agreements, basis documents and programmes are reviewed, and nothing else. */
    record NotReviewable(@Given String resource, List<String> reviewable) implements ReviewRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record LastDayBeforeFirst(LocalDate firstDay, @Given LocalDate lastDay) implements ReviewRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Figures are frozen before the assessment that rests on them, and a review is assessed once. */
    record AlreadyAssessed(LocalDate since) implements ReviewRejection, WhateverIsSaid {}

    /** Follow-ups are directed after the assessment. */
    record NotYetAssessed() implements ReviewRejection, WhateverIsSaid {}

    /** Two follow-ups of one review under the same key. */
    record FollowUpNamedTwice(@Given String followUp) implements ReviewRejection {}

    record UnknownFollowUp(@Given String followUp, List<String> followUps) implements ReviewRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record FollowUpAlreadyDone(@Given String followUp, LocalDate since) implements ReviewRejection, WhateverIsSaid {}

    /** Nobody goes on with the review. */
    record HasLapsed(LocalDate since) implements ReviewRejection, WhateverIsSaid {}
}
