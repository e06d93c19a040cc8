package org.coordinationledger.actor;

import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param person an opaque code, never a name
 * @param organisation the organisation acted for
 * @param body which body of the organisation acts, where the step says so
 */
public record Actor(String person, OrganisationId organisation, Role role, @Nullable Body body) {

    /** Somebody who acts for the organisation as such. */
    public Actor(String person, OrganisationId organisation, Role role) {
        this(person, organisation, role, null);
    }

    /** The same person, acting through this body. */
    public Actor through(@Nullable Body acting) {
        return new Actor(person, organisation, role, acting);
    }
}
