package org.coordinationledger.command.record;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Refusals to pass a record on that come from looking at organisations and other records. */
public sealed interface SuccessorRejection extends Rejection {

    /** Only what a dissolved organisation leaves passes on. */
    record StillStands(@Given String organisation, LocalDate on) implements SuccessorRejection, WhateverIsSaid {}

    /** The organisation acted for is neither a successor nor above one, nor was it above the dissolved organisation. */
    record NotToDecide(String organisation, List<String> successors) implements SuccessorRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The dissolved organisation has successors that stand, and this is none of them. */
    record NotASuccessor(@Given String organisation, String dissolved, List<String> successors)
            implements SuccessorRejection {}

    /** An organisation of this kind cannot have the place of the dissolved one. */
    record CannotHaveItsPlace(@Given String organisation, String organisationKind, String dissolvedKind)
            implements SuccessorRejection {}

    /** Only a record of the same type takes the place of another. */
    record ReplacedByAnotherKind(@Given String resource, String expected) implements SuccessorRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    @OfField("by")
    record ReplacedByItself() implements SuccessorRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
