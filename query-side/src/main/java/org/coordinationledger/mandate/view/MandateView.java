package org.coordinationledger.mandate.view;

import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.mandate.event.MandateStage;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Readers;
import org.coordinationledger.view.declaration.Waiting;

/** What lists and figures show of mandates. Figures place one by the organisation that is acted for. */
public final class MandateView {

    private static final String ORGANISATION = "organisation";
    private static final String ROLE = "role";
    private static final String DELEGATED = "delegated";

    public static final FeatureView<MandateState> VIEW = FeatureView.of(MandateState.TYPE)
            .readers(Readers.NAMED_AND_ADMINISTRATION)
            .open(s -> s.stage().inForce())
            .code("stage", MandateStage.class, MandateState::stage)
            .text("person", MandateState::person)
            .organisation(ORGANISATION, MandateState::organisation)
            .code(ROLE, Role.class, MandateState::role)
            .code("body", Body.class, MandateState::body)
            .flag(DELEGATED, MandateState::delegated)
            .text("delegatedBy", MandateState::delegatedBy)
            .date("firstDay", MandateState::firstDay)
            .date("lastDay", MandateState::lastDay)
            .organisations("scope", MandateState::scope)
            .titledBy("person", ROLE, ORGANISATION)
            .flag("illustrative", MandateState::illustrative)
            .waiting(MandateWaiting.class, MandateView::waiting)
            .figure(inForce("mandatesInForce"))
            .figure(inForce("recordersInForce", Role.RECORDER))
            .figure(inForce("approversInForce", Role.APPROVER))
            .figure(inForce("signatoriesInForce", Role.SIGNATORY))
            .figure(inForce("inspectorsInForce", Role.INSPECTOR))
            .figure(inForce("auditorsInForce", Role.AUDITOR))
            .figure(inForce("administratorsInForce", Role.ADMINISTRATOR))
            .figure(inForce("delegationsInForce").where(DELEGATED, true))
            .build();

    private MandateView() {}

    private static Figure inForce(String name) {
        return Figure.count(name).where(FeatureView.OPEN, true).placedBy(ORGANISATION);
    }

    private static Figure inForce(String name, Role role) {
        return inForce(name).where(ROLE, role.name());
    }

    private static List<Waiting> waiting(MandateState state) {
        return state.stage() == MandateStage.ENDING
                ? List.of(Waiting.due(
                        MandateWaiting.MANDATE_ENDING, state.organisation(), Competence.AUTHORISE, state.stageSince(),
                        state.lastDay()))
                : List.of();
    }
}
