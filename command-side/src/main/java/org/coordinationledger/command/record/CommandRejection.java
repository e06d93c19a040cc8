package org.coordinationledger.command.record;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Refusals that concern who asks and what about, before any rule of the domain. */
public sealed interface CommandRejection extends Rejection {

    /** The role in which the actor acts is not competent for this step. */
    record RoleNotCompetent(String role, String competence) implements CommandRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** No mandate lets the person act for the organisation in the role on the day of recording. */
    record NotEntitled(String person, String organisation, String role, LocalDate day)
            implements CommandRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The person acts on authority that somebody lent who does not have it on the day of recording. */
    record DelegationOver(String person, String organisation, String role, LocalDate day, String delegatedBy)
            implements CommandRejection, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The step came about by a step of another record: that one is amended, and this goes with it. */
    record BroughtAbout(String resource, String record) implements CommandRejection, WhateverIsSaid {}

    /**
     * The step brings one about in another record of its kind, or amends one there, which cannot be taken.
     *
     * @param because the code of the rule that stands against it
     */
    record CounterpartRefused(String resource, @Given String record, String because) implements CommandRejection {}

    /** The mandate is for another body of the organisation than the one that acts. */
    record OtherBody(String person, String body, @Given String actingBody) implements CommandRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
