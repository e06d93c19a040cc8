package org.coordinationledger.mandate.event;

import java.time.LocalDate;
import java.util.Optional;
import org.coordinationledger.actor.Role;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.vocabulary.MandateId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may act for an organisation in a role on a day, as far as something is known.
 *
 * @param mandate the mandate that is in force, or null if none is
 * @param state that mandate on the day
 */
public record Entitlement(Ground ground, @Nullable MandateId mandate, @Nullable MandateState state) {

    /** Why, or why not. Shown by name: constants are never renamed. */
    public enum Ground {
        /** As an administrator of the administration, who needs no mandate. */
        ADMINISTRATION,
        /** By a mandate of the person's own. */
        OWN_MANDATE,
        /** By authority that another person lent, who has it. */
        DELEGATION,
        /** Not any more: the person who lent the authority does not have it on that day. */
        DELEGATION_OVER,
        /** No mandate is in force. */
        NO_MANDATE;

        public boolean entitles() {
            return this == ADMINISTRATION || this == OWN_MANDATE || this == DELEGATION;
        }
    }

    private static final Entitlement NONE = new Entitlement(Ground.NO_MANDATE, null, null);
    private static final Entitlement ROOT = new Entitlement(Ground.ADMINISTRATION, null, null);

    /** What is known of keys and mandates where the question is asked. */
    public interface Known {

        /** The organisation whose administrators are the root of all authority. */
        OrganisationId administration();

        /** Who holds a key. */
        ReservationState reservation(String key);

        /** A mandate on a day. */
        Optional<MandateState> mandate(MandateId id, LocalDate day);
    }

    /** Looks it up: one key tells of a mandate, and for authority that is lent, another one of the lender's. */
    public static Entitlement on(
            PersonCode person, OrganisationId organisation, Role role, LocalDate day, Known known) {
        if (role == Role.ADMINISTRATOR && organisation.equals(known.administration())) {
            return ROOT;
        }
        Entitlement found = mandate(person, organisation, role, day, known);
        MandateState state = found.state();
        PersonCode lender = state == null ? null : state.delegatedBy();
        if (lender == null || lending(lender, organisation, role, day, known).isPresent()) {
            return found;
        }
        return new Entitlement(Ground.DELEGATION_OVER, found.mandate(), state);
    }

    /** The mandate of a person's own by which they may lend a role on a day. */
    public static Optional<MandateId> lending(
            PersonCode lender, OrganisationId organisation, Role lent, LocalDate day, Known known) {
        return Lending.lenders(lent).stream()
                .map(role -> mandate(lender, organisation, role, day, known))
                .filter(found -> found.ground() == Ground.OWN_MANDATE)
                .flatMap(found -> Optional.ofNullable(found.mandate()).stream())
                .findFirst();
    }

    private static Entitlement mandate(
            PersonCode person, OrganisationId organisation, Role role, LocalDate day, Known known) {
        return known.reservation(MandateState.key(person, organisation, role))
                .holderOn(day)
                .map(MandateId::new)
                .flatMap(id -> known.mandate(id, day).map(state -> new Entitlement(
                        state.delegated() ? Ground.DELEGATION : Ground.OWN_MANDATE, id, state)))
                .orElse(NONE);
    }
}
