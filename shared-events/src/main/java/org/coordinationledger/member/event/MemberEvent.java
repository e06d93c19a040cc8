package org.coordinationledger.member.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** What can happen to a party member. Leaving service and leaving the Party are different things. */
public sealed interface MemberEvent extends RecordEvent {

    /**
     * The member is known under this code from this day on.
     *
     * @param home the organisation that the membership belongs to
     */
    record Registered(
            LocalDate effectiveOn,
            MemberCode code,
            OrganisationId home,
            Membership membership,
            PersonalData.Sealed personalData,
            boolean illustrative)
            implements MemberEvent {
        public Registered {
            Bounded.required("code", code);
            Bounded.required("home", home);
            Bounded.required("membership", membership);
            Bounded.required("personalData", personalData);
        }
    }

    /** The personal data, as a whole, are these from this day on. */
    record PersonalDataChanged(LocalDate effectiveOn, PersonalData.Sealed personalData) implements MemberEvent {
        public PersonalDataChanged {
            Bounded.required("personalData", personalData);
        }
    }

    /** A probationary member became an official one. */
    record BecameOfficial(LocalDate effectiveOn, List<BasisDocumentId> bases) implements MemberEvent {
        public BecameOfficial {
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The membership belongs to another organisation from this day on. */
    record Transferred(LocalDate effectiveOn, OrganisationId to, @Nullable Reason reason, List<BasisDocumentId> bases)
            implements MemberEvent {
        public Transferred {
            Bounded.required("to", to);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /**
     * The home organisation rated the member for a year.
     *
     * @param commentsConsidered the cell assignments whose hosts' comments it took note of
     */
    record Rated(LocalDate effectiveOn, int year, Rating rating, List<CellAssignmentId> commentsConsidered)
            implements MemberEvent {
        public Rated {
            Dates.plausibleYear(year);
            Bounded.required("rating", rating);
            commentsConsidered = Bounded.list("commentsConsidered", commentsConsidered, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** No longer serves with the Border Guard; may still be a party member. */
    record LeftService(LocalDate effectiveOn, Reason reason) implements MemberEvent {
        public LeftService {
            Bounded.required("reason", reason);
        }
    }

    /** No longer a party member; may still serve. */
    record LeftParty(LocalDate effectiveOn, Reason reason) implements MemberEvent {
        public LeftParty {
            Bounded.required("reason", reason);
        }
    }

    /** The key of the personal data was destroyed: nobody can read them any more, whatever copy they hold. */
    record PersonalDataErased(LocalDate effectiveOn, Reason reason) implements MemberEvent {
        public PersonalDataErased {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        /** What is destroyed cannot be corrected back. */
        @Override
        public boolean approval() {
            return true;
        }
    }
}
