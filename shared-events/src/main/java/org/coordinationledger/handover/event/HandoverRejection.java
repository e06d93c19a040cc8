package org.coordinationledger.handover.event;

import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Refusals that come from a handover itself. */
public sealed interface HandoverRejection extends Rejection {

    /** A record stands twice in the list. */
    record RecordNamedTwice(String resource, @Given String id) implements HandoverRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** What is said about a record does not go together with what becomes of it. */
    record OutcomeDoesNotFit(int item, String outcome) implements HandoverRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The list has no such record. */
    record UnknownItem(int item, int items) implements HandoverRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** What became of a record is recorded once. */
    record AlreadySettled(int item) implements HandoverRejection {}

    /** Settled for the organisation that decided, and not before the decision took effect. */
    record NotYourStep(List<String> organisations) implements HandoverRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
