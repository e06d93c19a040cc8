package org.coordinationledger.householdassignment.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What a household assignment is on a day.
 *
 * @param cell stands for the hamlet
 * @param stageSince the first day of the stage
 * @param households of which the member is in charge, in the order in which they were added
 * @param visits how often a household was visited; two households visited on one day are two visits
 * @param visitedOn the day of the last visit, if there was one
 */
public record HouseholdAssignmentState(
        MemberId member,
        OrganisationId post,
        OrganisationId commune,
        OrganisationId cell,
        HouseholdStage stage,
        LocalDate stageSince,
        List<HouseholdCode> households,
        long visits,
        @Nullable LocalDate visitedOn,
        boolean illustrative) {

    public static final RecordType<HouseholdAssignmentEvent, HouseholdAssignmentState> TYPE = new RecordType<>(
            "HouseholdAssignment",
            "household-assignments",
            HouseholdAssignmentEvent.class,
            new HouseholdAssignmentEvolution());

    /** Whether the member is in charge of a household at least. */
    public boolean open() {
        return !households.isEmpty();
    }

    HouseholdAssignmentState in(HouseholdStage next, LocalDate since, List<HouseholdCode> inCharge) {
        return new HouseholdAssignmentState(
                member, post, commune, cell, next, since, inCharge, visits, visitedOn, illustrative);
    }

    HouseholdAssignmentState between(OrganisationId home, OrganisationId host, OrganisationId hamlet) {
        return new HouseholdAssignmentState(
                member, home, host, hamlet, stage, stageSince, households, visits, visitedOn, illustrative);
    }

    HouseholdAssignmentState inChargeOf(List<HouseholdCode> inCharge) {
        return in(stage, stageSince, inCharge);
    }

    HouseholdAssignmentState visited(int more, LocalDate on) {
        return new HouseholdAssignmentState(
                member, post, commune, cell, stage, stageSince, households, visits + more, on, illustrative);
    }
}
