package org.coordinationledger.reminder.command;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.api.FollowUpCommands;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reminder.event.Awaited;
import org.coordinationledger.reminder.event.ReminderEvent;
import org.coordinationledger.reminder.event.ReminderState;
import org.coordinationledger.service.identity.Administration;
import org.coordinationledger.service.overdue.Overdue;
import org.coordinationledger.service.overdue.OverdueReads.ReadViews;
import org.coordinationledger.service.overdue.OverdueReads;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Sends a reminder of everything that is overdue today and that nobody was reminded of yet. Any number may run at a time,
 * in any processes, and be stopped anywhere: a reminder's id follows from what is overdue, so its stream holds one.
 */
public final class ReminderRun {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderRun.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final FollowUpCommands commands;
    private final LedgerReader ledger;
    private final OverdueReads reads;
    private final Actor service;
    private final Clock clock;
    private final ReminderProperties properties;
    private final RetryTemplate untilUpToDate;

    ReminderRun(
            FollowUpCommands commands,
            LedgerReader ledger,
            OverdueReads reads,
            Administration administration,
            Clock clock,
            ReminderProperties properties) {
        this.commands = commands;
        this.ledger = ledger;
        this.reads = reads;
        this.service = administration.service();
        this.clock = clock;
        this.properties = properties;
        this.untilUpToDate = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .delay(BETWEEN_LOOKS)
                .timeout(properties.longestWaitForViews())
                .includes(BehindException.class)
                .build());
    }

    /**
     * What a run did.
     *
     * @param sent how many reminders it recorded
     * @param refused how many a rule stood against, such as that the organisation is dissolved
     * @param more whether some were left to the next run
     */
    public record Result(int sent, int refused, boolean more) {}

    /** Runs once; empty if there are no views that are up to date with the ledger. */
    public Optional<Result> run() {
        Optional<ReadViews> views = viewsUpToDate();
        if (views.isEmpty()) {
            LOG.warn("no reminders are sent: the views are not up to date with the ledger");
            return Optional.empty();
        }
        Counts counts = new Counts();
        LocalDate today = LocalDate.now(clock.withZone(Dates.ZONE));
        reads.each(views.get(), today, overdue -> {
            ReminderEvent.Sent reminder = reminder(overdue, today);
            if (!isSent(reminder)) {
                if (counts.sent == properties.mostPerRun()) {
                    counts.more = true;
                    return false;
                }
                send(reminder, counts);
            }
            return true;
        });
        Result result = new Result(counts.sent, counts.refused, counts.more);
        LOG.info("{} reminders sent, {} refused{}", result.sent(), result.refused(),
                result.more() ? ", more are left to the next run" : "");
        return Optional.of(result);
    }

    private static final class Counts {
        private int sent;
        private int refused;
        private boolean more;
    }

    private static ReminderEvent.Sent reminder(Overdue overdue, LocalDate today) {
        return new ReminderEvent.Sent(
                today, new RecordReference(overdue.resource(), overdue.record()), new Awaited(overdue.what()),
                new OrganisationId(overdue.organisation()), overdue.dueOn(), false);
    }

    private boolean isSent(ReminderEvent.Sent reminder) {
        return !ledger.entriesOf(reminder.onlyId().value(), 0, 1).isEmpty();
    }

    private void send(ReminderEvent.Sent reminder, Counts counts) {
        ReminderCommand.Send command = new ReminderCommand.Send(
                reminder.onlyId(), reminder.effectiveOn(), reminder.record(), reminder.what(), reminder.organisation(),
                reminder.dueOn(), reminder.illustrative());
        try {
            if (!commands.take(ReminderState.TYPE, command, service, "reminder:" + reminder.onlyId()).repeated()) {
                counts.sent++;
            }
        } catch (RejectedException e) {
            if (e.rejection() instanceof ServiceRejection.Later) {
                throw e;
            }
            if (!isSent(reminder)) {
                counts.refused++;
                LOG.warn("{} is not reminded of {} of {} {}: {}", reminder.organisation(), reminder.what(),
                        reminder.record().resource(), reminder.record().id(), e.rejection().code());
            }
        }
    }

    /** What was done a moment ago must not be reminded of. */
    private Optional<ReadViews> viewsUpToDate() {
        ledger.catchUp();
        long tail = ledger.tail();
        try {
            return Optional.ofNullable(untilUpToDate.execute(() -> viewsUpTo(tail)));
        } catch (RetryException e) {
            if (e.getCause() instanceof BehindException) {
                return Optional.empty();
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private ReadViews viewsUpTo(long tail) {
        return reads.views().filter(views -> views.position() >= tail).orElseThrow(BehindException::new);
    }

    /** The views have yet to catch up with the ledger. */
    private static final class BehindException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
