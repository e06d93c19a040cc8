package org.coordinationledger.proposal.event;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.coordinationledger.proposal.event.ProposalEvent.Answered;
import org.coordinationledger.proposal.event.ProposalEvent.Made;
import org.coordinationledger.proposal.event.ProposalEvent.Received;
import org.coordinationledger.proposal.event.ProposalEvent.Withdrawn;
import org.coordinationledger.proposal.event.ProposalRejection.AlreadyOver;
import org.coordinationledger.proposal.event.ProposalRejection.MadeToItsMaker;
import org.coordinationledger.proposal.event.ProposalRejection.NotYourStep;
import org.coordinationledger.proposal.event.ProposalRejection.StepOutOfOrder;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.Heirs;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal is on a day.
 *
 * @param stageSince the first day of the stage
 * @param outcome how it was answered, or null
 * @param document the document that the answer names, or null
 */
public record ProposalState(
        List<OrganisationId> by,
        OrganisationId to,
        ProposalKind kind,
        Subject subject,
        @Nullable DocumentNumber number,
        LocalDate madeOn,
        ProposalStage stage,
        LocalDate stageSince,
        @Nullable ProposalOutcome outcome,
        @Nullable BasisDocumentId document,
        boolean illustrative) {

    public static final RecordType<ProposalEvent, ProposalState> TYPE =
            new RecordType<>("Proposal", "proposals", ProposalEvent.class, new Evolution());

    /** Whether an answer is still to come. */
    public boolean open() {
        return !stage.over();
    }

    private ProposalState in(ProposalStage next, LocalDate since) {
        return new ProposalState(
                by, to, kind, subject, number, madeOn, next, since, outcome, document, illustrative);
    }

    private ProposalState between(List<OrganisationId> makers, OrganisationId addressee) {
        Heirs.requireApart(addressee, makers);
        return new ProposalState(
                makers, addressee, kind, subject, number, madeOn, stage, stageSince, outcome, document, illustrative);
    }

    private ProposalState answered(Answered answer) {
        return new ProposalState(
                by, to, kind, subject, number, madeOn, ProposalStage.ANSWERED, answer.effectiveOn(), answer.outcome(),
                answer.document(), illustrative);
    }

    private static final class Evolution implements Fold<ProposalEvent, ProposalState> {

        @Override
        public ProposalState begin(Step<ProposalEvent> step) {
            if (!(step.event() instanceof Made e)) {
                throw new RejectedException(
                        new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
            }
            requireActing(step, e.by());
            if (e.by().contains(e.to())) {
                throw new RejectedException(new MadeToItsMaker(e.to().value()));
            }
            return new ProposalState(
                    e.by(), e.to(), e.kind(), e.subject(), e.number(), e.effectiveOn(), ProposalStage.MADE,
                    e.effectiveOn(), null, null, e.illustrative());
        }

        @Override
        public ProposalState evolve(ProposalState state, Step<ProposalEvent> step) {
            ProposalEvent event = step.event();
            if (event instanceof Made) {
                throw new RejectedException(new TimelineRejection.AlreadyBegun());
            }
            if (state.stage().over()) {
                throw new RejectedException(new AlreadyOver(state.stage().name(), state.stageSince()));
            }
            if (event instanceof Received e) {
                requireActing(step, List.of(state.to()));
                requireStage(state, ProposalStage.MADE);
                return state.in(ProposalStage.RECEIVED, e.effectiveOn());
            }
            if (event instanceof Answered e) {
                requireActing(step, List.of(state.to()));
                requireStage(state, ProposalStage.RECEIVED);
                return state.answered(e);
            }
            if (event instanceof Withdrawn e) {
                requireActing(step, state.by());
                return state.in(ProposalStage.WITHDRAWN, e.effectiveOn());
            }
            throw new AssertionError("no case for " + event.getClass());
        }

        private static void requireStage(ProposalState state, ProposalStage needed) {
            if (state.stage() != needed) {
                throw new RejectedException(new StepOutOfOrder(state.stage().name(), needed.name()));
            }
        }

        private static void requireActing(Step<?> step, List<OrganisationId> allowed) {
            if (!allowed.contains(step.actor().organisation())) {
                throw new RejectedException(new NotYourStep(
                        allowed.stream().map(OrganisationId::value).toList()));
            }
        }

        @Override
        public boolean unfinished(ProposalState state) {
            return state.open();
        }

        @Override
        public ProposalState inherited(ProposalState state, UnaryOperator<OrganisationId> heir) {
            return state.between(Heirs.of(state.by(), heir), heir.apply(state.to()));
        }

        @Override
        public ProposalState lapsed(ProposalState state, LocalDate day) {
            return state.in(ProposalStage.LAPSED, day);
        }
    }
}
