package org.coordinationledger.organisation.event;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.OfField;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of one organisation. */
public sealed interface OrganisationRejection extends Rejection {

    /** A dissolved organisation takes nothing new. */
    record AlreadyDissolved(LocalDate dissolvedOn) implements OrganisationRejection, WhateverIsSaid {}

    record TermEndsBeforeItBegins(LocalDate firstDay, @Given LocalDate lastDay) implements OrganisationRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A committee has one term at a time, and each name once. */
    record TermsOverlap(String term, LocalDate firstDay, LocalDate lastDay) implements OrganisationRejection {}

    /** A merger has one successor, a split two or more. */
    @OfField("successors")
    record SuccessorsDoNotFit(String manner, int successors) implements OrganisationRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
