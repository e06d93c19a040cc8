package org.coordinationledger.cellmeeting.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.CellAssignmentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can happen to a cell meeting: it was held. What was recorded wrongly about it is corrected or voided. */
public sealed interface CellMeetingEvent extends RecordEvent {

    /** At most so many assigned members at a meeting. */
    int MOST_ATTENDANCES = 64;

    /** At most so many briefings delivered at a meeting. */
    int MOST_BRIEFINGS = 20;

    /**
     * The cell met.
     *
     * @param month the month that it was the regular meeting of
     * @param attendance of the post's members who were assigned to the cell on that day
     * @param superiors organisations that attended to learn the meeting's quality
     * @param briefings delivered at the meeting
     * @param remarks about the meeting, never about people
     */
    record Held(
            LocalDate effectiveOn,
            OrganisationId cell,
            MeetingMonth month,
            List<Attendance> attendance,
            List<OrganisationId> superiors,
            List<BriefingId> briefings,
            @Nullable Subject remarks,
            boolean illustrative)
            implements CellMeetingEvent {
        public Held {
            Bounded.required("cell", cell);
            Bounded.required("month", month);
            attendance = Bounded.list("attendance", attendance, MOST_ATTENDANCES);
            superiors = Bounded.list("superiors", superiors, Bounded.ORGANISATIONS);
            briefings = Bounded.list("briefings", briefings, MOST_BRIEFINGS);
        }
    }

    /** Whether the member with an assignment attended. */
    record Attendance(CellAssignmentId cellAssignment, Presence presence) {
        public Attendance {
            Bounded.required("cellAssignment", cellAssignment);
            Bounded.required("presence", presence);
        }
    }
}
