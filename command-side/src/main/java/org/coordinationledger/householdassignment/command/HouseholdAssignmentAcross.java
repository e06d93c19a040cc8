package org.coordinationledger.householdassignment.command;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** Rules of household assignments that look at other records. */
public sealed interface HouseholdAssignmentAcross extends Rejection {

    /** A household has one member in charge at a time; that is another for some of that time. */
    record HouseholdTaken(@Given String household, String cell, String assignment)
            implements HouseholdAssignmentAcross {}

    /** The member left service or the Party by then. */
    record MemberNotAvailable(@Given String member, @Nullable LocalDate leftService, @Nullable LocalDate leftParty)
            implements HouseholdAssignmentAcross {}

    /** A post puts its own members in charge only. */
    record MemberOfAnotherPost(@Given String member, String home) implements HouseholdAssignmentAcross {}

    /** The hamlet's cell does not stand under the commune committee that agrees. */
    record CellOfAnotherCommune(@Given String cell, String commune) implements HouseholdAssignmentAcross {}

    /** Households are handed over to another assignment of the same hamlet and post that is not over. */
    record NotAReceiver(@Given String assignment) implements HouseholdAssignmentAcross {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
