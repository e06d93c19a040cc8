package org.coordinationledger.agreement.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.AgreementId;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.ValueRejection;
import org.coordinationledger.vocabulary.WitnessKey;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to coordination rules or a coordination programme. The lead party drafts, revises, proposes, numbers,
 * amends, replaces and ends; each party signs or declines for itself, names who is in charge and which witness of the ledger
 * it runs, and agrees to what is done in a period.
 */
public sealed interface AgreementEvent extends RecordEvent {

    /** At most this many parties make an agreement, the lead party among them. */
    int MOST_PARTIES = 16;

    /** At most this many items are agreed for a period. */
    int MOST_ITEMS = 50;

    /**
     * The lead party drafted an agreement; its text is revision 1.
     *
     * @param parties all that are to sign, the lead party among them
     * @param text the text, which is stored under this digest
     * @param firstDay the first day of the term; the agreement is not in force before all have signed
     * @param lastDay the last day of the term, included; null if the text names none
     * @param number the number that the lead party gave it, if it has one already
     * @param illustrative true where the sources do not state it
     */
    record Drafted(
            LocalDate effectiveOn,
            AgreementKind kind,
            Subject subject,
            OrganisationId lead,
            List<OrganisationId> parties,
            TextDigest text,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable DocumentNumber number,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements AgreementEvent {
        public Drafted {
            Bounded.required("kind", kind);
            Bounded.required("subject", subject);
            Bounded.required("lead", lead);
            parties = Bounded.list("parties", parties, MOST_PARTIES);
            Bounded.required("text", text);
            requireTerm(firstDay, lastDay);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.AGREEMENT, lead, number, effectiveOn);
        }
    }

    /** The lead party changed the text or the term before all had signed: the next revision, which nobody has signed. */
    record Revised(LocalDate effectiveOn, TextDigest text, LocalDate firstDay, @Nullable LocalDate lastDay)
            implements AgreementEvent {
        public Revised {
            Bounded.required("text", text);
            requireTerm(firstDay, lastDay);
        }
    }

    /** The lead party put the latest revision before all parties for their signatures. */
    record Proposed(LocalDate effectiveOn) implements AgreementEvent {}

    /**
     * A party, for which the actor acts, signed the proposed revision. When the last signs, the agreement or its
     * amendment is concluded.
     *
     * @param text the digest of exactly the text that is signed
     */
    record Signed(LocalDate effectiveOn, int revision, TextDigest text) implements AgreementEvent {
        public Signed {
            Bounded.required("text", text);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }
    }

    /** A party, for which the actor acts, declined to sign the proposed revision. */
    record Declined(LocalDate effectiveOn, int revision, Reason reason) implements AgreementEvent {
        public Declined {
            Bounded.required("reason", reason);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The lead party gave the agreement its number, such as 04-QC/PH, in its series. */
    record NumberAssigned(LocalDate effectiveOn, DocumentNumber number) implements AgreementEvent {
        public NumberAssigned {
            Bounded.required("number", number);
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.AGREEMENT, actingFor, number, effectiveOn);
        }
    }

    /** A party, for which the actor acts, named who looks after the agreement from now on. */
    record PersonInChargeNamed(LocalDate effectiveOn, PersonInCharge personInCharge) implements AgreementEvent {
        public PersonInChargeNamed {
            Bounded.required("personInCharge", personInCharge);
        }
    }

    /**
     * A party, for which the actor acts, named the witness that it runs from now on: whoever verifies the ledger can ask for
     * its cosignature.
     */
    record WitnessNamed(LocalDate effectiveOn, WitnessKey witness) implements AgreementEvent {
        public WitnessNamed {
            Bounded.required("witness", witness);
        }
    }

    /** A party proposed what all do together in a period; it takes the place of what was proposed before. */
    record AnnualContentsProposed(LocalDate effectiveOn, ContentPeriod period, List<ContentItem> items)
            implements AgreementEvent {
        public AnnualContentsProposed {
            Bounded.required("period", period);
            items = Bounded.list("items", items, MOST_ITEMS);
            if (items.isEmpty()) {
                throw ValueRejection.thrown(new ValueRejection.Missing("items"));
            }
        }
    }

    /**
     * A party, for which the actor acts, agreed to what was proposed for a period.
     *
     * @param contents the digest of exactly what is agreed to; see {@link AnnualContents#digestOf}
     */
    record AnnualContentsAgreed(LocalDate effectiveOn, ContentPeriod period, TextDigest contents)
            implements AgreementEvent {
        public AnnualContentsAgreed {
            Bounded.required("period", period);
            Bounded.required("contents", contents);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }

        @Override
        public boolean approval() {
            return true;
        }
    }

    /** The lead party put another text before all parties; the old one stays in force until the last has signed. */
    record AmendmentProposed(LocalDate effectiveOn, TextDigest text, @Nullable Reason reason, List<BasisDocumentId> bases)
            implements AgreementEvent {
        public AmendmentProposed {
            Bounded.required("text", text);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }
    }

    /** Another agreement took the place of this one, which is over from this day on. */
    record Replaced(LocalDate effectiveOn, AgreementId by, @Nullable Reason reason) implements AgreementEvent {
        public Replaced {
            Bounded.required("by", by);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /**
     * The parties ended the agreement together; it is over from this day on.
     *
     * @param bases the document by which they did, at least one
     */
    record JointlyEnded(LocalDate effectiveOn, Reason reason, List<BasisDocumentId> bases) implements AgreementEvent {
        public JointlyEnded {
            Bounded.required("reason", reason);
            bases = Bounded.list("bases", bases, Bounded.BASES);
            if (bases.isEmpty()) {
                throw ValueRejection.thrown(new ValueRejection.Missing("bases"));
            }
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** The agreement or its draft has no subject any more, such as when a party was dissolved; it is over. */
    record Lapsed(LocalDate effectiveOn, Reason reason, List<BasisDocumentId> bases) implements AgreementEvent {
        public Lapsed {
            Bounded.required("reason", reason);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    private static void requireTerm(LocalDate firstDay, @Nullable LocalDate lastDay) {
        Dates.plausible("firstDay", firstDay);
        if (lastDay != null) {
            Dates.plausible("lastDay", lastDay);
        }
    }
}
