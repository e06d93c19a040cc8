package org.coordinationledger.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the days of a trend lie apart. */
public enum TrendStep {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    TrendStep(int months) {
        this.months = months;
    }

    /**
     * The days of a trend: the first, and as many steps on as there are up to the last. Where a month is too short for
     * the day, its last day stands for it.
     *
     * @return empty if there are more than {@link FigureTrends#MOST_DAYS}
     */
    public Optional<List<LocalDate>> days(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = from.plusMonths((long) months * days.size())) {
            if (days.size() == FigureTrends.MOST_DAYS) {
                return Optional.empty();
            }
            days.add(day);
        }
        return Optional.of(List.copyOf(days));
    }

    /** The day one step before. */
    public LocalDate before(LocalDate day) {
        return day.minusMonths(months);
    }
}
