package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.mandate.view.MandateView;
import org.coordinationledger.view.authority.Entitlements;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether somebody was entitled to act for an organisation in a role on a day, as known on a day. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/entitlement", produces = MediaType.APPLICATION_JSON_VALUE)
final class EntitlementController {

    private static final String PERSON = "person";
    private static final String ORGANISATION = "organisation";
    private static final String ROLE = "role";

    private final ReadPoints points;
    private final Entitlements entitlements;
    private final ReadingCircles circles;
    private final ReadRefusals refusals;
    private final InstantSource clock;

    EntitlementController(
            ReadPoints points,
            Entitlements entitlements,
            ReadingCircles circles,
            ReadRefusals refusals,
            InstantSource clock) {
        this.points = points;
        this.entitlements = entitlements;
        this.circles = circles;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    Shown.EntitlementAnswer entitlement(HttpServletRequest request, Actor actor) {
        ReadQuery query = ReadQuery.of(request, clock, false, List.of(PERSON, ORGANISATION, ROLE));
        PersonCode person = new PersonCode(required(query, PERSON));
        OrganisationId organisation = new OrganisationId(required(query, ORGANISATION));
        Role role = role(required(query, ROLE));
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        requireReadable(actor, person, organisation);
        return Shown.EntitlementAnswer.of(
                person.value(),
                organisation.value(),
                role,
                entitlements.at(person, organisation, role, effectiveOn, point.knownAt()),
                point.knownAt(),
                effectiveOn);
    }

    /** One's own authority is told to everybody; else who may read the organisation's mandates is told. */
    private void requireReadable(Actor actor, PersonCode person, OrganisationId organisation) {
        ReadingCircle circle = circles.of(actor);
        if (!person.value().equals(actor.person()) && circle.named(MandateView.VIEW).isPresent()) {
            refusals.requireWithin(circle, actor, ReadRefusals.ENTITLEMENT, organisation.value());
        }
    }

    private static String required(ReadQuery query, String name) {
        return query.text(name).orElseThrow(() -> ReadQuery.invalid(name, "", "one-value"));
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ReadQuery.invalid(
                        ROLE, name, Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
