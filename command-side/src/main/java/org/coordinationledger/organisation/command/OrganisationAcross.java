package org.coordinationledger.organisation.command;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;

/** Rules of organisations that look at other organisations. */
public sealed interface OrganisationAcross extends Rejection {

    /** The superior stands, perhaps over several steps, under this organisation itself. */
    record StandsUnderItself(String line, @Given String superior) implements OrganisationAcross {}

    /** An organisation is not its own successor. */
    @OfField("successors")
    record SucceedsItself() implements OrganisationAcross {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
