package org.coordinationledger.cellmeeting.view;

import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;

/** What lists and figures show of cell meetings. A meeting is a fact of a day that counts from then on. */
public final class CellMeetingView {

    private static final String CELL = "cell";
    private static final String ATTENDED = "attended";
    private static final String ATTENDED_BY_SUPERIORS = "attendedBySuperiors";

    public static final FeatureView<CellMeetingState> VIEW = FeatureView.of(CellMeetingState.TYPE)
            .open(s -> true)
            .organisation(CELL, CellMeetingState::cell)
            .text("month", CellMeetingState::month)
            .date("heldOn", CellMeetingState::heldOn)
            .flag(ATTENDED_BY_SUPERIORS, s -> !s.superiors().isEmpty())
            .organisations("superiors", CellMeetingState::superiors)
            .number(ATTENDED, CellMeetingState::attended)
            .number("absent", CellMeetingState::absent)
            .searchedBy("month")
            .titledBy(CELL, "month")
            .flag("illustrative", CellMeetingState::illustrative)
            .sortedBy("heldOn")
            .figure(Figure.count("cellMeetings").placedBy(CELL))
            .figure(Figure.count("cellMeetingsAttendedBySuperiors")
                    .where(ATTENDED_BY_SUPERIORS, true)
                    .placedBy(CELL))
            .figure(Figure.sum("meetingAttendances", ATTENDED).placedBy(CELL))
            .build();

    private CellMeetingView() {}
}
