package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How large a generated ledger is, and over which days it is recorded.
 *
 * @param events how many entries are recorded, reservations included; a few more where the last commit has several
 * @param seed the same seed gives the same records with the same steps
 * @param firstDay the first day on which something is recorded
 * @param lastDay the last one
 */
public record LedgerPlan(long events, long seed, LocalDate firstDay, LocalDate lastDay) {

    private static final long LEAST_EVENTS = 1_000;
    private static final int MOST_PROVINCES = 30;

    /** @throws IllegalArgumentException if so few events cannot show what the features do */
    public LedgerPlan {
        if (events < LEAST_EVENTS) {
            throw new IllegalArgumentException("a ledger of fewer than " + LEAST_EVENTS + " events shows nothing");
        }
        if (!firstDay.plusYears(11).isBefore(lastDay)) {
            throw new IllegalArgumentException("the years must include 2025, when districts were dissolved");
        }
    }

    /** Recorded from the beginning of 2015 to the middle of 2026. */
    public static LedgerPlan of(long events, long seed) {
        return new LedgerPlan(events, seed, LocalDate.of(2015, 1, 5), LocalDate.of(2026, 6, 30));
    }

    int organisations() {
        return (int) Math.min(1_000_000, events / 50);
    }

    int provinces() {
        return Math.max(2, Math.min(MOST_PROVINCES, organisations() / 100));
    }

    int communesOfProvince() {
        return Math.max(4, organisations() / provinces() / 9);
    }

    long members() {
        return events / 80;
    }

    long documents() {
        return events / 60;
    }

    /** How many entries there should be at the end of a day. */
    long eventsBy(LocalDate day) {
        double whole = ChronoUnit.DAYS.between(firstDay, lastDay);
        return Math.min(events, (long) (events * (ChronoUnit.DAYS.between(firstDay, day) / whole)));
    }

    /** How much of the time between the first day and a day has passed, between 0 and 1. */
    double passed(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(firstDay, day) / ChronoUnit.DAYS.between(firstDay, lastDay);
    }
}
