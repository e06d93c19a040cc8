package org.coordinationledger.console.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.view.register.Entry;
import org.coordinationledger.view.register.NumberSeries;
import org.coordinationledger.view.register.NumberSeries.Gap;
import org.jspecify.annotations.Nullable;

/**
 * A number of a series, or numbers that no document bears.
 *
 * @param missing the numbers that are missing, in words; null where the row is of a number that is borne
 * @param dates of the documents with this number
 */
public record NumberRow(@Nullable String missing, String number, String dates, boolean doubled, List<Bearer> bearers) {

    /**
     * A record that bears a document.
     *
     * @param bases where its chain of bases is
     * @param cited where the records are that rest on it; null where none can
     */
    public record Bearer(String kind, Piece title, String bases, @Nullable String cited) {}

    /** Some entries of a series, with the gaps in their places. */
    static List<NumberRow> of(NumberSeries series, List<Entry> entries, RecordTitles titles, Page page) {
        List<NumberRow> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Gap before = gapBefore(entry, series.missing());
            if (before != null) {
                rows.add(new NumberRow(SeriesLine.missing(List.of(before), page), "", "", false, List.of()));
            }
            rows.add(new NumberRow(
                    null,
                    entry.number(),
                    entry.dates().stream().map(page::date).collect(Collectors.joining(", ")),
                    entry.doubled(),
                    entry.records().stream().map(bearer -> bearer(bearer, titles, page)).toList()));
        }
        return rows;
    }

    private static @Nullable Gap gapBefore(Entry entry, List<Gap> gaps) {
        Integer ordinal = entry.ordinal();
        return ordinal == null
                ? null
                : gaps.stream().filter(gap -> gap.last() == ordinal - 1).findFirst().orElse(null);
    }

    private static Bearer bearer(Entry.Bearer bearer, RecordTitles titles, Page page) {
        String documents = BasisDocumentState.TYPE.resource();
        String record = "/console/records/" + bearer.resource() + "/" + bearer.id();
        return new Bearer(
                page.resource(bearer.resource()),
                titles.piece(bearer.resource(), bearer.id()),
                page.link(record + "/bases"),
                bearer.resource().equals(documents) ? page.link(record + "/related") : null);
    }
}
