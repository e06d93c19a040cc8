package org.coordinationledger.actor;

import org.coordinationledger.vocabulary.OrganisationId;

/**
 * Who acts.
 *
 * @param person an opaque code, never a name
 * @param organisation the organisation acted for
 */
public record Actor(String person, OrganisationId organisation, Role role) {}
