package org.coordinationledger.cellassignment.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one cell assignment. */
public sealed interface CellAssignmentRejection extends Rejection {

    /** The step needs another before it, or comes too late. */
    record StepOutOfOrder(String stage, List<String> needs) implements CellAssignmentRejection, WhateverIsSaid {}

    /** Nothing follows the end. */
    record AlreadyOver(String stage, LocalDate since) implements CellAssignmentRejection, WhateverIsSaid {}

    /** The step is the act of another organisation. */
    record NotYourStep(List<String> organisations) implements CellAssignmentRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Who selects does not introduce. */
    record SelectedByTheSamePerson() implements CellAssignmentRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Introducing is an act of the post's party committee. */
    record IntroducedByAnotherBody(@Given String body) implements CellAssignmentRejection {}

    /** The letter names cells, and this is none of them. */
    record CellNotInLetter(@Given String cell, List<String> cells) implements CellAssignmentRejection {}

    /** A letter dated after the introduction took effect. */
    record LetterAfterIntroduction(@Given LocalDate letterDate, LocalDate effectiveOn)
            implements CellAssignmentRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** One comment for a period. */
    record AlreadyCommented(@Given String period) implements CellAssignmentRejection {}

    /** The period lies wholly before the member had the seat, or after the day of the comment. */
    record PeriodOutsideAssignment(@Given String period, LocalDate assignedOn) implements CellAssignmentRejection {}

    /** There is no comment for this period to take note of, or it was noted before. */
    record NoCommentToNote(@Given String period) implements CellAssignmentRejection, WhateverIsSaid {}

    record AttendanceAlreadyConfirmed(LocalDate since) implements CellAssignmentRejection, WhateverIsSaid {}
}
