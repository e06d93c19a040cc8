package org.coordinationledger.review.event;

import java.time.LocalDate;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a review asks somebody to do.
 *
 * @param key its name within the review
 * @param who the organisation that has to do it
 * @param dueOn the last day on which it is in time, or null where none is set
 */
public record FollowUp(PartKey key, Subject what, OrganisationId who, @Nullable LocalDate dueOn) {

    public FollowUp {
        Bounded.required("key", key);
        Bounded.required("what", what);
        Bounded.required("who", who);
        if (dueOn != null) {
            Dates.plausible("dueOn", dueOn);
        }
    }
}
