package org.coordinationledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.view.api.ReadQuery;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
import org.coordinationledger.view.store.Generation;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.title.Titles;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

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

    /** Today, as known now. */
    public At now() {
        return new At(points.at(new KnownOn.Now(), -1), LocalDate.ofInstant(clock.instant(), Dates.ZONE));
    }

    /** What the organisation that somebody acts for is called now; empty where it is not recorded, or no view is there yet. */
    Optional<String> organisationOf(Actor actor) {
        String id = actor.organisation().value();
        Generation live = generations.live().orElse(null);
        if (live == null) {
            return Optional.empty();
        }
        ReadPoint now = new ReadPoint(live, generations.watermark(live));
        OrganisationNames names = new OrganisationNames(generations, now, LocalDate.ofInstant(clock.instant(), Dates.ZONE));
        names.lookUp(List.of(id));
        return Optional.of(names.of(id)).filter(name -> !name.isEmpty());
    }

    /**
     * Puts into the model which record a page is about and what the page is called.
     *
     * @param heading the key of what comes before the record's title, or null for the title alone
     * @return the titles of records, where the page can look up more
     */
    public RecordTitles about(
            String resource, String id, @Nullable String heading, At at, Page page, Model model) {
        RecordTitles titles = titles(at.point(), at.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        named.add(resource, id);
        titles.lookUp(named);
        String title = titles.of(resource, id);
        model.addAttribute("resource", resource);
        model.addAttribute("id", id);
        model.addAttribute("title", title);
        model.addAttribute("heading", heading == null ? title : page.text(heading) + ": " + title);
        model.addAttribute("knownAt", at.point().knownAt());
        return titles;
    }

    public RecordTitles titles(ReadPoint point, LocalDate effectiveOn, Page page) {
        Titles titles = new Titles(views, generations, circle(page), point, effectiveOn, page.wording());
        return new RecordTitles(titles, page);
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
        return new WithParameters(request, parameters);
    }
}
