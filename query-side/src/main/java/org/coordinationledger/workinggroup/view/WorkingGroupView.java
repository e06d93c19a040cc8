package org.coordinationledger.workinggroup.view;

import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.workinggroup.event.WorkingGroupState;
import org.coordinationledger.workinggroup.event.WorkingGroupState.Helper;

/** What lists and figures show of working groups. Which villages are helped is in the record; here it is how many. */
public final class WorkingGroupView {

    private static final String ESTABLISHED_BY = "establishedBy";
    private static final String POST_COUNT = "postCount";
    private static final String VILLAGE_COUNT = "villageCount";

    public static final FeatureView<WorkingGroupState> VIEW = FeatureView.of(WorkingGroupState.TYPE)
            .open(WorkingGroupState::standing)
            .text("name", WorkingGroupState::name)
            .organisation(ESTABLISHED_BY, WorkingGroupState::establishedBy)
            .organisation("worksFor", WorkingGroupState::worksFor)
            .organisations("posts", s -> s.posts().stream().map(Helper::post).toList())
            .number(POST_COUNT, s -> s.posts().size())
            .number(VILLAGE_COUNT, WorkingGroupState::villages)
            .titledBy("name")
            .flag("illustrative", WorkingGroupState::illustrative)
            .figure(standing(Figure.count("workingGroups")))
            .figure(standing(Figure.sum("postsInWorkingGroups", POST_COUNT)))
            .figure(standing(Figure.sum("villagesHelped", VILLAGE_COUNT)))
            .build();

    private WorkingGroupView() {}

    private static Figure standing(Figure figure) {
        return figure.where(FeatureView.OPEN, true).placedBy(ESTABLISHED_BY);
    }
}
