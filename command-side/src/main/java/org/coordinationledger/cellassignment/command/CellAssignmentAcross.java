package org.coordinationledger.cellassignment.command;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** Rules of cell assignments that look at other records. */
public sealed interface CellAssignmentAcross extends Rejection {

    /** The member sits in a cell by another assignment for some of that time. */
    record MemberAlreadyAssigned(@Given String member, String assignment) implements CellAssignmentAcross {}

    /** The member left service or the Party by then. */
    record MemberNotAvailable(@Given String member, @Nullable LocalDate leftService, @Nullable LocalDate leftParty)
            implements CellAssignmentAcross {}

    /** A post sends its own members only. */
    record MemberOfAnotherPost(@Given String member, String home) implements CellAssignmentAcross {}

    /** The cell does not stand under the commune committee that receives the member. */
    record CellOfAnotherCommune(@Given String cell, String commune) implements CellAssignmentAcross {}

    /** A replacement is another assignment from the same post to the same commune. */
    record NotAReplacement(@Given String assignment) implements CellAssignmentAcross {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
