package org.coordinationledger.informationexchange.view;

import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.informationexchange.event.ExchangeForm;
import org.coordinationledger.informationexchange.event.InformationExchangeEvent;
import org.coordinationledger.informationexchange.event.InformationExchangeState;
import org.coordinationledger.timeline.PaperKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;

/** What lists and figures show of information exchanges. */
public final class InformationExchangeView {

    /** Information is exchanged under an agreement that is in force. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(InformationExchangeEvent.class, (e, on) -> {
                on.inForce(e.agreement());
                on.standing(e.from());
                on.standing(e.to());
            })
            .build();

    public static final FeatureView<InformationExchangeState> VIEW = FeatureView.of(InformationExchangeState.TYPE)
            .open(s -> true)
            .code("form", ExchangeForm.class, InformationExchangeState::form)
            .record("agreement", AgreementState.TYPE, InformationExchangeState::agreement)
            .organisation("from", InformationExchangeState::from)
            .organisations("to", InformationExchangeState::to)
            .date("on", InformationExchangeState::on)
            .text("document", InformationExchangeState::document)
            .searchedBy("document")
            .titledBy("form", "on", "from")
            .flag("illustrative", InformationExchangeState::illustrative)
            .sortedBy("on")
            .figure(Figure.count("informationExchanges")
                    .where(FeatureView.OPEN, true)
                    .happenedOn("on")
                    .placedBy("from", "to"))
            .trail(TRAIL)
            .papers(PaperKind.NOTICE)
            .build();

    private InformationExchangeView() {}
}
