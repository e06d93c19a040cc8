package org.coordinationledger.cellmeeting.event;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent.Attendance;
import org.coordinationledger.cellmeeting.event.CellMeetingEvent.Held;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.BriefingId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** What a cell meeting was; it stays so from its day on. The components mean what they mean in the event. */
public record CellMeetingState(
        OrganisationId cell,
        MeetingMonth month,
        LocalDate heldOn,
        List<Attendance> attendance,
        List<OrganisationId> superiors,
        List<BriefingId> briefings,
        @Nullable Subject remarks,
        boolean illustrative) {

    public static final RecordType<CellMeetingEvent, CellMeetingState> TYPE =
            new RecordType<>("CellMeeting", "cell-meetings", CellMeetingEvent.class, new Evolution());

    /** How many assigned members attended. */
    public long attended() {
        return attendance.stream().filter(a -> a.presence().attended()).count();
    }

    /** How many assigned members were absent, with or without an excuse. */
    public long absent() {
        return attendance.size() - attended();
    }

    private static final class Evolution implements Fold<CellMeetingEvent, CellMeetingState> {

        @Override
        public CellMeetingState begin(Step<CellMeetingEvent> step) {
            if (!(step.event() instanceof Held e)) {
                throw new RejectedException(
                        new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
            }
            requireInTime(e);
            requireOnce("attendance", e.attendance().stream().map(Attendance::cellAssignment).toList());
            requireOnce("superiors", e.superiors());
            requireOnce("briefings", e.briefings());
            if (e.superiors().contains(e.cell())) {
                throw new RejectedException(
                        new CellMeetingRejection.NotASuperior(e.cell().value()));
            }
            return new CellMeetingState(
                    e.cell(), e.month(), e.effectiveOn(), e.attendance(), e.superiors(), e.briefings(), e.remarks(),
                    e.illustrative());
        }

        @Override
        public CellMeetingState evolve(CellMeetingState state, Step<CellMeetingEvent> step) {
            throw new RejectedException(new TimelineRejection.AlreadyBegun());
        }

        private static void requireInTime(Held event) {
            LocalDate earliest = event.month().firstDay();
            LocalDate latest = event.month().latest();
            LocalDate day = event.effectiveOn();
            if (day.isBefore(earliest) || day.isAfter(latest)) {
                throw new RejectedException(
                        new CellMeetingRejection.OutsideItsMonth(event.month().value(), day, earliest, latest));
            }
        }

        private static void requireOnce(String component, List<? extends RecordId> ids) {
            Set<RecordId> seen = new HashSet<>();
            for (RecordId id : ids) {
                if (!seen.add(id)) {
                    throw new RejectedException(new CellMeetingRejection.NamedTwice(component, id.value()));
                }
            }
        }

        @Override
        public boolean unfinished(CellMeetingState state) {
            return false;
        }
    }
}
