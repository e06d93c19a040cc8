package org.coordinationledger.householdassignment.view;

import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.Agreed;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.Assigned;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.HandedOver;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.HouseholdsAdded;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent.TakenOver;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.householdassignment.event.HouseholdStage;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Reliance.Condition;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;

/** What lists and figures show of household assignments: how many households, never which. */
public final class HouseholdAssignmentView {

    private static final String MEMBER = "member";
    private static final String POST = "post";
    private static final String COMMUNE = "commune";
    private static final String CELL = "cell";
    private static final String HOUSEHOLDS = "households";
    private static final String VISITS = "visits";
    private static final String VISITED_ON = "visitedOn";

    /** In charge is a member of the post who can be, in a hamlet of the commune. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Agreed.class, (e, on) -> {
                on.standing(e.post(), OrganisationKind.BORDER_POST);
                on.standing(e.commune(), OrganisationKind.COMMUNE_PARTY_COMMITTEE);
                on.cellUnder(e.cell(), e.commune());
                on.availableAt(e.post(), e.member());
            })
            .relies(Assigned.class, HouseholdAssignmentState.class, (e, before, on) -> inCharge(before, on))
            .relies(HouseholdsAdded.class, HouseholdAssignmentState.class, (e, before, on) -> inCharge(before, on))
            .relies(TakenOver.class, HouseholdAssignmentState.class, (e, before, on) -> inCharge(before, on))
            .relies(HandedOver.class, HouseholdAssignmentState.class, (e, before, on) -> on.state(
                    Condition.RECEIVES, HouseholdAssignmentState.TYPE, e.to(),
                    other -> !other.stage().over()
                            && other.cell().equals(before.cell())
                            && other.post().equals(before.post())))
            .build();

    public static final FeatureView<HouseholdAssignmentState> VIEW = FeatureView.of(HouseholdAssignmentState.TYPE)
            .revision(2)
            .open(HouseholdAssignmentState::open)
            .code("stage", HouseholdStage.class, HouseholdAssignmentState::stage)
            .record(MEMBER, MemberState.TYPE, HouseholdAssignmentState::member)
            .organisation(POST, HouseholdAssignmentState::post)
            .organisation(COMMUNE, HouseholdAssignmentState::commune)
            .organisation(CELL, HouseholdAssignmentState::cell)
            .number(HOUSEHOLDS, s -> s.households().size())
            .number(VISITS, HouseholdAssignmentState::visits)
            .date(VISITED_ON, HouseholdAssignmentState::visitedOn)
            .waiting(WaitingFor.class, HouseholdAssignmentView::waiting)
            .titledBy(MEMBER, CELL)
            .flag("illustrative", HouseholdAssignmentState::illustrative)
            .figure(Figure.distinct("membersInChargeOfHouseholds", MEMBER)
                    .where(FeatureView.OPEN, true)
                    .placedBy(POST, COMMUNE, CELL))
            .figure(Figure.sum("householdsInCharge", HOUSEHOLDS)
                    .where(FeatureView.OPEN, true)
                    .placedBy(POST, COMMUNE, CELL))
            .figure(Figure.sum("householdVisits", VISITS).accumulatingUntil(VISITED_ON).placedBy(POST, COMMUNE, CELL))
            .trail(TRAIL)
            .build();

    /** What a household assignment waits for. */
    private enum WaitingFor {
        HOUSEHOLDS_ASSIGNMENT
    }

    private HouseholdAssignmentView() {}

    private static List<Waiting> waiting(HouseholdAssignmentState state) {
        return state.stage() == HouseholdStage.AGREED
                ? List.of(Waiting.of(
                        WaitingFor.HOUSEHOLDS_ASSIGNMENT, state.post(), Competence.DECIDE, state.stageSince()))
                : List.of();
    }

    private static void inCharge(HouseholdAssignmentState before, Reliances on) {
        on.standing(before.cell());
        on.availableAt(before.post(), before.member());
    }
}
