package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Reason;
import org.jspecify.annotations.Nullable;

/** Mandates of those who act for posts. They are records like others here: nobody is asked for one. */
final class Mandates {

    private static final Reason MOVED = new Reason("Điều động công tác");

    private final World world;

    Mandates(World world) {
        this.world = world;
    }

    boolean grant() {
        OrganisationId post = world.organisations.anyPost().id();
        Role role = world.oneOf(List.of(Role.RECORDER, Role.APPROVER, Role.SIGNATORY));
        LocalDate day = world.effective();
        LocalDate lastDay = world.chance(0.5) ? day.plusDays(world.between(100, 900)) : null;
        Optional<Life<MandateEvent, MandateState>> granted = world.begin(
                MandateState.TYPE,
                "",
                new Granted(
                        day, new PersonCode(world.oneOf(world.persons(post, role))), post, role, null, lastDay,
                        List.of(), null, List.of(), world.chance(0.01)),
                administrator());
        granted.ifPresent(life -> goOn(life, day, lastDay));
        return granted.isPresent();
    }

    private void goOn(Life<MandateEvent, MandateState> life, LocalDate since, @Nullable LocalDate lastDay) {
        if (lastDay != null && world.chance(0.7)) {
            world.later(20, 90, () -> world.take(life, new MandateEvent.Extended(
                    world.effective(since), lastDay.plusDays(world.between(30, 400)), List.of()), administrator()));
        } else if (world.chance(0.4)) {
            world.later(30, 500, () -> world.take(
                    life, new MandateEvent.Revoked(world.effective(since), MOVED, List.of()), administrator()));
        }
    }

    private Actor administrator() {
        return world.actor(Organisations.ADMINISTRATION, Competence.AUTHORISE);
    }
}
