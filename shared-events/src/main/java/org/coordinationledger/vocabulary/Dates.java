package org.coordinationledger.vocabulary;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What counts as a day in this ledger. */
public final class Dates {

    /** Days begin and end in this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The Party was founded in 1930; nothing here is older. */
    public static final LocalDate EARLIEST = LocalDate.of(1930, 1, 1);

    public static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private Dates() {}

    /** Returns a date between {@link #EARLIEST} and {@link #LATEST}, or refuses. */
    public static LocalDate plausible(String component, @Nullable LocalDate date) {
        LocalDate given = Bounded.required(component, date);
        if (given.isBefore(EARLIEST) || given.isAfter(LATEST)) {
            throw ValueRejection.thrown(component, new ValueRejection.ImpossibleDate(given.toString()));
        }
        return given;
    }

    /** Returns a year between those of {@link #EARLIEST} and {@link #LATEST}, or refuses. */
    public static int plausibleYear(int year) {
        if (year < EARLIEST.getYear() || year > LATEST.getYear()) {
            throw ValueRejection.thrown(new ValueRejection.ImpossibleDate(Integer.toString(year)));
        }
        return year;
    }
}
