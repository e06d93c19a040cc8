package org.coordinationledger.view.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coordinationledger.view.register.Entry;
import org.coordinationledger.view.register.NumberSeries;
import org.coordinationledger.view.register.NumberSeries.Gap;
import org.jspecify.annotations.Nullable;

/** The rows of a register: its numbers in order, and the gaps in their places. */
public final class RegisterRows implements Rows {

    private final List<NumberSeries> series;
    private final Words words;

    public RegisterRows(List<NumberSeries> series, Words words) {
        this.series = List.copyOf(series);
        this.words = words;
    }

    public List<Column> columns() {
        return List.of(
                column("kind", Column.TEXT), column("period", Column.DATE), column("finding", Column.SHORT),
                column("number", Column.SHORT), column("first", Column.NUMBER), column("last", Column.NUMBER),
                column("date", Column.DATE), column("resource", Column.TEXT), column("records", Column.ID));
    }

    private Column column(String key, int width) {
        return Column.of(words.text("register." + key), width);
    }

    @Override
    public void handTo(Sink sink) throws IOException {
        for (NumberSeries run : series) {
            List<Gap> gaps = new ArrayList<>(run.missing());
            for (Entry entry : run.entries()) {
                Integer ordinal = entry.ordinal();
                while (ordinal != null && !gaps.isEmpty() && gaps.get(0).last() < ordinal) {
                    sink.row(missing(run, gaps.remove(0)));
                }
                sink.row(borne(run, entry));
            }
        }
    }

    private List<@Nullable Object> missing(NumberSeries run, Gap gap) {
        return Arrays.asList(
                words.document(run.kind()), run.period(), words.text("register.missing"), null, (long) gap.first(), (long) gap.last(),
                null, null, null);
    }

    private List<@Nullable Object> borne(NumberSeries run, Entry entry) {
        Integer ordinal = entry.ordinal();
        Long number = ordinal == null ? null : ordinal.longValue();
        return Arrays.asList(
                words.document(run.kind()), run.period(), words.text(entry.doubled() ? "register.doubled" : "register.borne"),
                entry.number(), number, number, dates(entry.dates()),
                joined(entry.records().stream().map(bearer -> words.resource(bearer.resource())).distinct()),
                joined(entry.records().stream().map(Entry.Bearer::id)));
    }

    private static Object dates(List<LocalDate> dates) {
        return dates.size() == 1 ? dates.get(0) : joined(dates.stream().map(LocalDate::toString));
    }

    private static String joined(Stream<String> several) {
        return several.collect(Collectors.joining(FactCells.SEPARATOR));
    }
}
