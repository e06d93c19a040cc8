package org.coordinationledger.view.trail;

import java.time.LocalDate;
import java.util.Optional;
import org.coordinationledger.actor.Role;
import org.coordinationledger.vocabulary.OrganisationId;

/** Whether somebody was entitled to act. */
@FunctionalInterface
public interface EntitlementReads {

    /** Where nothing is known about who is entitled. */
    EntitlementReads UNKNOWN = (person, organisation, role, effectiveOn, position) -> Optional.empty();

    /**
     * Whether a person was entitled to act for an organisation in a role.
     *
     * @param position as known when the ledger's last entry was this one
     * @return empty where that is not known
     */
    Optional<Boolean> entitled(
            String person, OrganisationId organisation, Role role, LocalDate effectiveOn, long position);
}
