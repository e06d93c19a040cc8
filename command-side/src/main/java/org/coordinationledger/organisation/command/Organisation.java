package org.coordinationledger.organisation.command;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.organisation.event.Line;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationEvent.Dissolved;
import org.coordinationledger.organisation.event.OrganisationEvent.Reattached;
import org.coordinationledger.organisation.event.OrganisationEvent.Registered;
import org.coordinationledger.organisation.event.OrganisationEvent.TerritoryCovered;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Decides about one organisation. */
final class Organisation extends RecordAggregate<OrganisationEvent, OrganisationState> {

    Organisation() {
        super(OrganisationState.TYPE);
    }

    @CommandHandler(commandName = "organisations")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireAcross(OrganisationEvent event, Actor actor, Neighbours neighbours) {
        LocalDate day = event.effectiveOn();
        if (event instanceof Registered e) {
            requireSuperior(e.partySuperior(), day, neighbours);
            requireSuperior(e.commandSuperior(), day, neighbours);
            requireCommunes(e.covers(), day, neighbours);
        } else if (event instanceof Reattached e) {
            requireSuperior(e.superior(), day, neighbours);
        } else if (event instanceof TerritoryCovered e) {
            requireCommunes(e.covers(), day, neighbours);
        } else if (event instanceof Dissolved e) {
            for (OrganisationId successor : e.successors()) {
                if (successor.value().equals(recordId())) {
                    throw new RejectedException(new OrganisationAcross.SucceedsItself());
                }
                neighbours.standing(successor, day);
            }
        }
    }

    private static void requireSuperior(@Nullable OrganisationId superior, LocalDate day, Neighbours neighbours) {
        if (superior != null) {
            neighbours.standing(superior, day);
        }
    }

    /** Nobody ever stands under an organisation that stands under them on the same day. */
    @Override
    protected void requireThroughout(
            Timeline<OrganisationEvent, OrganisationState> before,
            Timeline<OrganisationEvent, OrganisationState> after,
            Neighbours neighbours) {
        for (Line line : Line.values()) {
            for (Phase<OrganisationState> phase : after.phases()) {
                phase.state()
                        .superior(line)
                        .ifPresent(superior -> requireNoCircle(superior, line, phase, before, neighbours));
            }
        }
    }

    private void requireNoCircle(
            OrganisationId superior,
            Line line,
            Phase<OrganisationState> phase,
            Timeline<OrganisationEvent, OrganisationState> before,
            Neighbours neighbours) {
        LocalDate day = phase.from();
        while (day.isBefore(phase.to())) {
            LocalDate current = day;
            Optional<Phase<OrganisationState>> known = before.phaseOn(current);
            if (known.flatMap(p -> p.state().superior(line)).equals(Optional.of(superior))) {
                day = known.orElseThrow().to();
                continue;
            }
            Set<OrganisationId> above = neighbours.above(superior, line, current);
            if (above.stream().anyMatch(o -> o.value().equals(recordId()))) {
                throw new RejectedException(new OrganisationAcross.StandsUnderItself(line.name(), superior.value()));
            }
            day = Stream.concat(
                            neighbours.nextChange(above, current).stream(),
                            before.phases().stream().map(Phase::from).filter(from -> from.isAfter(current)))
                    .min(Comparator.naturalOrder())
                    .orElse(Phase.OPEN_END);
        }
    }

    private static void requireCommunes(List<OrganisationId> communes, LocalDate day, Neighbours neighbours) {
        communes.forEach(c -> neighbours.standing(c, day, OrganisationKind.COMMUNE_PARTY_COMMITTEE));
    }
}
