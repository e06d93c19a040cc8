package org.coordinationledger.cellmeeting.view;

import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent.Held;
import org.coordinationledger.cellmeeting.event.CellMeetingState;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Reliance.Condition;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.vocabulary.OrganisationId;

/** What lists and figures show of cell meetings. A meeting is a fact of a day that counts from then on. */
public final class CellMeetingView {

    private static final String CELL = "cell";
    private static final String MONTH = "month";
    private static final String HELD_ON = "heldOn";
    private static final String ATTENDED = "attended";
    private static final String ATTENDED_BY_SUPERIORS = "attendedBySuperiors";

    /** A cell meets with those who have a seat in it, and hears what passed. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Held.class, CellMeetingView::held)
            .build();

    public static final FeatureView<CellMeetingState> VIEW = FeatureView.of(CellMeetingState.TYPE)
            .open(s -> true)
            .organisation(CELL, CellMeetingState::cell)
            .month(MONTH, CellMeetingState::month)
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
            .trail(TRAIL)
            .build();

    private CellMeetingView() {}

    private static void held(Held event, Reliances on) {
        on.standing(event.cell(), OrganisationKind.CELL);
        on.test(OrganisationState.TYPE, event.cell(), Condition.UNDER_WHO_ACTS, (known, day) -> {
            OrganisationId acting = on.actor().organisation();
            return known.standing(event.cell(), day)
                    .filter(cell -> !acting.equals(event.cell()) && !acting.equals(cell.partySuperior()))
                    .isEmpty();
        });
        on.standing(event.superiors());
        event.attendance().forEach(attendance -> on.state(
                Condition.SEATED, CellAssignmentState.TYPE, attendance.cellAssignment(),
                seat -> seat.open() && event.cell().equals(seat.cell())));
        event.briefings().forEach(briefing ->
                on.state(Condition.PASSED, BriefingState.TYPE, briefing, BriefingState::deliverable));
    }
}
