package org.coordinationledger.vocabulary;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step says that a figure came to, so that anybody can read the figure again and see whether it does.
 *
 * @param scope the id that it was asked for, or null for the whole ledger
 * @param effectiveOn the day that it was asked for
 * @param comparedWith the day that it was compared with, or null
 * @param position where the ledger was when it was read
 * @param value the number with its quality, or null where there was none
 * @param texts the values of a figure that is a list of texts, in its order; else empty
 */
public record FigureReading(
        FigureName figure,
        @Nullable String scope,
        LocalDate effectiveOn,
        @Nullable LocalDate comparedWith,
        long position,
        @Nullable Quantity value,
        List<String> texts) {

    public FigureReading {
        texts = List.copyOf(texts);
    }

    /** Whether number and quality, or the texts, are the same; the phrase of a source does not matter. */
    public boolean cameTo(@Nullable Quantity otherValue, List<String> otherTexts) {
        if (value == null || otherValue == null) {
            return value == null && otherValue == null && texts.equals(otherTexts);
        }
        return texts.isEmpty()
                && otherTexts.isEmpty()
                && value.value().compareTo(otherValue.value()) == 0
                && value.quality() == otherValue.quality();
    }
}
