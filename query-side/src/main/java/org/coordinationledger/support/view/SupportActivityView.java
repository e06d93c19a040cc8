package org.coordinationledger.support.view;

import java.util.List;
import java.util.function.Function;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.support.event.Extent;
import org.coordinationledger.support.event.SupportActivityEvent.Given;
import org.coordinationledger.support.event.SupportActivityEvent.Promised;
import org.coordinationledger.support.event.SupportActivityState;
import org.coordinationledger.support.event.SupportKind;
import org.coordinationledger.support.event.SupportStage;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/** What lists and figures show of support. A yearly sum is never added to one that is not. */
public final class SupportActivityView {

    private static final String KIND = "kind";
    private static final String PER_YEAR = "perYear";
    private static final String GIVER = "giver";
    private static final String RECIPIENTS = "recipients";
    private static final String GIVEN_VND = "givenVnd";
    private static final String GIVEN_QUANTITY = "givenQuantity";
    private static final String PROMISED_VND = "promisedVnd";
    private static final String GIVEN_ON = "givenOn";

    /** Promised and given by an organisation that stands, to communes and posts that do. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Promised.class, (e, on) -> between(e.giver(), e.recipients(), on))
            .relies(Given.class, (e, on) -> between(e.giver(), e.recipients(), on))
            .build();

    public static final FeatureView<SupportActivityState> VIEW = FeatureView.of(SupportActivityState.TYPE)
            .revision(2)
            .open(SupportActivityState::counts)
            .code("stage", SupportStage.class, SupportActivityState::stage)
            .code(KIND, SupportKind.class, SupportActivityState::kind)
            .flag(PER_YEAR, SupportActivityState::perYear)
            .organisation(GIVER, SupportActivityState::giver)
            .organisations(RECIPIENTS, SupportActivityState::recipients)
            .quantity(GIVEN_VND, s -> of(s.given(), Extent::amountVnd))
            .quantity(GIVEN_QUANTITY, s -> of(s.given(), Extent::quantity))
            .quantity(PROMISED_VND, s -> of(s.promised(), Extent::amountVnd))
            .date(GIVEN_ON, s -> s.stage() == SupportStage.GIVEN ? s.stageSince() : null)
            .text("unit", SupportActivityState::unit)
            .text("partner", SupportActivityState::partner)
            .waiting(WaitingFor.class, SupportActivityView::waiting)
            .searchedBy("partner")
            .titledBy(KIND, GIVER)
            .flag("illustrative", SupportActivityState::illustrative)
            .figure(Figure.sum("supportGivenVnd", GIVEN_VND)
                    .where(PER_YEAR, false)
                    .happenedOn(GIVEN_ON)
                    .placedBy(GIVER, RECIPIENTS))
            .figure(Figure.sum("supportPromisedVnd", PROMISED_VND)
                    .where(FeatureView.OPEN, true)
                    .where(PER_YEAR, false)
                    .placedBy(GIVER, RECIPIENTS))
            .figure(Figure.sum("supportPerYearVnd", GIVEN_VND).where(PER_YEAR, true).placedBy(GIVER, RECIPIENTS))
            .figure(Figure.sum("housesBuilt", GIVEN_QUANTITY)
                    .where(KIND, SupportKind.HOUSE.name())
                    .where(PER_YEAR, false)
                    .happenedOn(GIVEN_ON)
                    .placedBy(GIVER, RECIPIENTS))
            .figure(Figure.sum("giftParcelsPerYear", GIVEN_QUANTITY)
                    .where(KIND, SupportKind.GIFTS.name())
                    .where(PER_YEAR, true)
                    .placedBy(GIVER, RECIPIENTS))
            .trail(TRAIL)
            .build();

    /** What support waits for. */
    private enum WaitingFor {
        PROMISE_TO_KEEP
    }

    private SupportActivityView() {}

    private static @Nullable Quantity of(@Nullable Extent extent, Function<Extent, @Nullable Quantity> part) {
        return extent == null ? null : part.apply(extent);
    }

    private static List<Waiting> waiting(SupportActivityState state) {
        return state.stage() == SupportStage.PROMISED
                ? List.of(Waiting.of(
                        WaitingFor.PROMISE_TO_KEEP, state.giver(), Competence.RECORD, state.stageSince()))
                : List.of();
    }

    private static void between(OrganisationId giver, List<OrganisationId> recipients, Reliances on) {
        on.standing(giver);
        on.standing(recipients, OrganisationKind.COMMUNE_PARTY_COMMITTEE, OrganisationKind.BORDER_POST);
    }
}
