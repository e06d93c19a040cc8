package org.coordinationledger.console.document;

import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.view.register.Entry;
import org.coordinationledger.view.register.NumberSeries;
import org.coordinationledger.view.register.NumberSeries.Gap;
import org.jspecify.annotations.Nullable;

/**
 * A series of numbers in one line.
 *
 * @param count how many numbers are borne
 * @param missing the numbers that no document bears, in words; null where there are none
 * @param doubled the numbers that several documents seem to bear, in words; null where there are none
 * @param href where its documents are
 */
public record SeriesLine(
        String kind, String period, String count, @Nullable String missing, @Nullable String doubled, String href) {

    /** No more gaps or doubles are written out. */
    private static final int WRITTEN_OUT = 8;

    static SeriesLine of(NumberSeries series, String href, Page page) {
        return new SeriesLine(
                page.document(series.kind()),
                series.period(),
                page.number(series.entries().size()),
                missing(series.missing(), page),
                doubled(series, page),
                href);
    }

    /** The numbers of gaps in words; null if there are none. */
    static @Nullable String missing(List<Gap> gaps, Page page) {
        if (gaps.isEmpty()) {
            return null;
        }
        String numbers = gaps.stream().limit(WRITTEN_OUT).map(SeriesLine::numbers).collect(Collectors.joining(", "));
        long left = gaps.stream().skip(WRITTEN_OUT).mapToLong(gap -> gap.last() - gap.first() + 1L).sum();
        return told("documents.missing", numbers, left, page);
    }

    private static @Nullable String doubled(NumberSeries series, Page page) {
        List<String> doubled = series.entries().stream().filter(Entry::doubled).map(Entry::number).toList();
        if (doubled.isEmpty()) {
            return null;
        }
        String numbers = doubled.stream().limit(WRITTEN_OUT).collect(Collectors.joining(", "));
        return told("documents.doubled", numbers, Math.max(0, doubled.size() - WRITTEN_OUT), page);
    }

    private static String told(String key, String numbers, long left, Page page) {
        return left == 0
                ? page.text(key, "numbers", numbers)
                : page.text(key + ".more", "numbers", numbers, "count", page.number(left));
    }

    /** 3; 3, 4; 3–5. */
    private static String numbers(Gap gap) {
        if (gap.first() == gap.last()) {
            return Integer.toString(gap.first());
        }
        return gap.first() + (gap.last() == gap.first() + 1 ? ", " : "–") + gap.last();
    }
}
