package org.coordinationledger.console.figure;

import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table of figures.
 *
 * @param of what the value is of, and where more of it is told
 * @param records where the records behind it are listed, or null
 * @param note a word beside it, or null
 * @param figure the name of the figure, or of what it is told for
 * @param untold why there is no value, or null where there is one
 */
record FigureRow(
        Piece of,
        ShownValue value,
        @Nullable String records,
        @Nullable String note,
        String figure,
        @Nullable String untold) {

    FigureRow(Piece of, ShownValue value, @Nullable String records, @Nullable String note, String figure) {
        this(of, value, records, note, figure, null);
    }

    /** One whose value is not read yet. */
    static FigureRow toCome(Piece of, String figure, Page page) {
        return new FigureRow(of, ShownValue.toCome(page), null, null, figure);
    }
}
