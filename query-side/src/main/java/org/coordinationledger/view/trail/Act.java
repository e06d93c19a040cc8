package org.coordinationledger.view.trail;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * A step of a record, with what became of it.
 *
 * @param event what counts of it, corrections included
 * @param name the stored name of the event
 * @param fitsNot why the fold leaves it out in its place, or null
 * @param amendments of the step and of its amendments, in the order of recording
 */
record Act(
        long sequence,
        long position,
        Actor actor,
        RecordEvent event,
        String name,
        Trail.Status status,
        @Nullable Rejection fitsNot,
        List<Amending> amendments) {

    /**
     * An amendment of a step.
     *
     * @param step the amending step itself
     * @param amends the sequence of the step or amendment that it amends
     * @param counts whether it is not voided itself
     */
    record Amending(
            Step<?> step, boolean voids, long amends, String reason, LocalDate on, boolean counts) {

        Actor actor() {
            return step.actor();
        }

        /** The stored name of the event. */
        String name() {
            return Acts.nameOf(step.event());
        }
    }

    LocalDate day() {
        return event.effectiveOn();
    }

    /** Whether it was not voided, be it that it fits no longer. */
    boolean stands() {
        return status != Trail.Status.VOIDED;
    }

    /** Whether the fold takes it. */
    boolean counts() {
        return status == Trail.Status.COUNTS || status == Trail.Status.CORRECTED;
    }

    /** Who said what counts of it: who took the step, and who corrected it since. */
    Set<String> persons() {
        Set<String> persons = new LinkedHashSet<>();
        persons.add(actor.person());
        amendments.stream()
                .filter(amending -> amending.counts() && !amending.voids())
                .forEach(amending -> persons.add(amending.actor().person()));
        return persons;
    }
}
