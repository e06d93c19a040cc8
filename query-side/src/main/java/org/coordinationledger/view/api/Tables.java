package org.coordinationledger.view.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.export.Column;
import org.coordinationledger.view.export.Document;
import org.coordinationledger.view.export.Rows;
import org.coordinationledger.view.export.Table;
import org.coordinationledger.view.export.Table.Note;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.reading.ReadPoint;

/** Makes tables of what requests ask for, each with what was asked and at which pair of times it was read. */
final class Tables {

    private final Messages messages;
    private final InstantSource clock;

    Tables(Messages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    Words words(Locale language) {
        return new Words(messages, language);
    }

    /**
     * @param name the beginning of the file's name
     * @param title what it is a table of
     */
    Table table(
            String name,
            String title,
            Words words,
            HttpServletRequest request,
            ReadPoint point,
            LocalDate effectiveOn,
            List<Column> columns,
            Rows rows) {
        return new Table(
                fileName(name, point, effectiveOn), words, columns, about(title, words, request, point, effectiveOn),
                rows);
    }

    /** The same for a document, whose title stands above it. */
    Document document(
            String name,
            String title,
            Words words,
            HttpServletRequest request,
            ReadPoint point,
            LocalDate effectiveOn,
            Supplier<List<Document.Section>> sections) {
        List<Note> about = about(title, words, request, point, effectiveOn);
        return new Document(
                fileName(name, point, effectiveOn), words, title, about.subList(1, about.size()), sections);
    }

    private List<Note> about(
            String title, Words words, HttpServletRequest request, ReadPoint point, LocalDate effectiveOn) {
        String query = request.getQueryString();
        return List.of(
                new Note(words.text("about.title"), title),
                new Note(words.text("about.address"), request.getRequestURI() + (query == null ? "" : "?" + query)),
                new Note(words.text("about.effectiveOn"), effectiveOn),
                new Note(words.text("about.knownAt"), point.knownAt()),
                new Note(words.text("about.exportedAt"), clock.instant()));
    }

    static String fileName(String name, ReadPoint point, LocalDate effectiveOn) {
        return name + "_" + effectiveOn + "_known-at-" + Math.max(0, point.knownAt());
    }
}
