package org.coordinationledger.console.figure;

import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.title.Wording;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Moves the day that figures are told of along the months: each place is the end of a month, the last one today. A month is
 * counted from January of the year 0, as {@link ChronoField#PROLEPTIC_MONTH} counts, so that an address needs no first one.
 */
@Controller
public final class MonthSlider {

    private static final String MONTH = "month";

    /** So many years before today it begins, or earlier with the day of the page. */
    private static final int YEARS = 15;

    private static final YearMonth EARLIEST = YearMonth.from(Dates.EARLIEST);
    private static final YearMonth LATEST = YearMonth.from(Dates.LATEST);

    private final InstantSource clock;

    public MonthSlider(Clock ledgerClock) {
        this.clock = ledgerClock;
    }

    /**
     * Where the slider stands.
     *
     * @param at the month of the page's day
     * @param text the same as the page writes it
     * @param before the page at the end of the month before, or null at the beginning
     * @param after the page at the end of the next month or today, or null at the end
     */
    record Place(long first, long last, long at, String text, @Nullable String before, @Nullable String after) {}

    /** Puts where the slider stands into the model. */
    void show(FigureAsked asked, Page page, Model model) {
        YearMonth today = today();
        YearMonth at = YearMonth.from(asked.at().effectiveOn());
        YearMonth start = today.minusYears(YEARS).withMonth(1);
        YearMonth first = at.isBefore(start) ? at : start;
        YearMonth last = at.isAfter(today) ? at : today;
        model.addAttribute("months", new Place(
                count(first),
                count(last),
                count(at),
                page.times().effectiveOn() == null ? page.text("figures.month.today") : Wording.month(at),
                at.isAfter(first) ? page.with(PairOfTimes.EFFECTIVE_ON, end(at.minusMonths(1))) : null,
                at.isBefore(last) ? page.with(PairOfTimes.EFFECTIVE_ON, end(at.plusMonths(1))) : null));
    }

    /** Goes to the page at the end of a month, with the slider in focus so that keys move it on. */
    @GetMapping(ScopeChoice.FIGURES + "/month")
    String at(
            @RequestParam(name = "then", required = false) @Nullable String then,
            @RequestParam(name = MONTH, defaultValue = "") String month,
            @ModelAttribute("page") Page page) {
        UriComponentsBuilder back = UriComponentsBuilder.fromUriString(ScopeChoice.back(then));
        LocalDate end = end(read(month, page));
        ScopeChoice.put(back, PairOfTimes.EFFECTIVE_ON, end == null ? "" : end.toString());
        return "redirect:" + back.fragment(MONTH).build().toUriString();
    }

    private static YearMonth read(String month, Page page) {
        if (month.matches("\\d{1,6}")) {
            YearMonth read = YearMonth.of(0, 1).plusMonths(Long.parseLong(month));
            if (!read.isBefore(EARLIEST) && !read.isAfter(LATEST)) {
                return read;
            }
        }
        throw new RejectedException(new ServiceRejection.InvalidParameter(
                page.text("figures.month"), month.substring(0, Math.min(40, month.length())), "month-of-slider"));
    }

    /** The last day of a month; null for the month that it is, which stands for today. */
    private @Nullable LocalDate end(YearMonth month) {
        return month.equals(today()) ? null : month.atEndOfMonth();
    }

    private YearMonth today() {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), Dates.ZONE));
    }

    private static long count(YearMonth month) {
        return month.getLong(ChronoField.PROLEPTIC_MONTH);
    }
}
