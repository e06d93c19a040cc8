package org.coordinationledger.cellmeeting.command;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** Rules of cell meetings that look at other records. */
public sealed interface CellMeetingAcross extends Rejection {

    /** A meeting is recorded by the cell or by the commune committee that it stands under. */
    record NotYourCell(@Given String cell, @Nullable String commune) implements CellMeetingAcross {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The member has no open seat in this cell on the day of the meeting. */
    record NotSeatedThere(@Given String cellAssignment, String cell, LocalDate on) implements CellMeetingAcross {}

    /** A briefing is delivered only while its latest revision is passed. */
    record BriefingNotPassed(@Given String briefing, String stage) implements CellMeetingAcross {}

    /** A cell has one regular meeting a month. */
    record MonthTaken(String cell, @Given String month, String by) implements CellMeetingAcross {}
}
