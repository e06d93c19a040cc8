package org.coordinationledger.view.export;

import java.util.List;

/**
 * What a table file holds.
 *
 * @param fileName without ending
 * @param words of the language in which it is
 * @param about what was asked, and when and at which times it was read
 */
public record Table(String fileName, Words words, List<Column> columns, List<Note> about, Rows rows) {

    public Table {
        columns = List.copyOf(columns);
        about = List.copyOf(about);
    }

    /**
     * A line about a file.
     *
     * @param value as the cells of {@link Rows}
     */
    public record Note(String title, Object value) {}
}
