package org.coordinationledger.cellassignment.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Rejection;

/** Rules of one cell assignment. */
public sealed interface CellAssignmentRejection extends Rejection {

    /** The step needs another before it, or comes too late. */
    record StepOutOfOrder(String stage, List<String> needs) implements CellAssignmentRejection {}

    /** Nothing follows the end. */
    record AlreadyOver(String stage, LocalDate since) implements CellAssignmentRejection {}

    /** The step is the act of another organisation. */
    record NotYourStep(List<String> organisations) implements CellAssignmentRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Who selects does not introduce. */
    record SelectedByTheSamePerson() implements CellAssignmentRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Introducing is an act of the post's party committee. */
    record IntroducedByAnotherBody(String body) implements CellAssignmentRejection {}

    /** The letter names cells, and this is none of them. */
    record CellNotInLetter(String cell, List<String> cells) implements CellAssignmentRejection {}

    /** A letter dated after the introduction took effect. */
    record LetterAfterIntroduction(LocalDate letterDate, LocalDate effectiveOn) implements CellAssignmentRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** One comment for a period. */
    record AlreadyCommented(String period) implements CellAssignmentRejection {}

    /** The period lies wholly before the member had the seat, or after the day of the comment. */
    record PeriodOutsideAssignment(String period, LocalDate assignedOn) implements CellAssignmentRejection {}

    /** There is no comment for this period to take note of, or it was noted before. */
    record NoCommentToNote(String period) implements CellAssignmentRejection {}

    record AttendanceAlreadyConfirmed(LocalDate since) implements CellAssignmentRejection {}
}
