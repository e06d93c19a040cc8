package org.coordinationledger.organisation.event;

import java.time.LocalDate;

/**
 * A committee's term of office, which numbers of party documents run in.
 *
 * @param lastDay included
 */
public record Term(TermName name, LocalDate firstDay, LocalDate lastDay) {

    public boolean includes(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
