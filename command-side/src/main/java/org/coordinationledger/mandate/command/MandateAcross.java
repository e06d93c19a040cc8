package org.coordinationledger.mandate.command;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of mandates that look at other records, and at who asks. */
public sealed interface MandateAcross extends Rejection {

    /** Nobody grants, extends, revokes or amends a mandate of their own. */
    record OwnMandate(@Given String person) implements MandateAcross, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** None of the policies lets the actor decide about this mandate. */
    record NotTheirsToGrant(String person, List<String> policies) implements MandateAcross {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Who lends authority must have it, by one mandate of their own, on all days for which it is lent. */
    record BeyondOwnMandate(String delegatedBy, String organisation, String role, LocalDate from, @Given LocalDate lastDay)
            implements MandateAcross {}

    /** The person holds another mandate for the organisation and role on some of the days. */
    record AlreadyGranted(@Given String person, String organisation, String role, String mandate)
            implements MandateAcross {}
}
