package org.coordinationledger.view.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadingCircle;
import org.jspecify.annotations.Nullable;

/**
 * Which figure is asked for: of what, by whom, at which pair of times, of which days.
 *
 * @param scope the organisation, or for a figure of one record that record; null for the whole circle
 * @param circle outside of which no record counts
 * @param point as known where
 * @param effectiveOn the day whose records count, and by whose tree they are placed; of a figure that accumulates the
 *     last day of the period, if that comes first
 * @param period only what happened in it; MUST be {@link Period#ALL} for a figure that does not declare a day on which it
 *     happens
 */
public record FigureQuestion(
        FeatureFigure figure,
        @Nullable String scope,
        ReadingCircle circle,
        ReadPoint point,
        LocalDate effectiveOn,
        Period period) {

    public FigureQuestion {
        if (figure.figure().happenedOn() == null && !period.equals(Period.ALL)) {
            throw new IllegalArgumentException(figure.figure().name() + " does not happen on a day");
        }
        LocalDate last = period.to();
        if (figure.figure().accumulating() && last != null && last.isBefore(effectiveOn)) {
            effectiveOn = last;
        }
    }

    /** The same of another day. */
    public FigureQuestion on(LocalDate day) {
        return new FigureQuestion(figure, scope, circle, point, day, period);
    }

    /** The same as known elsewhere. */
    public FigureQuestion at(ReadPoint other) {
        return new FigureQuestion(figure, scope, circle, other, effectiveOn, period);
    }

    /** The same of another period. */
    public FigureQuestion during(Period other) {
        return new FigureQuestion(figure, scope, circle, point, effectiveOn, other);
    }

    /** The same about an organisation. */
    FigureQuestion about(String organisation) {
        return new FigureQuestion(figure, organisation, circle, point, effectiveOn, period);
    }

    /** The same of all that there is, whoever asks. */
    FigureQuestion ofAll() {
        return new FigureQuestion(figure, null, ReadingCircle.WHOLE, point, effectiveOn, period);
    }

    /** Of which organisations a record must name one, so that it counts for whoever asks; empty if of none. */
    Optional<Set<String>> readable() {
        return circle.named(figure.view());
    }

    /** Whether whoever asks may ask about an organisation: it lies in their circle, or all records are read by them. */
    public boolean mayBeAbout(String organisation) {
        return readable().isEmpty() || circle.includes(organisation);
    }

    /** Whether everything counts, wherever it is. */
    boolean isWhole() {
        return scope == null && readable().isEmpty();
    }

    /** The day up to which nothing counts of a figure that accumulates; empty where everything counts. */
    Optional<LocalDate> accumulatedBefore() {
        return asked().accumulating() ? Optional.ofNullable(period.from()).map(from -> from.minusDays(1)) : Optional.empty();
    }

    /** What is asked for. */
    Figure asked() {
        return figure.figure();
    }
}
