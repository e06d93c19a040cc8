package org.coordinationledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.view.api.ReadQuery;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;

/** Reads for pages. Their addresses have the parameters of the API's reads, and some that only pages know. */
public final class Reading {

    private final FeatureViews views;
    private final Generations generations;
    private final ReadPoints points;
    private final ReadingCircles circles;
    private final InstantSource clock;

    public Reading(
            FeatureViews views,
            Generations generations,
            ReadPoints points,
            ReadingCircles circles,
            InstantSource clock) {
        this.views = views;
        this.generations = generations;
        this.points = points;
        this.circles = circles;
        this.clock = clock;
    }

    /** Where a page reads. */
    public record At(ReadPoint point, LocalDate effectiveOn) {}

    /** Where a page reads whose address has no parameters of a read but the times. */
    public At at(HttpServletRequest request) {
        ReadQuery query = ReadQuery.of(
                only(request, Set.of(PairOfTimes.EFFECTIVE_ON, PairOfTimes.KNOWN_ON, "waitForPosition")), clock, false,
                List.of());
        LocalDate effectiveOn = query.effectiveOn();
        return new At(points.at(query.knownOn(), query.waitForPosition()), effectiveOn);
    }

    /** What the organisation that somebody acts for is called now; its id before the views are there. */
    String organisationOf(Actor actor) {
        String id = actor.organisation().value();
        Generation live = generations.live().orElse(null);
        if (live == null) {
            return id;
        }
        ReadPoint now = new ReadPoint(live, generations.watermark(live));
        OrganisationNames names = new OrganisationNames(generations, now, LocalDate.ofInstant(clock.instant(), Dates.ZONE));
        names.lookUp(List.of(id));
        String name = names.of(id);
        return name.isEmpty() ? id : name;
    }

    public RecordTitles titles(ReadPoint point, LocalDate effectiveOn, Page page) {
        return new RecordTitles(views, generations, circle(page), point, effectiveOn, page);
    }

    /** What whoever looks at a page may read. */
    public ReadingCircle circle(Page page) {
        return circles.of(Objects.requireNonNull(page.actor(), "only who is logged in reads"));
    }

    /** A request as the API would have it: without parameters that are empty or that only pages know. */
    public static HttpServletRequest without(HttpServletRequest request, Set<String> names) {
        return filtered(request, names, false);
    }

    private static HttpServletRequest only(HttpServletRequest request, Set<String> names) {
        return filtered(request, names, true);
    }

    private static HttpServletRequest filtered(HttpServletRequest request, Set<String> names, boolean kept) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            boolean empty = values.length == 1 && values[0].isBlank();
            if (!empty && names.contains(name) == kept) {
                parameters.put(name, values);
            }
        });
        return new Filtered(request, Collections.unmodifiableMap(parameters));
    }

    private static final class Filtered extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        Filtered(HttpServletRequest request, Map<String, String[]> parameters) {
            super(request);
            this.parameters = parameters;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }
    }
}
