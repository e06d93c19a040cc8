package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.search.RecordSearch;
import org.coordinationledger.view.search.SearchText;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Searches records of all kinds by words. */
@Hidden
@RestController
final class SearchController {

    static final int DEFAULT_LIMIT = 10;
    static final int MOST = 50;

    private static final String TEXT = "q";
    private static final String RESOURCE = "resource";

    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordSearch search;
    private final ReadingCircles circles;
    private final InstantSource clock;

    SearchController(
            FeatureViews views,
            ReadPoints points,
            RecordSearch search,
            ReadingCircles circles,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.search = search;
        this.circles = circles;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    ShownSearch search(HttpServletRequest request, Actor actor, Locale language) {
        ReadQuery query = ReadQuery.of(request, clock, false, List.of(TEXT, RESOURCE, "limit"));
        String typed = query.text(TEXT)
                .orElseThrow(() -> new RejectedException(new ServiceRejection.MissingParameter(TEXT)));
        SearchText text =
                SearchText.of(typed).orElseThrow(() -> ReadQuery.invalid(TEXT, typed, "search-text"));
        List<FeatureView<?>> kinds = kinds(query);
        int limit = query.limit(DEFAULT_LIMIT, MOST);
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        List<RecordSearch.Group> groups = search.find(new RecordSearch.Asked(
                text, kinds, circles.of(actor), point, effectiveOn, language, limit));
        return new ShownSearch(groups, point.knownAt(), effectiveOn);
    }

    private List<FeatureView<?>> kinds(ReadQuery query) {
        String given = query.text(RESOURCE).orElse(null);
        if (given == null) {
            return views.all();
        }
        Set<String> asked = new LinkedHashSet<>(List.of(given.split(",", -1)));
        List<FeatureView<?>> kinds = views.all().stream()
                .filter(view -> asked.contains(view.resource()))
                .collect(Collectors.toUnmodifiableList());
        if (kinds.size() != asked.size()) {
            throw ReadQuery.invalid(
                    RESOURCE,
                    given,
                    views.all().stream().map(FeatureView::resource).collect(Collectors.joining(", ")));
        }
        return kinds;
    }
}
