package org.coordinationledger.view.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure has its value.
 *
 * @param records how many records are behind it
 * @param organisations whose records they are, in the order of their ids; at most {@link FigureReasons#MOST_ORGANISATIONS}
 * @param organisationCount of how many organisations they are altogether
 * @param fallenOut what does not count because something was voided
 * @param change what came and went between the two pairs of times, or null where nothing is compared
 */
public record FigureReason(
        FigureValue value,
        long records,
        List<Part> organisations,
        int organisationCount,
        FallenOut fallenOut,
        @Nullable Change change) {

    /**
     * The records of one organisation: the first of those in the scope that place them.
     *
     * @param name as on the day; empty where it has none
     * @param records how many there are
     * @param shown the first of them; of all organisations together at most {@link FigureReasons#MOST_RECORDS}
     */
    public record Part(String organisation, String name, long records, List<Counted> shown) {}

    /**
     * A record that counts, or that did.
     *
     * @param title those of the facts by which people know it that it has, in order
     * @param value what the figure is of, or null where records themselves are counted
     * @param since the first day from which on it counts without a break; for one that is gone, the first day on which it
     *     counts no more; null where it cannot be told from the record
     * @param step the step with which it was known to count, or for one that is gone, to count no more; null where no step
     *     of it did that: time passed, or an organisation stood elsewhere; null too where the record has left the circle of
     *     whoever asks
     */
    public record Counted(
            String id,
            Map<String, Object> title,
            @Nullable Object value,
            @Nullable LocalDate since,
            @Nullable CountingStep step) {}

    /** A step of a record. */
    public record CountingStep(
            long sequence, long position, Instant recordedAt, String event, LocalDate effectiveOn) {}

    /**
     * What makes the difference between two pairs of times.
     *
     * @param added records that count now and did not
     * @param gone records that did count and do not now
     * @param changed records that count at both, with another value
     */
    public record Change(Some added, Some gone, Some changed) {}

    /**
     * Records that do not count because something was voided, as known where the figure is read.
     *
     * @param count how many were found
     * @param shown the first of them; at most {@link FigureReasons#MOST_CHANGED}
     * @param whole whether all there are were looked for: no more was voided, or fell out, than is looked at
     */
    public record FallenOut(long count, List<Fallen> shown, boolean whole) {}

    /**
     * One of them.
     *
     * @param title those of the facts by which people know it that it has, or had before the voiding, in order
     * @param value what it would bring to the figure, or null where records themselves are counted
     * @param byResource the kind of record of which a step was voided: this record's, or that of an organisation
     * @param byRecord that record
     * @param step the voiding
     */
    public record Fallen(
            String id,
            Map<String, Object> title,
            @Nullable Object value,
            String byResource,
            String byRecord,
            CountingStep step) {}

    /**
     * Some of the records that make a difference.
     *
     * @param count how many there are
     * @param shown the first of them by id; at most {@link FigureReasons#MOST_CHANGED}
     */
    public record Some(long count, List<Counted> shown) {}
}
