package org.coordinationledger.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.coordinationledger.view.reading.Beside;
import org.jspecify.annotations.Nullable;

/** Tells a figure of several days, all as known at one point. */
public final class FigureTrends {

    /** No trend has more days than this. */
    public static final int MOST_DAYS = 60;

    private final Figures figures;

    public FigureTrends(Figures figures) {
        this.figures = figures;
    }

    /**
     * The figure on one day.
     *
     * @param from the first day of the time that is counted, or null where everything up to the day is
     * @param known whether there was such a scope on the day
     */
    public record Point(LocalDate day, @Nullable LocalDate from, boolean known, FigureValue value) {}

    /**
     * The figure on each of some days.
     *
     * @param question its day and period stand for nothing
     * @param days in order; at most {@link #MOST_DAYS}
     * @param each to count only what happened since the day before in {@code days}, and on the first day since one step
     *     earlier; null to count everything up to each day. MUST be null for a figure that does not happen on a day
     */
    public List<Point> points(FigureQuestion question, List<LocalDate> days, @Nullable TrendStep each) {
        if (days.size() > MOST_DAYS) {
            throw new IllegalArgumentException("%d days are over the bound".formatted(days.size()));
        }
        List<Point> points = new ArrayList<>();
        for (int first = 0; first < days.size(); first += FigureGroups.MOST_DAYS_AHEAD) {
            int end = Math.min(days.size(), first + FigureGroups.MOST_DAYS_AHEAD);
            if (each == null) {
                figures.groups().readAhead(days.subList(first, end).stream()
                        .map(day -> question.during(Period.ALL).on(day))
                        .toList());
            }
            List<Future<Point>> reading = new ArrayList<>();
            for (int i = first; i < end; i++) {
                LocalDate day = days.get(i);
                LocalDate from = each == null ? null : (i == 0 ? each.before(day) : days.get(i - 1)).plusDays(1);
                reading.add(figures.beside().read(() -> point(question, day, from)));
            }
            reading.forEach(point -> points.add(Beside.result(point)));
        }
        return List.copyOf(points);
    }

    private Point point(FigureQuestion question, LocalDate day, @Nullable LocalDate from) {
        FigureQuestion then = question.during(from == null ? Period.ALL : new Period(from, day)).on(day);
        boolean known = figures.knows(then);
        return new Point(
                day, from, known, known ? figures.value(then, null) : new FigureValue(null, null, null, null));
    }
}
