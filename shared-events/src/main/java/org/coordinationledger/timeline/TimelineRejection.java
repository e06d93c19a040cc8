package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Refusals that are the same for every feature. */
public sealed interface TimelineRejection extends Rejection {

    /** A step that follows in effective time and would no longer be legal. */
    record LaterStep(long sequence, String event, LocalDate effectiveOn, String because) {}

    /** The step takes effect before the record's first step does, or the record does not exist. */
    record NotYetBegun(@Given LocalDate effectiveOn) implements TimelineRejection, WhateverIsSaid {}

    /** A second first step. */
    record AlreadyBegun() implements TimelineRejection, WhateverIsSaid {}

    /** In its place the step is legal, but steps that follow it would no longer be. */
    record BreaksLaterSteps(List<LaterStep> laterSteps) implements TimelineRejection {}

    /** The record has no step with this sequence. */
    record UnknownStep(@Given long sequence) implements TimelineRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The step has been voided before. */
    record AlreadyVoided(@Given long sequence, long voidedBy) implements TimelineRejection, WhateverIsSaid {}

    /** The step has been corrected before: only the latest correction can be amended. */
    record AlreadyCorrected(@Given long sequence, long head) implements TimelineRejection, WhateverIsSaid {}

    /** Approvals and signatures are never corrected; they can be voided by the organisation that gave them. */
    record ApprovalNotCorrectable(@Given long sequence) implements TimelineRejection, WhateverIsSaid {}

    /** A voiding cannot be corrected; it can be voided. */
    record VoidingNotCorrectable(@Given long sequence) implements TimelineRejection, WhateverIsSaid {}

    /** A replacement must be of the same event type as what it replaces. */
    record OtherEventType(@Given long sequence) implements TimelineRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The record would rest on more documents than a record may. */
    record TooManyBases(int most) implements TimelineRejection {}

    /** The record would bear more numbered documents than a record may. */
    record TooManyPapers(int most) implements TimelineRejection {}

    /** A step is amended only by the organisation that it was recorded for. */
    record NotItsOrganisation(@Given long sequence, String organisation) implements TimelineRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
