package org.coordinationledger.workinggroup.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a working group of posts that help villages. A village is its cell. Every step is a decision of the
 * organisation that established the group.
 */
public sealed interface WorkingGroupEvent extends RecordEvent {

    @Override
    default Competence competence() {
        return Competence.DECIDE;
    }

    /**
     * The acting organisation established the group.
     *
     * @param worksFor the organisation in whose territory it helps, such as a district
     */
    record Established(
            LocalDate effectiveOn,
            Name name,
            Subject purpose,
            OrganisationId worksFor,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements WorkingGroupEvent {
        public Established {
            Bounded.required("name", name);
            Bounded.required("purpose", purpose);
            Bounded.required("worksFor", worksFor);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** A post belongs to the group from this day on. */
    record PostAttached(LocalDate effectiveOn, OrganisationId post) implements WorkingGroupEvent {
        public PostAttached {
            Bounded.required("post", post);
        }
    }

    /** A post of the group helps these villages from this day on. */
    record VillagesAssigned(LocalDate effectiveOn, OrganisationId post, List<OrganisationId> villages)
            implements WorkingGroupEvent {
        public VillagesAssigned {
            Bounded.required("post", post);
            villages = some(villages);
        }
    }

    /** These villages are no longer helped from this day on, by whichever post. */
    record VillagesReleased(LocalDate effectiveOn, List<OrganisationId> villages, @Nullable Reason reason)
            implements WorkingGroupEvent {
        public VillagesReleased {
            villages = some(villages);
        }
    }

    /** A post no longer belongs to the group; the villages that it helped are no longer helped. */
    record PostDetached(LocalDate effectiveOn, OrganisationId post, Reason reason) implements WorkingGroupEvent {
        public PostDetached {
            Bounded.required("post", post);
            Bounded.required("reason", reason);
        }
    }

    /** The group is no more from this day on. */
    record Dissolved(LocalDate effectiveOn, Reason reason) implements WorkingGroupEvent {
        public Dissolved {
            Bounded.required("reason", reason);
        }
    }

    private static List<OrganisationId> some(@Nullable List<OrganisationId> villages) {
        List<OrganisationId> bounded = Bounded.list("villages", villages, Bounded.ORGANISATIONS);
        if (bounded.isEmpty()) {
            throw ValueRejection.thrown(new ValueRejection.Missing("villages"));
        }
        return bounded;
    }
}
