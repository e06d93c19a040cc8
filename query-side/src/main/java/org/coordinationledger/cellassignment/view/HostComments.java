package org.coordinationledger.cellassignment.view;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coordinationledger.cellassignment.event.CommentPeriod;

/**
 * For which periods a host commented, and which it left out. A comment on a year covers its quarters too. In a year a host
 * comments by quarter if it did so on one of them, else by year if it did so on that; in a year without any comment as in the
 * next that has one, or else as in the last before; by quarter, if there is none.
 */
final class HostComments {

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final Set<String> periods;
    private final NavigableMap<Integer, Boolean> byYear;

    /** @param periods on which the host commented, in any order */
    HostComments(Collection<CommentPeriod> periods) {
        this.periods = periods.stream().map(CommentPeriod::value).collect(Collectors.toSet());
        this.byYear = periods.stream()
                .collect(Collectors.toMap(
                        period -> period.firstDay().getYear(), CommentPeriod::yearly, Boolean::logicalAnd, TreeMap::new));
    }

    /**
     * From when on a comment is missing: the day after the first whole period without one.
     *
     * @param seatedFrom the first day of the seat; a period that had begun by then does not count
     */
    LocalDate missingFrom(LocalDate seatedFrom) {
        LocalDate day = seatedFrom;
        while (true) {
            boolean yearly = isByYear(day.getYear());
            LocalDate first = yearly ? day.withDayOfYear(1) : day.with(IsoFields.DAY_OF_QUARTER, 1);
            LocalDate end = yearly ? first.plusYears(1) : first.plusMonths(MONTHS_OF_A_QUARTER);
            if (first.equals(day) && !covered(first, yearly)) {
                return end;
            }
            day = end;
        }
    }

    private boolean isByYear(int year) {
        Map.Entry<Integer, Boolean> next = byYear.ceilingEntry(year);
        Map.Entry<Integer, Boolean> known = next == null ? byYear.lastEntry() : next;
        return known != null && known.getValue();
    }

    private boolean covered(LocalDate first, boolean yearly) {
        String year = Integer.toString(first.getYear());
        return periods.contains(year) || !yearly && periods.contains(year + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR));
    }
}
