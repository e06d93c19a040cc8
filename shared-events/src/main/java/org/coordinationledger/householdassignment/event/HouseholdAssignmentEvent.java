package org.coordinationledger.householdassignment.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.HouseholdAssignmentId;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a member's charge of households in one hamlet, which is its cell. The commune committee or the post
 * records that they agreed; every later step is the post's. Households are codes: nothing is said about the people.
 */
public sealed interface HouseholdAssignmentEvent extends RecordEvent {

    /** At most so many households in one step that changes who is in charge, since each holds a key. */
    int MOST_IN_ONE_STEP = 40;

    /** At most so many households in one step that hands them over, since each holds a key for both members. */
    int MOST_HANDED_OVER = 30;

    /** At most so many households in the charge of one member in one hamlet, and in one round of visits. */
    int MOST_IN_CHARGE = 50;

    /** Post and commune agreed on the member and the hamlet. */
    record Agreed(
            LocalDate effectiveOn,
            MemberId member,
            OrganisationId post,
            OrganisationId commune,
            OrganisationId cell,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements HouseholdAssignmentEvent {
        public Agreed {
            Bounded.required("member", member);
            Bounded.required("post", post);
            Bounded.required("commune", commune);
            Bounded.required("cell", cell);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** The post put the member in charge of households. */
    record Assigned(LocalDate effectiveOn, List<HouseholdCode> households, List<BasisDocumentId> bases)
            implements HouseholdAssignmentEvent {
        public Assigned {
            households = some(households, MOST_IN_ONE_STEP);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The post put the member in charge of further households. */
    record HouseholdsAdded(LocalDate effectiveOn, List<HouseholdCode> households) implements HouseholdAssignmentEvent {
        public HouseholdsAdded {
            households = some(households, MOST_IN_ONE_STEP);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** From this day on the member is no longer in charge of these households. */
    record HouseholdsReleased(LocalDate effectiveOn, List<HouseholdCode> households, Reason reason)
            implements HouseholdAssignmentEvent {
        public HouseholdsReleased {
            households = some(households, MOST_IN_ONE_STEP);
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The member visited households on this day. */
    record VisitRecorded(LocalDate effectiveOn, List<HouseholdCode> households) implements HouseholdAssignmentEvent {
        public VisitRecorded {
            households = some(households, MOST_IN_CHARGE);
        }
    }

    /**
     * From this day on these households are no longer in the member's charge, but in another member's.
     *
     * @param to the other's assignment, of the same hamlet and post, which takes them over in the same commit
     */
    record HandedOver(LocalDate effectiveOn, HouseholdAssignmentId to, List<HouseholdCode> households)
            implements HouseholdAssignmentEvent {
        public HandedOver {
            Bounded.required("to", to);
            households = some(households, MOST_HANDED_OVER);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /**
     * From this day on the member is in charge of households that another was in charge of before. Comes about by the
     * other's step and in its commit; it is corrected and voided there, never by itself.
     *
     * @param from the other's assignment
     * @param step the sequence of the other's step in that record
     */
    record TakenOver(
            LocalDate effectiveOn, HouseholdAssignmentId from, long step, List<HouseholdCode> households)
            implements HouseholdAssignmentEvent {
        public TakenOver {
            Bounded.required("from", from);
            households = some(households, MOST_HANDED_OVER);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The assignment is over from this day on, for all households that are left. */
    record Ended(LocalDate effectiveOn, Reason reason) implements HouseholdAssignmentEvent {
        public Ended {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    private static List<HouseholdCode> some(@Nullable List<HouseholdCode> households, int most) {
        List<HouseholdCode> bounded = Bounded.list("households", households, most);
        if (bounded.isEmpty()) {
            throw ValueRejection.thrown(new ValueRejection.Missing("households"));
        }
        return bounded;
    }
}
