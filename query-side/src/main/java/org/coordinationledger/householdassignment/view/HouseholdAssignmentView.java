package org.coordinationledger.householdassignment.view;

import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentState;
import org.coordinationledger.householdassignment.event.HouseholdStage;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Waiting;

/** What lists and figures show of household assignments: how many households, never which. */
public final class HouseholdAssignmentView {

    private static final String MEMBER = "member";
    private static final String POST = "post";
    private static final String COMMUNE = "commune";
    private static final String CELL = "cell";
    private static final String HOUSEHOLDS = "households";
    private static final String VISITS = "visits";

    public static final FeatureView<HouseholdAssignmentState> VIEW = FeatureView.of(HouseholdAssignmentState.TYPE)
            .open(HouseholdAssignmentState::open)
            .code("stage", HouseholdStage.class, HouseholdAssignmentState::stage)
            .record(MEMBER, MemberState.TYPE, HouseholdAssignmentState::member)
            .organisation(POST, HouseholdAssignmentState::post)
            .organisation(COMMUNE, HouseholdAssignmentState::commune)
            .organisation(CELL, HouseholdAssignmentState::cell)
            .number(HOUSEHOLDS, s -> s.households().size())
            .number(VISITS, HouseholdAssignmentState::visits)
            .waiting(WaitingFor.class, HouseholdAssignmentView::waiting)
            .titledBy(MEMBER, CELL)
            .flag("illustrative", HouseholdAssignmentState::illustrative)
            .figure(Figure.distinct("membersInChargeOfHouseholds", MEMBER)
                    .where(FeatureView.OPEN, true)
                    .placedBy(POST, COMMUNE, CELL))
            .figure(Figure.sum("householdsInCharge", HOUSEHOLDS)
                    .where(FeatureView.OPEN, true)
                    .placedBy(POST, COMMUNE, CELL))
            .figure(Figure.sum("householdVisits", VISITS).placedBy(POST, COMMUNE, CELL))
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
}
