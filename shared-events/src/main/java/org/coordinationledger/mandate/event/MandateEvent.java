package org.coordinationledger.mandate.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can happen to a mandate, by which a person acts for an organisation in a role. */
public sealed interface MandateEvent extends RecordEvent {

    @Override
    default Competence competence() {
        return Competence.AUTHORISE;
    }

    /**
     * A person may act for an organisation in a role from this day on.
     *
     * @param body the body of the organisation through which the person acts, or null if any will do
     * @param lastDay the last day, if one is set
     * @param scope the organisations that an inspector or auditor may look into; empty for other roles
     * @param delegatedBy the person whose authority is lent, or null if the authority is the person's own
     */
    record Granted(
            LocalDate effectiveOn,
            PersonCode person,
            OrganisationId organisation,
            Role role,
            @Nullable Body body,
            @Nullable LocalDate lastDay,
            List<OrganisationId> scope,
            @Nullable PersonCode delegatedBy,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements MandateEvent {
        public Granted {
            Bounded.required("person", person);
            Bounded.required("organisation", organisation);
            Bounded.required("role", role);
            if (lastDay != null) {
                Dates.plausible("lastDay", lastDay);
            }
            scope = Bounded.list("scope", scope, Bounded.ORGANISATIONS);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public boolean approval() {
            return true;
        }
    }

    /**
     * The mandate goes on.
     *
     * @param lastDay the new last day, which is later than the one before
     */
    record Extended(LocalDate effectiveOn, LocalDate lastDay, List<BasisDocumentId> bases) implements MandateEvent {
        public Extended {
            Dates.plausible("lastDay", lastDay);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public boolean approval() {
            return true;
        }
    }

    /** The mandate was taken back; this is the first day without it. */
    record Revoked(LocalDate effectiveOn, Reason reason, List<BasisDocumentId> bases) implements MandateEvent {
        public Revoked {
            Bounded.required("reason", reason);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }
}
