package org.coordinationledger.imports.command;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.rejection.RejectedException;
import org.jspecify.annotations.Nullable;

/** Makes a table of rows as they are read, and ends reading where there are too many. */
final class SheetBuilder {

    private static final int LETTERS = 26;

    private final ImportLimits limits;
    private final List<Sheet.Row> rows = new ArrayList<>();
    private @Nullable List<String> headings;

    SheetBuilder(ImportLimits limits) {
        this.limits = limits;
    }

    void add(int number, List<Cell> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).empty()) {
            last--;
        }
        if (last == 0) {
            return;
        }
        if (last > ImportLimits.MOST_COLUMNS) {
            throw new RejectedException(new ImportRejection.TooManyColumns(ImportLimits.MOST_COLUMNS));
        }
        List<String> known = headings;
        if (known == null) {
            headings = cells.subList(0, last).stream().map(Cell::text).toList();
            return;
        }
        if (rows.size() == limits.mostRows()) {
            throw new RejectedException(new ImportRejection.TooManyRows(limits.mostRows()));
        }
        if (last > known.size()) {
            throw new RejectedException(
                    new ImportRejection.WrongColumns(List.of(address(last, number)), List.of(), List.of()));
        }
        List<Cell> padded = new ArrayList<>(cells.subList(0, last));
        while (padded.size() < known.size()) {
            padded.add(Cell.EMPTY);
        }
        rows.add(new Sheet.Row(number, List.copyOf(padded)));
    }

    /** What spreadsheets call a cell: F7. There are fewer columns than letters twice. */
    private static String address(int column, int row) {
        String before = column > LETTERS ? "A" : "";
        return before + (char) ('A' + (column - 1) % LETTERS) + row;
    }

    Sheet built() {
        List<String> known = headings;
        if (known == null || rows.isEmpty()) {
            throw new RejectedException(new ImportRejection.NoRows());
        }
        return new Sheet(known, List.copyOf(rows));
    }
}
