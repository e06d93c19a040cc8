package org.coordinationledger.console.record;

import java.util.List;
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

    /** What it says without links. */
    public String text() {
        return String.join(", ", value.stream().map(Piece::text).toList());
    }
}
