package org.coordinationledger.reminder.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reminder.event.ReminderEvent.Acknowledged;
import org.coordinationledger.reminder.event.ReminderEvent.Sent;
import org.coordinationledger.timeline.Fold;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * What a reminder is on a day.
 *
 * @param record what waits
 * @param what it waits for
 * @param organisation that was reminded
 * @param dueOn the last day on which it would have been in time
 * @param acknowledgedOn the day on which the organisation took note, or null
 * @param remark what it said about it, or null
 */
public record ReminderState(
        RecordReference record,
        Awaited what,
        OrganisationId organisation,
        LocalDate dueOn,
        LocalDate sentOn,
        @Nullable LocalDate acknowledgedOn,
        @Nullable Remark remark,
        boolean illustrative) {

    public static final RecordType<ReminderEvent, ReminderState> TYPE =
            new RecordType<>("Reminder", "reminders", ReminderEvent.class, new Evolution());

    public boolean acknowledged() {
        return acknowledgedOn != null;
    }

    private static final class Evolution implements Fold<ReminderEvent, ReminderState> {

        @Override
        public ReminderState begin(Step<ReminderEvent> step) {
            if (!(step.event() instanceof Sent e)) {
                throw new RejectedException(
                        new TimelineRejection.NotYetBegun(step.event().effectiveOn()));
            }
            if (!e.dueOn().isBefore(e.effectiveOn())) {
                throw new RejectedException(new ReminderRejection.NotOverdue(e.dueOn()));
            }
            return new ReminderState(
                    e.record(), e.what(), e.organisation(), e.dueOn(), e.effectiveOn(), null, null, e.illustrative());
        }

        @Override
        public ReminderState evolve(ReminderState state, Step<ReminderEvent> step) {
            if (!(step.event() instanceof Acknowledged e)) {
                throw new RejectedException(new TimelineRejection.AlreadyBegun());
            }
            if (!step.actor().organisation().equals(state.organisation())) {
                throw new RejectedException(new ReminderRejection.NotYourStep(
                        List.of(state.organisation().value())));
            }
            if (state.acknowledgedOn() != null) {
                throw new RejectedException(new ReminderRejection.AlreadyAcknowledged(state.acknowledgedOn()));
            }
            return new ReminderState(
                    state.record(), state.what(), state.organisation(), state.dueOn(), state.sentOn(), e.effectiveOn(),
                    e.remark(), state.illustrative());
        }

        /** Whoever goes on with what waits is reminded anew; an old reminder does not pass on. */
        @Override
        public boolean unfinished(ReminderState state) {
            return false;
        }
    }
}
