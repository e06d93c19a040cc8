package org.coordinationledger.agreement.view;

import java.util.List;
import org.coordinationledger.agreement.event.AgreementKind;
import org.coordinationledger.agreement.event.AgreementStage;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.AgreementState.Numbering;
import org.coordinationledger.agreement.event.AnnualContents;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;

/** What lists and figures show of agreements. */
public final class AgreementView {

    public static final FeatureView<AgreementState> VIEW = FeatureView.of(AgreementState.TYPE)
            .open(AgreementState::inForce)
            .unfinished(s -> !s.stage().over())
            .code("kind", AgreementKind.class, AgreementState::kind)
            .text("number", s -> {
                Numbering numbering = s.numbering();
                return numbering == null ? null : numbering.number();
            })
            .code("stage", AgreementStage.class, AgreementState::stage)
            .organisation("lead", AgreementState::lead)
            .organisations("parties", AgreementState::parties)
            .organisations("awaiting", AgreementState::awaiting)
            .date("firstDay", AgreementState::firstDay)
            .date("lastDay", AgreementState::lastDay)
            .number("partyCount", s -> s.parties().size())
            .number("annualContentItemCount", AgreementView::itemsOfLatest)
            .flag("illustrative", AgreementState::illustrative)
            .sortedBy("firstDay")
            .figure(Figure.count("agreementsInForce").where(FeatureView.OPEN, true).placedBy("parties"))
            .figure(Figure.count("agreementsAwaitingSignature")
                    .where("stage", AgreementStage.PROPOSED.name())
                    .placedBy("awaiting"))
            .figure(Figure.quantity("agreementParties", "partyCount"))
            .figure(Figure.quantity("annualContentItems", "annualContentItemCount"))
            .build();

    private AgreementView() {}

    private static long itemsOfLatest(AgreementState state) {
        List<AnnualContents> agreed = state.agreedContents();
        return agreed.isEmpty() ? 0 : agreed.get(agreed.size() - 1).items().size();
    }
}
