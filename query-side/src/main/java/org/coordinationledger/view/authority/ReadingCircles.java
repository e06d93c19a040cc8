package org.coordinationledger.view.authority;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.service.identity.Administration;
import org.coordinationledger.service.identity.AuthorityProperties;
import org.coordinationledger.service.identity.AuthoritySource;
import org.coordinationledger.service.identity.ReadingExtent;
import org.coordinationledger.view.figure.OrganisationTrees;
import org.coordinationledger.view.figure.OrganisationTrees.Circle;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PersonCode;

/**
 * Tells what an actor may read now. An inspector or auditor reads the circle of what their mandate in force names as its
 * scope, and nothing without one; an auditor of the administration reads everything; everybody else reads the circle of the
 * organisation they act for.
 *
 * <p>Circles are kept until the register of organisations changes or a day is over, as long as they have no more than
 * {@link #MOST_KEPT} organisations together.
 */
public final class ReadingCircles {

    private static final long MOST_KEPT = 1_000_000;

    private final ReadPoints points;
    private final OrganisationTrees trees;
    private final Entitlements entitlements;
    private final OrganisationId administration;
    private final AuthorityProperties settings;
    private final InstantSource clock;
    private final Cache<Key, Circle> circles = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key key, Circle kept) -> 1 + kept.within().size() + kept.speaking().size())
            .build();

    /** @param changedAt the last position at which something about organisations changed */
    private record Key(Set<String> around, int generation, long changedAt, LocalDate day) {}

    public ReadingCircles(
            ReadPoints points,
            OrganisationTrees trees,
            Entitlements entitlements,
            Administration administration,
            AuthorityProperties settings,
            InstantSource clock) {
        this.points = points;
        this.trees = trees;
        this.entitlements = entitlements;
        this.administration = administration.organisation();
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What an actor may read. Ask for it after waiting for a position, so that it is as new.
     *
     * @throws org.coordinationledger.rejection.RejectedException if the views cannot be read
     */
    public ReadingCircle of(Actor actor) {
        boolean ofAdministration = actor.organisation().equals(administration);
        if (settings.reading() == ReadingExtent.EVERYTHING || ofAdministration && actor.role() == Role.AUDITOR) {
            return ReadingCircle.WHOLE;
        }
        ReadPoint now = points.at(new KnownOn.Now(), -1);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        Set<String> around = new TreeSet<>();
        around(actor, today, now).forEach(organisation -> around.add(organisation.value()));
        Circle circle = circles.get(
                new Key(around, now.generation().number(), trees.changedAt(now), today),
                key -> trees.circle(around, now, today));
        return circle.whole()
                ? ReadingCircle.WHOLE
                : ReadingCircle.of(
                        circle.within(), circle.speaking(), ofAdministration && actor.role() == Role.ADMINISTRATOR);
    }

    private List<OrganisationId> around(Actor actor, LocalDate today, ReadPoint now) {
        boolean byMandate = actor.role() == Role.INSPECTOR || actor.role() == Role.AUDITOR;
        if (!byMandate || settings.authority() == AuthoritySource.LOGINS) {
            return List.of(actor.organisation());
        }
        return entitlements
                .mandate(new PersonCode(actor.person()), actor.organisation(), actor.role(), today, now.knownAt())
                .map(mandate -> mandate.scope().isEmpty() ? List.of(actor.organisation()) : mandate.scope())
                .orElse(List.of());
    }
}
