package org.coordinationledger.command.record;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Refusals that come from looking at other records, the same for every feature. */
public sealed interface NeighbourRejection extends Rejection {

    /** The step names a record that does not exist, or not yet on that day. */
    record UnknownNeighbour(String resource, @Given String id, LocalDate on) implements NeighbourRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A dissolved organisation takes nothing new and does nothing new. */
    record OrganisationDissolved(@Given String organisation, LocalDate dissolvedOn, List<String> successors)
            implements NeighbourRejection, WhateverIsSaid {}

    record WrongOrganisationKind(@Given String organisation, String organisationKind, List<String> expected)
            implements NeighbourRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Only a document in force on the day of the step can be cited as authority for it. */
    record BasisNotInForce(@Given String basis, String number, String ending, LocalDate since)
            implements NeighbourRejection {}

    /** The document names neither the acting organisation nor anything above it. */
    record BasisDoesNotApply(@Given String basis, String number, String organisation) implements NeighbourRejection {}

    /** The step names a text that is not stored. A text is stored before the step that names it. */
    record UnknownText(@Given String digest) implements NeighbourRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
