package org.coordinationledger.standalone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.coordinationledger.vocabulary.Dates;

/** Stands on the day that it was moved to. */
final class MovedClock extends Clock {

    private volatile Instant now = noon(LocalDate.of(2010, 1, 4));

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Dates.ZONE).toInstant();
    }

    void moveTo(LocalDate day) {
        now = noon(day);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
