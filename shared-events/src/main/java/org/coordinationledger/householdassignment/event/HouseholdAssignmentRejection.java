package org.coordinationledger.householdassignment.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one household assignment. */
public sealed interface HouseholdAssignmentRejection extends Rejection {

    /** The step needs another before it, or comes too late. */
    record StepOutOfOrder(String stage, List<String> needs) implements HouseholdAssignmentRejection, WhateverIsSaid {}

    /** Nothing follows the end. */
    record AlreadyOver(LocalDate since) implements HouseholdAssignmentRejection, WhateverIsSaid {}

    /** The step is the act of another organisation. */
    record NotYourStep(List<String> organisations) implements HouseholdAssignmentRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** A household stands twice in the list of a step. */
    record NamedTwice(@Given String household) implements HouseholdAssignmentRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The member is in charge of the household by this assignment on that day. */
    record AlreadyInCharge(@Given String household) implements HouseholdAssignmentRejection {}

    /** The member is not in charge of the household on that day. */
    record NotInCharge(@Given String household) implements HouseholdAssignmentRejection {}

    /** One member looks after so many households of a hamlet and no more. */
    @OfField("households")
    record TooManyHouseholds(int count, int most) implements HouseholdAssignmentRejection {}
}
