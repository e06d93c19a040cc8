package org.coordinationledger.workinggroup.view;

import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.Established;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.PostAttached;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent.VillagesAssigned;
import org.coordinationledger.workinggroup.event.WorkingGroupState;
import org.coordinationledger.workinggroup.event.WorkingGroupState.Helper;

/** What lists and figures show of working groups. Which villages are helped is in the record; here it is how many. */
public final class WorkingGroupView {

    private static final String ESTABLISHED_BY = "establishedBy";
    private static final String POST_COUNT = "postCount";
    private static final String VILLAGE_COUNT = "villageCount";

    /** Posts help villages; all of them stand. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Established.class, (e, on) -> on.standing(e.worksFor()))
            .relies(PostAttached.class, (e, on) -> on.standing(e.post(), OrganisationKind.BORDER_POST))
            .relies(VillagesAssigned.class, (e, on) -> {
                on.standing(e.post());
                on.standing(e.villages(), OrganisationKind.CELL);
            })
            .build();

    public static final FeatureView<WorkingGroupState> VIEW = FeatureView.of(WorkingGroupState.TYPE)
            .open(WorkingGroupState::standing)
            .text("name", WorkingGroupState::name)
            .organisation(ESTABLISHED_BY, WorkingGroupState::establishedBy)
            .organisation("worksFor", WorkingGroupState::worksFor)
            .organisations("posts", s -> s.posts().stream().map(Helper::post).toList())
            .number(POST_COUNT, s -> s.posts().size())
            .number(VILLAGE_COUNT, WorkingGroupState::villages)
            .searchedBy("name")
            .searchedIn(WorkingGroupState::purpose)
            .titledBy("name")
            .flag("illustrative", WorkingGroupState::illustrative)
            .figure(standing(Figure.count("workingGroups")))
            .figure(standing(Figure.sum("postsInWorkingGroups", POST_COUNT)))
            .figure(standing(Figure.sum("villagesHelped", VILLAGE_COUNT)))
            .trail(TRAIL)
            .build();

    private WorkingGroupView() {}

    private static Figure standing(Figure figure) {
        return figure.where(FeatureView.OPEN, true).placedBy(ESTABLISHED_BY);
    }
}
