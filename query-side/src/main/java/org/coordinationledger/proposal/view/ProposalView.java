package org.coordinationledger.proposal.view;

import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.proposal.event.ProposalEvent.Answered;
import org.coordinationledger.proposal.event.ProposalEvent.Made;
import org.coordinationledger.proposal.event.ProposalKind;
import org.coordinationledger.proposal.event.ProposalOutcome;
import org.coordinationledger.proposal.event.ProposalStage;
import org.coordinationledger.proposal.event.ProposalState;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.view.declaration.Deadline;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;

/** What lists and figures show of proposals. */
public final class ProposalView {

    private static final String BY = "by";
    private static final String TO = "to";
    private static final String NUMBER = "number";
    private static final String MADE_ON = "madeOn";

    /** Made by organisations that stand to one that does, and answered by a document that is recorded. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Made.class, (e, on) -> {
                on.standing(e.by());
                on.standing(e.to());
            })
            .relies(Answered.class, (e, on) -> on.recorded(BasisDocumentState.TYPE, e.document()))
            .build();

    public static final FeatureView<ProposalState> VIEW = FeatureView.of(ProposalState.TYPE)
            .revision(2)
            .open(ProposalState::open)
            .organisations(BY, ProposalState::by)
            .organisation(TO, ProposalState::to)
            .code("kind", ProposalKind.class, ProposalState::kind)
            .text(NUMBER, ProposalState::number)
            .code("stage", ProposalStage.class, ProposalState::stage)
            .code("outcome", ProposalOutcome.class, ProposalState::outcome)
            .record("document", BasisDocumentState.TYPE, ProposalState::document)
            .date(MADE_ON, ProposalState::madeOn)
            .waiting(WaitingFor.class, ProposalView::waiting)
            .searchedBy("number")
            .searchedIn(ProposalState::subject)
            .titledBy("kind", NUMBER, TO)
            .flag("illustrative", ProposalState::illustrative)
            .sortedBy(MADE_ON)
            .figure(Figure.count("proposalsUnanswered")
                    .where(FeatureView.OPEN, true)
                    .placedBy(TO))
            .figure(Figure.count("proposalsMade").happenedOn(MADE_ON).placedBy(BY))
            .trail(TRAIL)
            .papers(PaperKind.PROPOSAL)
            .build();

    /** What a proposal waits for. */
    private enum WaitingFor {
        PROPOSAL_RECEIPT,
        PROPOSAL_ANSWER
    }

    private ProposalView() {}

    private static List<Waiting> waiting(ProposalState state) {
        return switch (state.stage()) {
            case MADE -> List.of(
                    Waiting.of(WaitingFor.PROPOSAL_RECEIPT, state.to(), Competence.RECORD, state.stageSince()));
            case RECEIVED -> List.of(Waiting.within(
                    Deadline.PROPOSAL_ANSWER, WaitingFor.PROPOSAL_ANSWER, state.to(), Competence.DECIDE,
                    state.stageSince()));
            case ANSWERED, WITHDRAWN, LAPSED -> List.of();
        };
    }
}
