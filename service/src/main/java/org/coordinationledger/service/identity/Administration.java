package org.coordinationledger.service.identity;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.vocabulary.OrganisationId;

/**
 * The organisation whose administrators are the root of all authority: they grant mandates and need none themselves. The
 * service itself acts for it.
 */
public record Administration(OrganisationId organisation) {

    /** Who acts where the service does something by itself. */
    public Actor service() {
        return new Actor("service", organisation, Role.ADMINISTRATOR);
    }
}
