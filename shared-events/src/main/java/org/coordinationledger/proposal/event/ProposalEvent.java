package org.coordinationledger.proposal.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.timeline.Paper;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can happen to a proposal: its makers make and withdraw it, its addressee receives and answers it. */
public sealed interface ProposalEvent extends RecordEvent {

    /** At most this many organisations make one proposal together. */
    int MOST_MAKERS = 8;

    /**
     * A proposal was made to another organisation.
     *
     * @param by who makes it, together
     * @param to who has to answer it
     * @param number the number of the document that it was sent by, where there is one: in the series of who is named first
     * @param illustrative true where the sources do not state it
     */
    record Made(
            LocalDate effectiveOn,
            List<OrganisationId> by,
            OrganisationId to,
            ProposalKind kind,
            Subject subject,
            @Nullable DocumentNumber number,
            List<BasisDocumentId> bases,
            boolean illustrative)
            implements ProposalEvent {
        public Made {
            by = Bounded.some("by", by, MOST_MAKERS);
            Bounded.required("to", to);
            Bounded.required("kind", kind);
            Bounded.required("subject", subject);
            bases = Bounded.list("bases", bases, Bounded.BASES);
        }

        @Override
        public @Nullable Paper paper(OrganisationId actingFor) {
            return Paper.of(PaperKind.PROPOSAL, by.get(0), number, effectiveOn);
        }
    }

    /** The addressee has it. */
    record Received(LocalDate effectiveOn) implements ProposalEvent {}

    /**
     * The addressee answered.
     *
     * @param document the document that carries the proposal out; required where the outcome says that one does
     * @param reason required where the proposal is refused
     */
    record Answered(
            LocalDate effectiveOn,
            ProposalOutcome outcome,
            @Nullable BasisDocumentId document,
            @Nullable Reason reason)
            implements ProposalEvent {
        public Answered {
            Bounded.required("outcome", outcome);
            if (outcome == ProposalOutcome.CARRIED_OUT) {
                Bounded.required("document", document);
            }
            if (outcome == ProposalOutcome.REFUSED) {
                Bounded.required("reason", reason);
            }
        }

        @Override
        public Competence competence() {
            return Competence.DECIDE;
        }
    }

    /** One of its makers took it back before it was answered. */
    record Withdrawn(LocalDate effectiveOn, Reason reason) implements ProposalEvent {
        public Withdrawn {
            Bounded.required("reason", reason);
        }
    }
}
