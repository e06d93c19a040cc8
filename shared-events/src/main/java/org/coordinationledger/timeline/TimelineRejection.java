package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Rejection;

/** Refusals that are the same for every feature. */
public sealed interface TimelineRejection extends Rejection {

    /** A step that follows in effective time and would no longer be legal. */
    record LaterStep(long sequence, String event, LocalDate effectiveOn, String because) {}

    /** The step takes effect before the record's first step does, or the record does not exist. */
    record NotYetBegun(LocalDate effectiveOn) implements TimelineRejection {}

    /** A second first step. */
    record AlreadyBegun() implements TimelineRejection {}

    /** In its place the step is legal, but steps that follow it would no longer be. */
    record BreaksLaterSteps(List<LaterStep> laterSteps) implements TimelineRejection {}

    /** The record has no step with this sequence. */
    record UnknownStep(long sequence) implements TimelineRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The step has been voided before. */
    record AlreadyVoided(long sequence, long voidedBy) implements TimelineRejection {}

    /** The step has been corrected before: only the latest correction can be amended. */
    record AlreadyCorrected(long sequence, long head) implements TimelineRejection {}

    /** Approvals and signatures are never corrected; they can be voided by the organisation that gave them. */
    record ApprovalNotCorrectable(long sequence) implements TimelineRejection {}

    /** A voiding cannot be corrected; it can be voided. */
    record VoidingNotCorrectable(long sequence) implements TimelineRejection {}

    /** A replacement must be of the same event type as what it replaces. */
    record OtherEventType(long sequence) implements TimelineRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The record would rest on more documents than a record may. */
    record TooManyBases(int most) implements TimelineRejection {}

    /** A step is amended only by the organisation that it was recorded for. */
    record NotItsOrganisation(long sequence, String organisation) implements TimelineRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
