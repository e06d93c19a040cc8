package org.coordinationledger.cellmeeting.view;

import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;

/** What lists and figures show of cell meetings. A meeting is a fact of a day that counts from then on. */
public final class CellMeetingView {

    private static final String CELL = "cell";
    private static final String MONTH = "month";
    private static final String HELD_ON = "heldOn";
    private static final String ATTENDED = "attended";
    private static final String ATTENDED_BY_SUPERIORS = "attendedBySuperiors";

    public static final FeatureView<CellMeetingState> VIEW = FeatureView.of(CellMeetingState.TYPE)
            .open(s -> true)
            .organisation(CELL, CellMeetingState::cell)
            .text(MONTH, CellMeetingState::month)
            .date(HELD_ON, CellMeetingState::heldOn)
            .flag(ATTENDED_BY_SUPERIORS, s -> !s.superiors().isEmpty())
            .organisations("superiors", CellMeetingState::superiors)
            .number(ATTENDED, CellMeetingState::attended)
            .number("absent", CellMeetingState::absent)
            .searchedBy("month")
            .titledBy(CELL, MONTH)
            .flag("illustrative", CellMeetingState::illustrative)
            .sortedBy(HELD_ON)
            .figure(Figure.count("cellMeetings").happenedOn(HELD_ON).placedBy(CELL))
            .figure(Figure.count("cellMeetingsAttendedBySuperiors")
                    .where(ATTENDED_BY_SUPERIORS, true)
                    .happenedOn(HELD_ON)
                    .placedBy(CELL))
            .figure(Figure.sum("meetingAttendances", ATTENDED).happenedOn(HELD_ON).placedBy(CELL))
            .build();

    private CellMeetingView() {}
}
