package org.coordinationledger.view.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.view.export.Column;
import org.coordinationledger.view.export.Rows;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.figure.FigureValue;
import org.jspecify.annotations.Nullable;

/** Values of figures as rows: of one, of the parts that it breaks down into, or of several days. */
final class FigureRows implements Rows {

    private final List<Column> leading;
    private final Words words;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    /** @param leading what stands before a value and tells the rows apart */
    FigureRows(List<Column> leading, Words words) {
        this.leading = List.copyOf(leading);
        this.words = words;
    }

    /**
     * Adds a row.
     *
     * @param cells one for each leading column
     */
    FigureRows add(List<@Nullable Object> cells, FigureValue value) {
        List<@Nullable Object> row = new ArrayList<>(cells);
        row.add(cell(value.value()));
        row.add(value.quality() == null ? null : words.word(value.quality()));
        row.add(cell(value.compared()));
        row.add(cell(value.growth()));
        rows.add(row);
        return this;
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>(leading);
        columns.add(Column.of(words.text("figure.value"), Column.NUMBER));
        columns.add(Column.of(words.text("figure.quality"), Column.SHORT));
        columns.add(Column.of(words.text("figure.compared"), Column.NUMBER));
        columns.add(Column.of(words.text("figure.growth"), Column.NUMBER));
        return List.copyOf(columns);
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        return value instanceof List<?> texts
                ? texts.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : value;
    }

    @Override
    public void handTo(Sink sink) throws IOException {
        for (List<@Nullable Object> row : rows) {
            sink.row(row);
        }
    }
}
