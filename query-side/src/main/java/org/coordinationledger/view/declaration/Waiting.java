package org.coordinationledger.view.declaration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a record waits for.
 *
 * @param what one of the codes that the feature declares
 * @param by the organisation whose turn it is
 * @param competence what whoever acts must be competent for
 * @param since the first day of waiting; it may be yet to come, then nobody is shown it before
 * @param due the last day on which it is in time, or null where none is set
 */
public record Waiting(String what, String by, Competence competence, LocalDate since, @Nullable LocalDate due) {

    /** Something without a day on which it is due. */
    public static Waiting of(Enum<?> what, OrganisationId by, Competence competence, LocalDate since) {
        return due(what, by, competence, since, null);
    }

    /** Something that is due on a day. */
    public static Waiting due(
            Enum<?> what, OrganisationId by, Competence competence, LocalDate since, @Nullable LocalDate due) {
        return new Waiting(what.name(), by.value(), competence, since, due);
    }

    /** Something that is due so long after it began to wait. */
    public static Waiting within(
            Deadline deadline, Enum<?> what, OrganisationId by, Competence competence, LocalDate since) {
        return due(what, by, competence, since, deadline.after(since));
    }

    /** Whether it waits on a day already. */
    public boolean begunBy(LocalDate day) {
        return !since.isAfter(day);
    }

    /** Whether it is late on a day. */
    public boolean overdueOn(LocalDate day) {
        return daysOverdueOn(day) > 0;
    }

    /** How many days late it is on a day; 0 while it is in time. */
    public long daysOverdueOn(LocalDate day) {
        return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, day));
    }
}
