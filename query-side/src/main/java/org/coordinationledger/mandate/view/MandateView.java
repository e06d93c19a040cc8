package org.coordinationledger.mandate.view;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.mandate.event.Entitlement;
import org.coordinationledger.mandate.event.MandateEvent.Extended;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.mandate.event.MandateStage;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.KnownRecords;
import org.coordinationledger.view.declaration.Readers;
import org.coordinationledger.view.declaration.Reliance.Condition;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.jspecify.annotations.Nullable;

/** What lists and figures show of mandates. Figures place one by the organisation that is acted for. */
public final class MandateView {

    private static final String ORGANISATION = "organisation";
    private static final String ROLE = "role";
    private static final String DELEGATED = "delegated";

    /** Authority is for organisations that stand, and lent by who has it. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Granted.class, (e, on) -> {
                on.standing(e.organisation());
                on.standing(e.scope());
                lent(e.delegatedBy(), e.organisation(), e.role(), e.lastDay(), on);
                granted(e, on);
            })
            .relies(Extended.class, MandateState.class, (e, before, on) ->
                    lent(before.delegatedBy(), before.organisation(), before.role(), e.lastDay(), on))
            .build();

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
            .searchedBy("person", "delegatedBy")
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
            .trail(TRAIL)
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

    /** Administrators act for who keeps the register; everybody else for an organisation that stands. */
    private static void granted(Granted event, Reliances on) {
        Role acting = on.actor().role();
        if (acting != Role.ADMINISTRATOR) {
            on.standing(on.actor().organisation());
        }
        boolean commissions = event.role() == Role.INSPECTOR || event.role() == Role.AUDITOR;
        if (acting == Role.APPROVER && commissions) {
            event.scope().forEach(on::underWhoDecides);
        }
    }

    private static void lent(
            @Nullable PersonCode lender,
            OrganisationId organisation,
            Role role,
            @Nullable LocalDate lastDay,
            Reliances on) {
        if (lender != null && lastDay != null) {
            on.test(OrganisationState.TYPE, organisation, Condition.HAS_WHAT_IS_LENT, (known, day) ->
                    lends(lender, organisation, role, day, known) && lends(lender, organisation, role, lastDay, known));
        }
    }

    private static boolean lends(
            PersonCode lender, OrganisationId organisation, Role role, LocalDate day, KnownRecords known) {
        return Entitlement.lending(lender, organisation, role, day, new MandatesKnown(known)).isPresent();
    }
}
