package org.coordinationledger.view.search;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found.
 *
 * @param title on the day that was asked about; where it does not hold on that day, in the days in which it matched
 * @param matched the earlier or later title, or the text beside the title, that has the words; null where the title has
 *     them
 * @param from the first day of the title or text that matched, where that is later than the day asked about; else null
 * @param until the first day on which the title or text that matched was no longer so, where that lies before or on the
 *     day asked about; else null
 * @param open whether the record counts on the day asked about, as its feature declares
 */
public record Hit(
        String resource,
        String id,
        String title,
        Match match,
        @Nullable String matched,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean open) {

    /** Those that match best come first; of those, as they are now before as they were, open before over. */
    static final Comparator<Hit> BEST_FIRST = Comparator.comparing(Hit::match)
            .thenComparing(hit -> hit.from() != null || hit.until() != null)
            .thenComparing(hit -> !hit.open())
            .thenComparing(Hit::title)
            .thenComparing(Hit::id);
}
