package org.coordinationledger.reminder.view;

import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.reminder.event.ReminderEvent.Sent;
import org.coordinationledger.reminder.event.ReminderState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;

/** What lists and figures show of reminders. */
public final class ReminderView {

    private static final String WHAT = "what";
    private static final String SENT_ON = "sentOn";
    private static final String ORGANISATION = "organisation";

    /** Sent to an organisation that stands, about a record that exists. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Sent.class, (e, on) -> {
                on.recorded(e.record());
                on.standing(e.organisation());
            })
            .build();

    public static final FeatureView<ReminderState> VIEW = FeatureView.of(ReminderState.TYPE)
            .open(state -> !state.acknowledged())
            .text("resource", s -> s.record().resource())
            .text("record", s -> s.record().id())
            .text(WHAT, ReminderState::what)
            .organisation(ORGANISATION, ReminderState::organisation)
            .date("dueOn", ReminderState::dueOn)
            .date(SENT_ON, ReminderState::sentOn)
            .flag("acknowledged", ReminderState::acknowledged)
            .waiting(WaitingFor.class, ReminderView::waiting)
            .titledBy(ORGANISATION, "dueOn")
            .flag("illustrative", ReminderState::illustrative)
            .sortedBy(SENT_ON)
            .figure(Figure.count("remindersSent").happenedOn(SENT_ON).placedBy(ORGANISATION))
            .figure(Figure.count("remindersUnacknowledged")
                    .where(FeatureView.OPEN, true)
                    .placedBy(ORGANISATION))
            .trail(TRAIL)
            .build();

    /** What a reminder waits for. */
    private enum WaitingFor {
        REMINDER_ACKNOWLEDGEMENT
    }

    private ReminderView() {}

    /** No day is set for it: nobody is reminded of a reminder. */
    private static List<Waiting> waiting(ReminderState state) {
        return state.acknowledged()
                ? List.of()
                : List.of(Waiting.of(
                        WaitingFor.REMINDER_ACKNOWLEDGEMENT, state.organisation(), Competence.RECORD, state.sentOn()));
    }
}
