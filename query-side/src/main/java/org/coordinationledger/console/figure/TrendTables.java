package org.coordinationledger.console.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.api.FigureParameters;
import org.coordinationledger.view.api.FigureReads;
import org.coordinationledger.view.api.ReadQuery;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureTrends;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.figure.TrendStep;
import org.coordinationledger.view.title.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells figures at the ends of calendar months, quarters or years, up to the day of a page. */
@Component
final class TrendTables {

    /** So many points has a trend, that of the day of the page included. */
    private static final int POINTS = 12;

    /** The last month of every period of a kind, and how far it lies from the next. */
    private static final Map<TrendStep, Integer> MONTHS =
            Map.of(TrendStep.MONTH, 1, TrendStep.QUARTER, 3, TrendStep.YEAR, 12);

    private final FigureReads reads;

    TrendTables(FigureReads reads) {
        this.reads = reads;
    }

    /** The step that a page asks for; years if it asks for none. */
    static TrendStep step(FigureAsked asked) {
        String given = asked.text(FigureReads.STEP);
        if (given == null) {
            return TrendStep.YEAR;
        }
        List<String> known = Arrays.stream(TrendStep.values()).map(ReadQuery::word).toList();
        if (!known.contains(given)) {
            throw new RejectedException(new ServiceRejection.InvalidParameter(
                    FigureReads.STEP, given.substring(0, Math.min(40, given.length())), String.join(", ", known)));
        }
        return TrendStep.values()[known.indexOf(given)];
    }

    /** The trend of a figure that is told on many days. */
    TrendTable of(FigureReads.Asker asker, FeatureFigure figure, FigureAsked asked, TrendStep step, Page page) {
        boolean happens = figure.figure().happenedOn() != null;
        LocalDate today = asked.at().effectiveOn();
        LocalDate end = lastEnd(today, step);
        List<TrendTable.Point> points = new ArrayList<>();
        for (FigureTrends.Point point : over(asker, figure, asked, step, end)) {
            points.add(point(figure, asked, page, label(point.day(), step, page), point.from(), point.day(), point.value()));
        }
        if (end.isBefore(today)) {
            LocalDate from = happens ? end.plusDays(1) : null;
            FigureValue now = reads.value(asker, figure, asked.query(FigureParameters.whichRecords(figure), period(from, today)))
                    .found();
            points.add(point(figure, asked, page, page.date(today), from, today, now));
        }
        int surplus = Math.max(0, points.size() - POINTS);
        return new TrendTable(
                page.text((happens ? "figures.within." : "figures.at-end.") + ReadQuery.word(step)),
                happens,
                List.copyOf(points.subList(surplus, points.size())));
    }

    /** Points at the ends of periods that are over; none where there was no such scope on any of these days. */
    private List<FigureTrends.Point> over(
            FigureReads.Asker asker, FeatureFigure figure, FigureAsked asked, TrendStep step, LocalDate end) {
        Map<String, String> days = new LinkedHashMap<>();
        days.put(FigureReads.FROM, firstEnd(end, step).toString());
        days.put(FigureReads.TO, end.toString());
        days.put(FigureReads.STEP, ReadQuery.word(step));
        days.put(FigureReads.PER_STEP, "true");
        try {
            return reads.trend(asker, figure, asked.query(FigureParameters.ofTrend(figure), days)).points();
        } catch (RejectedException e) {
            if (e.rejection() instanceof ServiceRejection.UnknownRecord) {
                return List.of();
            }
            throw e;
        }
    }

    /** The last day of the last period that is over on a day. */
    static LocalDate lastEnd(LocalDate day, TrendStep step) {
        int months = MONTHS.get(step);
        YearMonth month = YearMonth.from(day);
        while (month.getMonthValue() % months != 0 || month.atEndOfMonth().isAfter(day)) {
            month = month.minusMonths(1);
        }
        return month.atEndOfMonth();
    }

    /** An end of a period so far back that there are enough; the 31st, from which all ends of months are counted. */
    static LocalDate firstEnd(LocalDate last, TrendStep step) {
        int months = MONTHS.get(step);
        YearMonth month = YearMonth.from(last).minusMonths((long) months * (POINTS - 1));
        while (month.lengthOfMonth() < 31) {
            month = month.minusMonths(months);
        }
        return month.atEndOfMonth();
    }

    private static String label(LocalDate end, TrendStep step, Page page) {
        return switch (step) {
            case YEAR -> Integer.toString(end.getYear());
            case QUARTER -> page.text(
                    "figures.quarter", "quarter", end.getMonthValue() / 3, "year", Integer.toString(end.getYear()));
            case MONTH -> Wording.month(YearMonth.from(end));
        };
    }

    private static Map<String, String> period(@Nullable LocalDate from, LocalDate to) {
        Map<String, String> period = new LinkedHashMap<>();
        if (from != null) {
            period.put(FigureReads.FROM, from.toString());
            period.put(FigureReads.TO, to.toString());
        }
        return period;
    }

    private static TrendTable.Point point(
            FeatureFigure figure,
            FigureAsked asked,
            Page page,
            String label,
            @Nullable LocalDate from,
            LocalDate day,
            FigureValue value) {
        ShownValue shown = ShownValue.of(page, value, false);
        Map<String, String> which = new LinkedHashMap<>(period(from, day));
        which.put(PairOfTimes.EFFECTIVE_ON, day.toString());
        Optional.ofNullable(asked.scope()).ifPresent(scope -> which.put(FigureReads.SCOPE, scope));
        String href = shown.number() == null ? null : FigureAsked.records(page, figure.figure().name(), which);
        return new TrendTable.Point(label, shown.text(), shown.number(), href);
    }
}
