package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.actor.Body;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** A record under way, and the day of its last step: the next one takes effect on that day or later. */
final class Way<E extends RecordEvent, S> {

    private final World world;
    private final Life<E, S> life;
    private LocalDate last;

    Way(World world, Life<E, S> life, LocalDate last) {
        this.world = world;
        this.life = life;
        this.last = last;
    }

    String id() {
        return life.id;
    }

    LocalDate last() {
        return last;
    }

    /** The state with the last step. */
    Optional<S> state() {
        return life.on(last);
    }

    Optional<S> on(LocalDate day) {
        return life.on(day);
    }

    /** The next step takes effect on this day or later. */
    void notBefore(LocalDate day) {
        if (day.isAfter(last)) {
            last = day;
        }
    }

    /** Somebody of an organisation takes the next step, recorded today; false if they could not. */
    boolean step(OrganisationId acting, Function<LocalDate, E> made) {
        return step(acting, null, made);
    }

    boolean step(OrganisationId acting, @Nullable Body body, Function<LocalDate, E> made) {
        return stepOn(world.effective(last), acting, body, made);
    }

    /** As {@link #step}, with the day on which the step takes effect. */
    boolean stepOn(LocalDate day, OrganisationId acting, Function<LocalDate, E> made) {
        return stepOn(day, acting, null, made);
    }

    private boolean stepOn(
            LocalDate day, OrganisationId acting, @Nullable Body body, Function<LocalDate, E> made) {
        if (!world.organisations.stands(acting, day)) {
            return false;
        }
        E event = made.apply(day);
        boolean taken = world.take(life, event, world.actor(acting, event.competence(), body));
        if (taken) {
            notBefore(day);
        }
        return taken;
    }
}
