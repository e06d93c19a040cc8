package org.coordinationledger.view.figure;

import java.time.LocalDate;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.reading.ReadPoint;
import org.jspecify.annotations.Nullable;

/**
 * Which figure is asked for: of what, at which pair of times, of which days.
 *
 * @param scope the organisation, or for a figure of one record that record; null for the whole ledger
 * @param point as known where
 * @param effectiveOn the day whose records count, and by whose tree they are placed
 * @param period only what happened in it; MUST be {@link Period#ALL} for a figure that does not declare a day on which it
 *     happens
 */
public record FigureQuestion(
        FeatureFigure figure, @Nullable String scope, ReadPoint point, LocalDate effectiveOn, Period period) {

    public FigureQuestion {
        if (figure.figure().happenedOn() == null && !period.equals(Period.ALL)) {
            throw new IllegalArgumentException(figure.figure().name() + " does not happen on a day");
        }
    }

    /** The same of another day. */
    public FigureQuestion on(LocalDate day) {
        return new FigureQuestion(figure, scope, point, day, period);
    }

    /** The same as known elsewhere. */
    public FigureQuestion at(ReadPoint other) {
        return new FigureQuestion(figure, scope, other, effectiveOn, period);
    }

    /** The same of another period. */
    public FigureQuestion during(Period other) {
        return new FigureQuestion(figure, scope, point, effectiveOn, other);
    }

    /** What is asked for. */
    Figure asked() {
        return figure.figure();
    }
}
