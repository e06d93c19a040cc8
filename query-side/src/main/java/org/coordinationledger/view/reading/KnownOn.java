package org.coordinationledger.view.reading;

import java.time.Instant;
import java.time.LocalDate;
import org.coordinationledger.vocabulary.Dates;

/** As known when. */
public sealed interface KnownOn {

    /** As known now. */
    record Now() implements KnownOn {}

    /** As known when the ledger's last entry was this one; inside a commit, as known before the commit. */
    record Position(long position) implements KnownOn {}

    /** As known just before this moment. */
    record Before(Instant instant) implements KnownOn {}

    /** As known at the end of a day in {@link Dates#ZONE}. */
    static KnownOn endOf(LocalDate day) {
        return new Before(day.plusDays(1).atStartOfDay(Dates.ZONE).toInstant());
    }
}
