package org.coordinationledger.view.export;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a file for printing holds: a record's history, or whatever else is told in sections.
 *
 * @param fileName without ending
 * @param words of the language in which it is
 * @param about what was asked, and when and at which times it was read
 * @param sections read when they are written
 */
public record Document(
        String fileName, Words words, String title, List<Table.Note> about, Supplier<List<Section>> sections) {

    public Document {
        about = List.copyOf(about);
    }

    /** A section under its own heading. */
    public record Section(String heading, List<Table.Note> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }
}
