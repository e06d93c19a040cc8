package org.coordinationledger.catalogue;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.util.List;
import org.coordinationledger.actor.Role;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverItem;
import org.coordinationledger.handover.event.HandoverOutcome;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.handover.event.Settlement;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.reminder.event.Awaited;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.reminder.event.ReminderState;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;
import org.junit.jupiter.api.Test;

/** As {@link EveryEventIsHandledTest}, for who may act, what passes on and who is reminded. */
class EveryEventOfAuthorityIsHandledTest {

    private static final Reason REASON = new Reason("lý do");

    @Test
    void every_event_of_a_mandate_is_handled() {
        EveryEventIsHandledTest.requireAll(
                MandateEvent.class,
                Life.of(MandateState.TYPE)
                        .then(administrator(), new MandateEvent.Granted(
                                day("2018-01-01"), new PersonCode("person"), organisation("post"), Role.RECORDER, null,
                                day("2018-12-31"), List.of(), null, List.of(), false))
                        .then(administrator(), new MandateEvent.Extended(
                                day("2018-12-01"), day("2019-12-31"), List.of()))
                        .then(administrator(), new MandateEvent.Revoked(day("2019-02-01"), REASON, List.of())));
    }

    @Test
    void every_event_of_a_handover_is_handled() {
        HandoverItem item = new HandoverItem(
                new RecordReference("proposals", "proposal"), HandoverOutcome.LAPSED, null, null, REASON);
        EveryEventIsHandledTest.requireAll(
                HandoverEvent.class,
                Life.of(HandoverState.TYPE)
                        .then(decider("heir"), new HandoverEvent.Decided(
                                day("2025-07-01"), organisation("old"), List.of(item), null, List.of(), false))
                        .then(decider("heir"), new HandoverEvent.Settled(
                                day("2025-07-01"), List.of(Settlement.passedOn(0, 7)))));
    }

    @Test
    void every_event_of_a_reminder_is_handled() {
        EveryEventIsHandledTest.requireAll(
                ReminderEvent.class,
                Life.of(ReminderState.TYPE)
                        .then(administrator(), new ReminderEvent.Sent(
                                day("2025-07-01"), new RecordReference("proposals", "proposal"),
                                new Awaited("PROPOSAL_ANSWER"), organisation("district"), day("2025-06-30"), false))
                        .then(recorder("district"), new ReminderEvent.Acknowledged(day("2025-07-02"), null)));
    }
}
