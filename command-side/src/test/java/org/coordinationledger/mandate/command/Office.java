package org.coordinationledger.mandate.command;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.mandate.event.MandateEvent.Granted;
import org.coordinationledger.mandate.event.MandateState;
import org.coordinationledger.reservation.event.HeldPeriod;
import org.coordinationledger.reservation.event.ReservationEvent;
import org.coordinationledger.timeline.Phase;
import org.coordinationledger.vocabulary.MandateId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.jspecify.annotations.Nullable;

/** A secretary of the post with a mandate of their own, a deputy, and whoever grants; it is 2019-06-01. */
final class Office {

    static final MandateId ID = new MandateId("asked");
    static final LocalDate TODAY = day("2019-06-01");
    static final Actor SECRETARY = new Actor("secretary", organisation("post"), Role.APPROVER);

    final Landscape landscape = new Landscape();

    Office() {
        landscape.registry.askingForMandatesOn(TODAY);
        granted("secretary-s", grant("secretary", "post", Role.APPROVER, "2019-01-01", "2019-12-31", null));
    }

    /** Grants what later tests build on; no rule is checked. */
    Office granted(String id, Granted granted) {
        landscape.registry.with(MandateState.TYPE, new MandateId(id), administrator(), granted);
        LocalDate lastDay = granted.lastDay();
        landscape.registry.holding(
                MandateState.key(granted.person(), granted.organisation(), granted.role()),
                new ReservationEvent.Held(
                        id,
                        List.of(new HeldPeriod(
                                granted.effectiveOn(), lastDay == null ? Phase.OPEN_END : lastDay.plusDays(1))),
                        null));
        return this;
    }

    static Granted grant(
            String person,
            String organisation,
            Role role,
            String from,
            @Nullable String lastDay,
            @Nullable String delegatedBy,
            String... scope) {
        return grant(null, person, organisation, role, from, lastDay, delegatedBy, scope);
    }

    static Granted grant(
            @Nullable Body body,
            String person,
            String organisation,
            Role role,
            String from,
            @Nullable String lastDay,
            @Nullable String delegatedBy,
            String... scope) {
        return new Granted(
                day(from), new PersonCode(person), new OrganisationId(organisation), role, body,
                lastDay == null ? null : day(lastDay), Stream.of(scope).map(OrganisationId::new).toList(),
                delegatedBy == null ? null : new PersonCode(delegatedBy), List.of(), false);
    }

    static MandateCommand.Grant asked(Granted granted) {
        return new MandateCommand.Grant(
                ID, granted.effectiveOn(), granted.person(), granted.organisation(), granted.role(), granted.body(),
                granted.lastDay(), granted.scope(), granted.delegatedBy(), granted.bases(), granted.illustrative());
    }

    Decision<Mandate> decision() {
        return Decision.of(Mandate.class, MandateState.TYPE, landscape.registry);
    }
}
