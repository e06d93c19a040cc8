package org.coordinationledger.review.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was read for a review, with what it was asked for.
 *
 * @param scope the id that it was asked for, or null for the whole ledger
 * @param effectiveOn the day that it was asked for
 * @param comparedWith the day that it was compared with, or null
 * @param value the number with its quality, or null where there was none
 * @param texts the values of a figure that is a list of texts, in its order; else empty
 */
public record FrozenFigure(
        FigureName figure,
        @Nullable String scope,
        LocalDate effectiveOn,
        @Nullable LocalDate comparedWith,
        @Nullable Quantity value,
        List<String> texts) {

    /** At most this many texts in one figure. */
    public static final int MOST_TEXTS = 64;

    private static final int LONGEST_TEXT = 200;

    public FrozenFigure {
        Bounded.required("figure", figure);
        scope = scope == null ? null : RecordId.checked(scope);
        Dates.plausible("effectiveOn", effectiveOn);
        if (comparedWith != null) {
            Dates.plausible("comparedWith", comparedWith);
        }
        texts = Bounded.list("texts", texts, MOST_TEXTS).stream()
                .map(text -> Text.checkedLine(text, LONGEST_TEXT))
                .toList();
    }

    /** What it says that the figure came to at a position of the ledger. */
    public FigureReading readAt(long position) {
        return new FigureReading(figure, scope, effectiveOn, comparedWith, position, value, texts);
    }
}
