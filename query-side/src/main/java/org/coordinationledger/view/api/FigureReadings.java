package org.coordinationledger.view.api;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/** Reads once more, each at its position, the figures that steps of records say something about. */
public final class FigureReadings {

    private final ReadPoints points;
    private final FigureReads figures;

    FigureReadings(ReadPoints points, FigureReads figures) {
        this.points = points;
        this.figures = figures;
    }

    /**
     * What a step says that a figure came to, beside what it comes to when it is read again at that position.
     *
     * @param again null where it could not be read
     * @param agrees whether number and quality, or the texts, are the same
     * @param problem why it could not be read, or null
     */
    public record Compared(
            FigureReading said, @Nullable FigureValue again, boolean agrees, @Nullable Rejection problem) {}

    /** @param point a position that views do not know by then is not waited for */
    Compared compared(FigureReading said, ReadPoint point) {
        if (said.position() > point.knownAt()) {
            return new Compared(said, null, false, new ServiceRejection.PositionNotReached(
                    said.position(), point.knownAt(), 0));
        }
        try {
            FigureValue again = figures.recomputed(said, points.at(new KnownOn.Position(said.position()), -1));
            return new Compared(said, again, said.cameTo(number(again), texts(again)), null);
        } catch (RejectedException e) {
            return new Compared(said, null, false, e.rejection());
        }
    }

    /** What a figure came to, as a number; null where it is none. */
    static @Nullable Quantity number(FigureValue found) {
        Object value = found.value();
        return value == null || value instanceof List<?>
                ? null
                : new Quantity(new BigDecimal(value.toString()), quality(found), null);
    }

    /** What a figure came to, as texts; none where it is a number. */
    static List<String> texts(FigureValue found) {
        return found.value() instanceof List<?> texts ? texts.stream().map(String::valueOf).toList() : List.of();
    }

    private static Quality quality(FigureValue found) {
        return found.quality() == null ? Quality.EXACT : found.quality();
    }
}
