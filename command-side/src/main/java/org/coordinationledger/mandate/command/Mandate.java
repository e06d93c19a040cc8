package org.coordinationledger.mandate.command;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Claim;
import org.coordinationledger.command.record.Neighbours;
import org.coordinationledger.command.record.RecordAggregate;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.command.record.Registry;
import org.coordinationledger.mandate.event.Lending;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.mandate.event.MandateEvent.Extended;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.vocabulary.PersonCode;
import org.jspecify.annotations.Nullable;

/** Decides about one mandate. */
final class Mandate extends RecordAggregate<MandateEvent, MandateState> {

    Mandate() {
        super(MandateState.TYPE);
    }

    @CommandHandler(commandName = "mandates")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordCommand command, MetaData metaData, Registry registry) {
        take(command, metaData, registry);
    }

    @Override
    protected void requireMayDecide(MandateEvent content, Actor actor, Neighbours neighbours) {
        Granted mandate = granted(content);
        LocalDate day = content.effectiveOn();
        if (mandate.person().value().equals(actor.person())) {
            throw new RejectedException(new MandateAcross.OwnMandate(actor.person()));
        }
        if (Arrays.stream(Policy.values()).noneMatch(policy -> policy.allows(mandate, day, actor, neighbours))) {
            throw new RejectedException(new MandateAcross.NotTheirsToGrant(actor.person(), Policy.names()));
        }
        if (!neighbours.authority().isRoot(actor)) {
            neighbours.standing(actor.organisation(), day);
        }
    }

    @Override
    protected void requireAcross(MandateEvent event, Actor actor, Neighbours neighbours) {
        Granted mandate = granted(event);
        LocalDate day = event.effectiveOn();
        if (event instanceof Granted e) {
            neighbours.standing(e.organisation(), day);
            e.scope().forEach(into -> neighbours.standing(into, day));
            requireLent(mandate, day, e.lastDay(), neighbours);
        } else if (event instanceof Extended e) {
            requireLent(mandate, day, e.lastDay(), neighbours);
        }
    }

    /** What the record is about stays as it was granted: a grant is never corrected. */
    private Granted granted(MandateEvent content) {
        return content instanceof Granted granted ? granted : (Granted) known().contentAt(0);
    }

    private static void requireLent(Granted mandate, LocalDate from, @Nullable LocalDate lastDay, Neighbours neighbours) {
        PersonCode lender = mandate.delegatedBy();
        if (lender == null || lastDay == null) {
            return;
        }
        boolean lent = Lending.lenders(mandate.role()).stream()
                .flatMap(role -> neighbours.authority().ownOn(lender, mandate.organisation(), role, from))
                .anyMatch(period -> period.includes(lastDay));
        if (!lent) {
            throw new RejectedException(new MandateAcross.BeyondOwnMandate(
                    lender.value(), mandate.organisation().value(), mandate.role().name(), from, lastDay));
        }
    }

    /** A person holds one mandate at a time for an organisation and a role, so that one key tells of it. */
    @Override
    protected List<Claim> claims(Timeline<MandateEvent, MandateState> asKnown, Neighbours neighbours) {
        List<Phase<MandateState>> inForce =
                asKnown.phases().stream().filter(p -> p.state().stage().inForce()).toList();
        if (inForce.isEmpty()) {
            return List.of();
        }
        MandateState mandate = inForce.get(0).state();
        return List.of(new Claim(
                MandateState.key(mandate.person(), mandate.organisation(), mandate.role()),
                HeldPeriod.joined(inForce),
                null,
                other -> new MandateAcross.AlreadyGranted(
                        mandate.person().value(), mandate.organisation().value(), mandate.role().name(), other)));
    }
}
