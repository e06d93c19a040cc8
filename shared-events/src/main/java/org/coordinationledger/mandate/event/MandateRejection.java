package org.coordinationledger.mandate.event;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;
import org.jspecify.annotations.Nullable;

/** Rules of one mandate. */
public sealed interface MandateRejection extends Rejection {

    /** Nothing follows the last day, or the day on which it was taken back. */
    record AlreadyOver(String stage, LocalDate since) implements MandateRejection, WhateverIsSaid {}

    /** The mandate of an inspector or auditor, and one that is delegated, has a last day. */
    @OfField("lastDay")
    record EndMissing(String role) implements MandateRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The last day is before the first. */
    record LastDayBeforeFirst(LocalDate firstDay, @Given LocalDate lastDay) implements MandateRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** An inspector or auditor looks into named organisations. */
    @OfField("scope")
    record ScopeMissing(String role) implements MandateRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Who acts in another role looks into no other organisation. */
    @OfField("scope")
    record ScopeNotForRole(String role) implements MandateRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** This role is nobody's to lend. */
    record NotDelegable(@Given String role) implements MandateRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Nobody lends their authority to themselves. */
    record DelegatedToOneself(@Given String person) implements MandateRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A mandate is extended to a day after its last; one without a last day is not extended. */
    record NotAnExtension(@Nullable LocalDate lastDay, @Given LocalDate newLastDay) implements MandateRejection {}
}
