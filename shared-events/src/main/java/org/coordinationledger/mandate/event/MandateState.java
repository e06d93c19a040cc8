package org.coordinationledger.mandate.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.reservation.event.ReservationKey;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.jspecify.annotations.Nullable;

/**
 * What a mandate is on a day.
 *
 * @param firstDay the first day on which it is in force
 * @param lastDay the last day as last extended, or null if none is set
 * @param stageSince the first day of the stage
 */
public record MandateState(
        PersonCode person,
        OrganisationId organisation,
        Role role,
        @Nullable Body body,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        List<OrganisationId> scope,
        @Nullable PersonCode delegatedBy,
        MandateStage stage,
        LocalDate stageSince,
        boolean illustrative) {

    /** A mandate counts as ending in its last so many days. */
    public static final int ENDING_DAYS = 30;

    public static final RecordType<MandateEvent, MandateState> TYPE =
            new RecordType<>("Mandate", "mandates", MandateEvent.class, new MandateEvolution());

    /** The key that a mandate holds for the days on which it is in force. */
    public static String key(PersonCode person, OrganisationId organisation, Role role) {
        return ReservationKey.of("mandate", person.value(), organisation.value(), role.name());
    }

    public boolean delegated() {
        return delegatedBy != null;
    }

    /** The first day of the last ones, or null if no last day is set. */
    @Nullable LocalDate endingFrom() {
        return lastDay == null ? null : lastDay.minusDays(ENDING_DAYS - 1L);
    }

    MandateState in(MandateStage next, LocalDate since) {
        return new MandateState(
                person, organisation, role, body, firstDay, lastDay, scope, delegatedBy, next, since, illustrative);
    }

    /** The same mandate with a last day, which is in force on a day. */
    MandateState until(@Nullable LocalDate newLastDay, LocalDate day) {
        MandateState longer = new MandateState(
                person, organisation, role, body, firstDay, newLastDay, scope, delegatedBy, stage, stageSince,
                illustrative);
        LocalDate ending = longer.endingFrom();
        MandateStage next = ending == null || day.isBefore(ending) ? MandateStage.IN_FORCE : MandateStage.ENDING;
        return next == stage ? longer : longer.in(next, day);
    }
}
