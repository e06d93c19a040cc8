package org.coordinationledger.console.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.console.page.FactPieces;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The value of a figure as a page writes it.
 *
 * @param text with its quality: "hơn 2.700"
 * @param number the same as a program reads it, or null where there is no number
 * @param compared what it was on the day that is compared with, or null
 * @param difference from then to now with its sign, or null
 */
record ShownValue(String text, @Nullable String number, @Nullable String compared, @Nullable String difference) {

    /** The list behind a figure shows all. */
    private static final int MOST_VALUES = 100;

    /** @param growing whether the value is how many times as much there is, which has no difference */
    static ShownValue of(Page page, FigureValue found, boolean growing) {
        BigDecimal now = number(found.value());
        BigDecimal then = growing ? null : number(found.compared());
        return new ShownValue(
                text(page, found),
                now == null ? null : now.toPlainString(),
                then == null ? null : page.number(then),
                now == null || then == null ? null : signed(page, now.subtract(then)));
    }

    /** Stands where nothing could be told. */
    static ShownValue nothing(Page page) {
        return new ShownValue(page.text("figures.none"), null, null, null);
    }

    /** Stands where it is not read yet. */
    static ShownValue toCome(Page page) {
        return new ShownValue(page.text("figures.value.to-come"), null, null, null);
    }

    private static String text(Page page, FigureValue found) {
        if (found.value() instanceof List<?> several) {
            if (several.isEmpty()) {
                return page.text("figures.none");
            }
            String shown = several.stream().limit(MOST_VALUES).map(Object::toString).collect(Collectors.joining(", "));
            return several.size() <= MOST_VALUES
                    ? shown
                    : page.text("figures.more", "values", shown, "count", page.number(several.size() - MOST_VALUES));
        }
        BigDecimal number = number(found.value());
        if (number == null) {
            return page.text("figures.none");
        }
        Quality quality = found.quality() == null ? Quality.EXACT : found.quality();
        return FactPieces.quantity(page, new Quantity(number, quality, null));
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    private static String signed(Page page, BigDecimal difference) {
        String size = page.number(difference.abs());
        return difference.signum() == 0 ? size : (difference.signum() > 0 ? "+" : "−") + size;
    }
}
