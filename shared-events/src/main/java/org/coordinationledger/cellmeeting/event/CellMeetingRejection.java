package org.coordinationledger.cellmeeting.event;

import java.time.LocalDate;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;

/** Rules of one cell meeting. */
public sealed interface CellMeetingRejection extends Rejection {

    /** The regular meeting of a month is held in it, or made up for within 31 days after it. */
    record OutsideItsMonth(String month, @Given LocalDate effectiveOn, LocalDate earliest, LocalDate latest)
            implements CellMeetingRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** An assignment, a superior or a briefing stands twice in the list of the meeting. */
    record NamedTwice(String component, @Given String named) implements CellMeetingRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A cell is not its own superior. */
    record NotASuperior(@Given String cell) implements CellMeetingRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
