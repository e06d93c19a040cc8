package org.coordinationledger.view.authority;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.mandate.event.Entitlement;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.reservation.event.ReservationState;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.vocabulary.MandateId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;

/**
 * Answers from the ledger alone whether somebody was entitled to act: what the command side asked when it let a step
 * in, asked again as of any position. What the setting {@code ledger.authority} was then does not matter here.
 */
public final class Entitlements {

    private final RecordStreams streams;
    private final OrganisationId administration;

    /** @param administration the organisation whose administrators need no mandate */
    public Entitlements(RecordStreams streams, OrganisationId administration) {
        this.streams = streams;
        this.administration = administration;
    }

    /**
     * Whether a person may act for an organisation in a role on a day, as known at a position.
     *
     * @param position the last that counts. Of an entry, ask with the day on which it was recorded and its own position
     */
    public Entitled at(
            PersonCode person, OrganisationId organisation, Role role, LocalDate effectiveOn, long position) {
        Entitlement found = Entitlement.on(person, organisation, role, effectiveOn, new KnownAt(position));
        MandateId mandate = found.mandate();
        if (mandate == null) {
            return Entitled.without(found.ground());
        }
        MandateState state = Objects.requireNonNull(found.state(), "a mandate in force has a state");
        Step<?> granted = streams.timeline(MandateState.TYPE, mandate.value(), position).steps().get(0);
        PersonCode lender = state.delegatedBy();
        return new Entitled(
                found.ground().entitles(),
                found.ground(),
                mandate.value(),
                state.body(),
                state.lastDay(),
                lender == null ? null : lender.value(),
                granted.actor().person(),
                granted.actor().organisation().value(),
                granted.position());
    }

    /** The mandate by which a person is entitled, as it is on the day; empty if they are not, or need none. */
    public Optional<MandateState> mandate(
            PersonCode person, OrganisationId organisation, Role role, LocalDate effectiveOn, long position) {
        Entitlement found = Entitlement.on(person, organisation, role, effectiveOn, new KnownAt(position));
        return found.ground().entitles() ? Optional.ofNullable(found.state()) : Optional.empty();
    }

    /** Keys and mandates as known at a position. */
    private final class KnownAt implements Entitlement.Known {

        private final long position;

        KnownAt(long position) {
            this.position = position;
        }

        @Override
        public OrganisationId administration() {
            return administration;
        }

        @Override
        public ReservationState reservation(String key) {
            AtomicReference<ReservationState> state = new AtomicReference<>(ReservationState.FREE);
            streams.forEach(key, position, entry -> state.set(state.get().after(event(entry))));
            return state.get();
        }

        @Override
        public Optional<MandateState> mandate(MandateId id, LocalDate day) {
            return streams.timeline(MandateState.TYPE, id.value(), position).on(day);
        }

        private static ReservationEvent event(Entry entry) {
            Class<?> type = Catalogue.named(entry.eventName()).orElseThrow().type();
            return (ReservationEvent) EventJson.mapper().readValue(entry.payload(), type);
        }
    }
}
