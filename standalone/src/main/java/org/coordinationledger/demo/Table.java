package org.coordinationledger.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text in columns that line up. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> headings) {
        rows.add(headings);
    }

    void add(List<String> row) {
        rows.add(row);
    }

    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int c = column;
            widths.add(rows.stream().mapToInt(r -> width(r.get(c))).max().orElse(0));
        }
        List<String> lines = rows.stream().map(r -> line(r, widths)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, widths.stream().map("─"::repeat).collect(Collectors.joining("  ")));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths.get(column) - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    /** Text in form C takes one place for each code point. */
    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
