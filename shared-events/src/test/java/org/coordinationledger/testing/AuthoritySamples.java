package org.coordinationledger.testing;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverItem;
import org.coordinationledger.handover.event.HandoverOutcome;
import org.coordinationledger.handover.event.Settlement;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.reminder.event.Awaited;
import org.coordinationledger.reminder.event.Remark;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;

/** What {@link Samples} has of mandates, handovers, reminders and passing on. */
final class AuthoritySamples {

    private static final LocalDate DAY = day("2018-07-01");
    private static final Reason REASON = new Reason("Theo quyết định điều động");
    private static final BasisDocumentId DOCUMENT = new BasisDocumentId("basis-09");
    private static final List<BasisDocumentId> BASES = List.of(DOCUMENT);

    private AuthoritySamples() {}

    static List<Object> all() {
        return List.of(
                new MandateEvent.Granted(
                        DAY, new PersonCode("deputy-1"), organisation("post"), Role.APPROVER, Body.COMMITTEE,
                        day("2018-12-31"), List.of(), new PersonCode("secretary-1"), BASES, true),
                new MandateEvent.Extended(DAY, day("2019-06-30"), BASES),
                new MandateEvent.Revoked(DAY, REASON, BASES),
                new HandoverEvent.Decided(
                        DAY, organisation("commune-1"),
                        List.of(
                                new HandoverItem(
                                        new RecordReference("cell-assignments", "assignment-1"),
                                        HandoverOutcome.INHERITED, organisation("commune-2"), null, null),
                                new HandoverItem(
                                        new RecordReference("agreements", "agreement-1"), HandoverOutcome.REPLACED,
                                        null, new RecordReference("agreements", "agreement-2"), null),
                                new HandoverItem(
                                        new RecordReference("agreements", "agreement-3"), HandoverOutcome.LAPSED, null,
                                        null, REASON)),
                        REASON, BASES, true),
                new HandoverEvent.Settled(
                        DAY, List.of(Settlement.passedOn(0, 812), Settlement.refused(1, "succession/not-named"))),
                new ReminderEvent.Sent(
                        DAY, new RecordReference("briefings", "briefing-1"), new Awaited("BRIEFING_PASS"),
                        organisation("post-1"), DAY.minusDays(3), true),
                new ReminderEvent.Acknowledged(DAY, new Remark("Sẽ thông qua trong tuần")),
                new Succession.Inherited(DAY, organisation("commune-1"), organisation("commune-2"), REASON, BASES),
                new Succession.Replaced(
                        DAY, organisation("commune-1"), new RecordReference("agreements", "agreement-2"), REASON, BASES),
                new Succession.Lapsed(DAY, organisation("commune-1"), REASON, BASES));
    }
}
