package org.coordinationledger.view.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;

/**
 * A step of a record, with what became of it.
 *
 * @param event what counts of it, corrections included
 * @param name the stored name of the event
 * @param recordedAt when the step itself was recorded
 * @param knownAt the end of the commit that brought what counts of it: the step's, or that of its last correction
 * @param fitsNot why the fold leaves it out in its place, or null
 * @param amendments of the step and of its amendments, in the order of recording
 */
record Act(
        long sequence,
        long position,
        Actor actor,
        RecordEvent event,
        String name,
        Instant recordedAt,
        long knownAt,
        Trail.Status status,
        @Nullable Rejection fitsNot,
        List<Amending> amendments) {

    /**
     * An amendment of a step.
     *
     * @param amends the sequence of the step or amendment that it amends
     * @param counts whether it is not voided itself
     */
    record Amending(Entry entry, Actor actor, boolean voids, long amends, String reason, LocalDate on, boolean counts) {}

    LocalDate day() {
        return event.effectiveOn();
    }

    /** Whether it was not voided, be it that it fits no longer. */
    boolean stands() {
        return status != Trail.Status.VOIDED;
    }

    /** Whether the fold takes it. */
    boolean counts() {
        return status == Trail.Status.COUNTS || status == Trail.Status.CORRECTED;
    }

    /** Who said what counts of it: who took the step, and who corrected it since. */
    Set<String> persons() {
        Set<String> persons = new LinkedHashSet<>();
        persons.add(actor.person());
        amendments.stream()
                .filter(amending -> amending.counts() && !amending.voids())
                .forEach(amending -> persons.add(amending.actor().person()));
        return persons;
    }

    /** From the day on which it takes effect to that of its recording; below zero if it was recorded ahead. */
    long daysToRecording() {
        return ChronoUnit.DAYS.between(day(), LocalDate.ofInstant(recordedAt, Dates.ZONE));
    }
}
