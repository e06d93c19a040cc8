package org.coordinationledger.timeline;

import java.time.LocalDate;

/**
 * A stretch of effective time in which a record's state stays the same.
 *
 * @param from its first day
 * @param to the first day after it; {@link #OPEN_END} while nothing ends it
 */
public record Phase<S>(LocalDate from, LocalDate to, S state) {

    /** Stands for "no end known". */
    public static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
