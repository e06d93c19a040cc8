package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.handover.event.HandoverEvent;
import org.coordinationledger.handover.event.HandoverItem;
import org.coordinationledger.handover.event.HandoverOutcome;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.handover.event.Settlement;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.timeline.SuccessionRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordReference;

/** What the organisations dissolved in 2025 leave: most of it goes to their heirs, some lapses or is replaced. */
final class Successions {

    private static final Reason NOBODY_GOES_ON = new Reason("Tổ chức đã giải thể, không còn đối tượng thực hiện");

    private static final double HANDED_OVER = 0.3;

    private final World world;

    /** The last record of each type that was looked at, which may have another's place. */
    private final Map<RecordType<?, ?>, String> others = new HashMap<>();

    Successions(World world) {
        this.world = world;
    }

    void schedule() {
        world.at(Organisations.REORGANISED.plusDays(30), () -> List.copyOf(world.known.lives()).forEach(this::look));
    }

    private <E extends RecordEvent, S> void look(Life<E, S> life) {
        Set<OrganisationId> left = dissolved(life, world.today());
        left.forEach(from -> world.later(1, 250, () -> passOn(life, from)));
        if (left.isEmpty()) {
            others.put(life.type, life.id);
        }
    }

    /** The dissolved organisations that an unfinished record names on a day. */
    private <E extends RecordEvent, S> Set<OrganisationId> dissolved(Life<E, S> life, LocalDate day) {
        Set<OrganisationId> dissolved = new LinkedHashSet<>();
        life.on(day).filter(life.type.fold()::unfinished).ifPresent(state ->
                life.type.fold().inherited(state, named -> {
                    if (dissolution(named, day).isPresent()) {
                        dissolved.add(named);
                    }
                    return named;
                }));
        return dissolved;
    }

    private void passOn(Life<?, ?> life, OrganisationId from) {
        LocalDate day = world.today();
        if (!dissolved(life, day).contains(from)) {
            return;
        }
        OrganisationId heir = dissolution(from, day).stream()
                .flatMap(end -> end.successors().stream())
                .filter(successor -> world.organisations.stands(successor, day))
                .findFirst()
                .or(() -> world.organisations.superior(from, day))
                .orElse(null);
        if (heir != null && world.organisations.stands(heir, day)) {
            Succession step = decision(life, from, heir, day);
            Actor actor = world.actor(heir, Competence.DECIDE);
            if (world.chance(HANDED_OVER)) {
                handOver(life, step, actor);
            } else {
                world.take(life, step, actor);
            }
        }
    }

    /** By a list, here of one record, that the service carries out. */
    private void handOver(Life<?, ?> life, Succession step, Actor actor) {
        HandoverEvent.Decided decided = new HandoverEvent.Decided(
                step.effectiveOn(), step.from(), List.of(item(life, step)), null, List.of(), world.chance(0.01));
        world.begin(HandoverState.TYPE, "", decided, actor).ifPresent(handover -> {
            Settlement settled = world.take(life, step, actor)
                    ? Settlement.passedOn(0, world.entries() - 1)
                    : Settlement.refused(0, new SuccessionRejection.NothingToPassOn().code());
            world.take(handover, new HandoverEvent.Settled(step.effectiveOn(), List.of(settled)), actor);
        });
    }

    private static HandoverItem item(Life<?, ?> life, Succession step) {
        RecordReference record = new RecordReference(life.type.resource(), life.id);
        if (step instanceof Succession.Inherited e) {
            return new HandoverItem(record, HandoverOutcome.INHERITED, e.by(), null, null);
        }
        return step instanceof Succession.Replaced e
                ? new HandoverItem(record, HandoverOutcome.REPLACED, null, e.by(), null)
                : new HandoverItem(record, HandoverOutcome.LAPSED, null, null, NOBODY_GOES_ON);
    }

    private Succession decision(Life<?, ?> life, OrganisationId from, OrganisationId heir, LocalDate day) {
        String other = others.get(life.type);
        boolean mayEnd = life.type.name().equals("CellAssignment") || life.type.name().equals("BasisDocument");
        if (mayEnd && other != null && world.chance(0.1)) {
            return new Succession.Replaced(
                    day, from, new RecordReference(life.type.resource(), other), null, List.of());
        }
        return mayEnd && world.chance(0.15)
                ? new Succession.Lapsed(day, from, NOBODY_GOES_ON, List.of())
                : new Succession.Inherited(day, from, heir, null, List.of());
    }

    private Optional<OrganisationState.Dissolution> dissolution(OrganisationId organisation, LocalDate day) {
        return world.organisations.find(organisation)
                .flatMap(life -> life.on(day))
                .map(OrganisationState::dissolution);
    }
}
