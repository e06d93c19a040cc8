package org.coordinationledger.view.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A step of some record as it was recorded, with what it is searched by.
 *
 * @param kind the record's type, as its streams are called
 * @param event the stored name of the event
 * @param amends the sequence of the step that it corrects or voids, or null
 * @param daysToRecording from the day on which it takes effect to that of its recording; 0 if it was recorded ahead,
 *     and for what amends another
 * @param named the organisations, members and other records that its record names, as known at {@code namedAt}
 * @param findings what was ever found about it
 */
public record LedgerStep(
        long position,
        String kind,
        String record,
        long sequence,
        String event,
        Instant recordedAt,
        LocalDate effectiveOn,
        Actor actor,
        @Nullable Long amends,
        long daysToRecording,
        List<String> named,
        long namedAt,
        List<Noted> findings) {

    public LedgerStep {
        named = List.copyOf(named);
        findings = List.copyOf(findings);
    }

    /**
     * Something that is not as it should be about a step.
     *
     * @param from the first position at which it was so
     * @param to the first position at which it no longer was; {@link org.coordinationledger.view.span.Span#CURRENT} while
     *     it is
     */
    public record Noted(String code, long from, long to) {

        /** Whether it is so as known at a position. */
        public boolean at(long position) {
            return from <= position && position < to;
        }
    }

    LedgerStep naming(List<String> now, long at) {
        return new LedgerStep(
                position, kind, record, sequence, event, recordedAt, effectiveOn, actor, amends, daysToRecording, now, at,
                findings);
    }

    LedgerStep noting(List<Noted> all) {
        return new LedgerStep(
                position, kind, record, sequence, event, recordedAt, effectiveOn, actor, amends, daysToRecording, named,
                namedAt, all);
    }
}
