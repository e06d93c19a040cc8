package org.coordinationledger.cellmeeting.command;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.CellMeetingId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What can be asked of a cell meeting. The components mean what they mean in the events. */
public sealed interface CellMeetingCommand extends RecordCommand {

    /** The cell, or its commune committee, records that the cell met. */
    record Hold(
            @TargetAggregateIdentifier CellMeetingId id,
            LocalDate effectiveOn,
            OrganisationId cell,
            MeetingMonth month,
            List<CellMeetingEvent.Attendance> attendance,
            List<OrganisationId> superiors,
            List<BriefingId> briefings,
            @Nullable Subject remarks,
            @Nullable Boolean illustrative)
            implements CellMeetingCommand {
        @Override
        public CellMeetingEvent.Held event() {
            return new CellMeetingEvent.Held(
                    effectiveOn, cell, month, attendance, superiors, briefings, remarks,
                    Boolean.TRUE.equals(illustrative));
        }
    }
}
