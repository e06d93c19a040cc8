package org.coordinationledger.handover.view;

import org.coordinationledger.handover.event.HandoverEvent.Decided;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;

/** What lists and figures show of handovers. */
public final class HandoverView {

    private static final String FROM = "from";
    private static final String DECIDED_BY = "decidedBy";
    private static final String REFUSED = "refused";

    /** What a dissolved organisation left passes on. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Decided.class, (e, on) -> on.dissolved(e.from()))
            .build();

    public static final FeatureView<HandoverState> VIEW = FeatureView.of(HandoverState.TYPE)
            .open(HandoverState::open)
            .organisation(FROM, HandoverState::from)
            .organisation(DECIDED_BY, HandoverState::decidedBy)
            .number("records", s -> s.items().size())
            .number("passedOn", HandoverState::passedOn)
            .number(REFUSED, HandoverState::refused)
            .titledBy(FROM, DECIDED_BY)
            .flag("illustrative", HandoverState::illustrative)
            .figure(Figure.sum("recordsRefusedToPassOn", REFUSED).placedBy(DECIDED_BY))
            .trail(TRAIL)
            .build();

    private HandoverView() {}
}
