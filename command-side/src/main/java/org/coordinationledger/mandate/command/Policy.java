package org.coordinationledger.mandate.command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.mandate.event.Entitlement;
import org.coordinationledger.mandate.event.Lending;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;

/** On what ground somebody decides about a mandate; one is enough. Shown by name: constants are never renamed. */
enum Policy {
    /** Administrators of the administration decide about every mandate. They are the root of all authority. */
    ADMINISTRATION {
        @Override
        boolean allows(Granted mandate, LocalDate day, Actor actor, Neighbours neighbours) {
            return neighbours.authority().isRoot(actor);
        }
    },
    /** Who decides or signs for an organisation by a mandate of their own lends that role, or less, within it. */
    DELEGATION {
        @Override
        boolean allows(Granted mandate, LocalDate day, Actor actor, Neighbours neighbours) {
            return new PersonCode(actor.person()).equals(mandate.delegatedBy())
                    && actor.organisation().equals(mandate.organisation())
                    && Lending.lenders(mandate.role()).contains(actor.role())
                    && neighbours.authority().of(actor).ground() == Entitlement.Ground.OWN_MANDATE;
        }
    },
    /** Approvers let somebody of their own party line look into organisations that stand under them along it. */
    COMMISSION {
        @Override
        boolean allows(Granted mandate, LocalDate day, Actor actor, Neighbours neighbours) {
            return List.of(Role.INSPECTOR, Role.AUDITOR).contains(mandate.role())
                    && actor.role() == Role.APPROVER
                    && above(mandate.organisation(), day, neighbours).contains(actor.organisation())
                    && mandate.scope().stream().allMatch(into -> !into.equals(actor.organisation())
                            && above(into, day, neighbours).contains(actor.organisation()));
        }
    };

    /** Whether the actor may, on this ground, take or amend a step of the mandate that takes effect on a day. */
    abstract boolean allows(Granted mandate, LocalDate day, Actor actor, Neighbours neighbours);

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    private static Set<OrganisationId> above(OrganisationId organisation, LocalDate day, Neighbours neighbours) {
        return neighbours.above(organisation, Line.PARTY, day);
    }
}
