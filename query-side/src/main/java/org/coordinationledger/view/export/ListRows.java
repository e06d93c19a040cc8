package org.coordinationledger.view.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.list.Cursor;
import org.coordinationledger.view.list.Page;
import org.coordinationledger.view.span.Span;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, read page by page. A list of one feature has columns for its facts; in a list of several, whose
 * facts differ, the facts of a record are one text.
 */
public final class ListRows implements Rows {

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, FactCells> cells = new HashMap<>();
    private final Map<String, String> resources = new HashMap<>();
    private final boolean mixed;
    private final Words words;
    private final OrganisationNames names;
    private final Function<@Nullable Cursor, Page> pages;
    private final int count;

    /**
     * @param features whose records are listed
     * @param mixed whether the list can hold several features, however many it does hold
     * @param pages the page after a cursor, or the first
     * @param count how many rows there are on all pages
     */
    public ListRows(
            Iterable<FeatureView<?>> features,
            boolean mixed,
            Words words,
            OrganisationNames names,
            Function<@Nullable Cursor, Page> pages,
            int count) {
        this.mixed = mixed;
        this.words = words;
        this.names = names;
        this.pages = pages;
        this.count = count;
        if (mixed) {
            columns.add(Column.of(words.text("column.resource"), Column.TEXT));
        }
        columns.add(Column.of(words.text("column.id"), Column.ID));
        for (FeatureView<?> view : features) {
            FactCells facts = new FactCells(view, words);
            cells.put(view.type().name(), facts);
            resources.put(view.type().name(), view.resource());
            if (!mixed) {
                columns.addAll(facts.columns());
            }
        }
        if (mixed) {
            columns.add(Column.of(words.text("column.facts"), Column.LONG));
        }
        columns.add(Column.of(words.text("column.effectiveFrom"), Column.DATE));
        columns.add(Column.of(words.text("column.effectiveTo"), Column.DATE));
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    @Override
    public void handTo(Sink sink) throws IOException {
        int handed = 0;
        Cursor after = null;
        do {
            Page page = pages.apply(after);
            TreeSet<String> organisations = new TreeSet<>();
            page.items().forEach(span -> organisations.addAll(cells(span).organisations(span.facts())));
            names.lookUp(organisations);
            for (Span span : page.items()) {
                sink.row(row(span));
            }
            handed += page.items().size();
            after = page.next();
        } while (after != null);
        if (handed != count) {
            throw new IllegalStateException("of %d records only %d could still be read".formatted(count, handed));
        }
    }

    private List<@Nullable Object> row(Span span) {
        List<@Nullable Object> row = new ArrayList<>();
        if (mixed) {
            row.add(words.resource(Objects.requireNonNull(resources.get(span.kind()))));
        }
        row.add(span.record());
        if (mixed) {
            row.add(cells(span).text(span.facts(), names));
        } else {
            row.addAll(cells(span).cells(span.facts(), names));
        }
        row.add(span.effFrom());
        LocalDate to = span.effTo();
        row.add(to.equals(Phase.OPEN_END) ? null : to);
        return row;
    }

    private FactCells cells(Span span) {
        return Objects.requireNonNull(cells.get(span.kind()));
    }
}
