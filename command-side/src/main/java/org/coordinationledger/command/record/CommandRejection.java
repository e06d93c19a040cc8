package org.coordinationledger.command.record;

import org.coordinationledger.rejection.Rejection;

/** Refusals that concern who asks and what about, before any rule of the domain. */
public sealed interface CommandRejection extends Rejection {

    /** The role in which the actor acts is not competent for this step. */
    record RoleNotCompetent(String role, String competence) implements CommandRejection {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }
}
