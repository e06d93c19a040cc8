package org.coordinationledger.view.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.vocabulary.Dates;

/** When the steps of one record were recorded, from its entries. */
final class Recordings {

    private final List<Entry> entries;

    /** @param entries all of the record */
    Recordings(List<Entry> entries) {
        this.entries = entries;
    }

    /** When a step was recorded. */
    Instant at(long sequence) {
        return entry(sequence).recordedAt();
    }

    /** The end of the commit that brought what counts of an act: the step's, or that of its last correction. */
    long knownAt(Act act) {
        long told = act.amendments().stream()
                .filter(amending -> amending.counts() && !amending.voids())
                .reduce((first, last) -> last)
                .map(amending -> amending.step().sequence())
                .orElse(act.sequence());
        Entry entry = entry(told);
        return entry.commitFirst() + entry.commitCount() - 1;
    }

    /** From the day on which an act takes effect to that of its recording; below zero if it was recorded ahead. */
    long days(Act act) {
        return ChronoUnit.DAYS.between(act.day(), LocalDate.ofInstant(at(act.sequence()), Dates.ZONE));
    }

    private Entry entry(long sequence) {
        return entries.get(Math.toIntExact(sequence));
    }
}
