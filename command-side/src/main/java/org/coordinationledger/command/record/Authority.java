package org.coordinationledger.command.record;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.mandate.event.Entitlement;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.vocabulary.MandateId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;

/** Whether somebody may act, as known when the command began. What is looked at joins the read set. */
public final class Authority implements Entitlement.Known {

    private final Registry registry;

    Authority(Registry registry) {
        this.registry = registry;
    }

    /**
     * Requires that the actor is entitled on the day of recording, for who acts is who records.
     *
     * @throws RejectedException with {@link CommandRejection.NotEntitled}, {@link CommandRejection.DelegationOver} or
     *     {@link CommandRejection.OtherBody}
     */
    void requireEntitled(Actor actor) {
        if (registry.authoritySource() == AuthoritySource.LOGINS) {
            return;
        }
        Entitlement found = of(actor);
        MandateState mandate = found.state();
        PersonCode lender = mandate == null ? null : mandate.delegatedBy();
        String organisation = actor.organisation().value();
        String role = actor.role().name();
        if (found.ground() == Entitlement.Ground.DELEGATION_OVER && lender != null) {
            throw new RejectedException(new CommandRejection.DelegationOver(
                    actor.person(), organisation, role, registry.today(), lender.value()));
        }
        if (!found.ground().entitles()) {
            throw new RejectedException(
                    new CommandRejection.NotEntitled(actor.person(), organisation, role, registry.today()));
        }
        Body needed = mandate == null ? null : mandate.body();
        Body acting = actor.body();
        if (needed != null && acting != null && needed != acting) {
            throw new RejectedException(
                    new CommandRejection.OtherBody(actor.person(), needed.name(), acting.name()));
        }
    }

    /** Whether the actor is entitled on the day of recording, and by what. */
    public Entitlement of(Actor actor) {
        return Entitlement.on(
                new PersonCode(actor.person()), actor.organisation(), actor.role(), registry.today(), this);
    }

    /** Whether the actor is an administrator of the administration. */
    public boolean isRoot(Actor actor) {
        return actor.role() == Role.ADMINISTRATOR && actor.organisation().equals(administration());
    }

    /** The days around one day on which a person holds a mandate that is not lent; none or one. */
    public Stream<HeldPeriod> ownOn(PersonCode person, OrganisationId organisation, Role role, LocalDate day) {
        ReservationState key = reservation(MandateState.key(person, organisation, role));
        return key.holderOn(day)
                .filter(holder -> mandate(new MandateId(holder), day)
                        .filter(state -> !state.delegated())
                        .isPresent())
                .flatMap(key::heldBy)
                .stream()
                .flatMap(held -> held.periods().stream())
                .filter(period -> period.includes(day));
    }

    @Override
    public OrganisationId administration() {
        return registry.administration();
    }

    @Override
    public ReservationState reservation(String key) {
        return registry.reservation(key);
    }

    @Override
    public Optional<MandateState> mandate(MandateId id, LocalDate day) {
        return registry.timeline(MandateState.TYPE, id).on(day);
    }
}
