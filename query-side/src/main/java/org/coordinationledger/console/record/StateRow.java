package org.coordinationledger.console.record;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coordinationledger.console.page.Piece;

/**
 * A line of what a record is, or of what a step says.
 *
 * @param path where it stands, as in {@code signed.text}; tells the same line in two states
 * @param label what it is called
 * @param value what it says; empty where further lines say it
 * @param rows the lines below it
 */
public record StateRow(String path, String label, List<Piece> value, List<StateRow> rows) {

    private static final Pattern PLACE = Pattern.compile("\\.\\d{1,3}$");

    /** What it says without links. */
    public String text() {
        return String.join(", ", value.stream().map(Piece::text).toList());
    }

    /** All that it and the lines below it say, each line after what it is called. */
    List<Piece> whole() {
        return rows.isEmpty()
                ? value
                : rows.stream()
                        .flatMap(row -> row.rows.isEmpty()
                                ? Stream.of(Piece.of(row.label + ": " + row.text()))
                                : row.whole().stream())
                        .toList();
    }

    /** The same as one text, by which two lines are told apart. */
    String says() {
        return String.join("; ", whole().stream().map(Piece::text).toList());
    }

    /** Whether it is a part of a list, which has its place as its name. */
    boolean oneOfSeveral() {
        return !rows.isEmpty() && PLACE.matcher(path).find();
    }
}
