package org.coordinationledger.console.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.search.Hit;
import org.coordinationledger.view.search.RecordSearch;
import org.coordinationledger.view.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Search over records of all kinds, and suggestions for fields of forms. */
@Controller
public final class SearchPage {

    /** So many of each kind are shown where all kinds are searched. */
    private static final int OF_EACH_KIND = 10;

    /** So many are shown of one kind. */
    private static final int OF_ONE_KIND = 50;

    private static final String PATH = "/console/search";

    private final FeatureViews views;
    private final RecordSearch search;
    private final RecordLookup lookup;
    private final Reading reading;

    public SearchPage(FeatureViews views, RecordSearch search, RecordLookup lookup, Reading reading) {
        this.views = views;
        this.search = search;
        this.lookup = lookup;
        this.reading = reading;
    }

    /**
     * A record that was found.
     *
     * @param why what matched, where the title does not show it; else null
     */
    public record Line(Piece title, @Nullable String why, boolean open) {}

    /**
     * What was found of one kind.
     *
     * @param more where more of it are shown; null where these are all, or all that are ever shown
     * @param whole whether these are all
     */
    public record Kind(String name, List<Line> lines, @Nullable String more, boolean whole) {}

    @GetMapping(PATH)
    String search(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String resource,
            HttpServletRequest request,
            @ModelAttribute("page") Page page,
            Model model) {
        Reading.At at = reading.at(request);
        SearchText text = SearchText.of(typed).orElse(null);
        List<FeatureView<?>> kinds =
                resource.isEmpty() ? views.all() : List.of(view(resource, request));
        List<Kind> found = text == null ? List.of() : found(text, kinds, at, page);
        model.addAttribute("q", typed);
        model.addAttribute("heading", text == null
                ? page.text("search.title")
                : page.text("search.heading", "text", typed.strip()));
        model.addAttribute("resource", resource);
        model.addAttribute("kinds", kinds(page));
        model.addAttribute("found", found);
        model.addAttribute("count", found.stream().mapToInt(kind -> kind.lines().size()).sum());
        model.addAttribute("whole", found.stream().allMatch(Kind::whole));
        model.addAttribute("hint", hint(typed, text, found));
        model.addAttribute("knownAt", at.point().knownAt());
        return "console/search";
    }

    /** Options of a list from which a field is filled in: at most {@link RecordLookup#MOST}. */
    @GetMapping("/console/suggest")
    String suggest(
            @RequestParam String resource,
            @RequestParam(name = "q", defaultValue = "") String typed,
            HttpServletRequest request,
            @ModelAttribute("page") Page page,
            Model model) {
        view(resource, request);
        model.addAttribute("candidates", lookup.suggest(resource, typed, reading.at(request), page));
        return "console/search-options :: options";
    }

    private FeatureView<?> view(String resource, HttpServletRequest request) {
        return views.ofResource(resource)
                .orElseThrow(() -> new RejectedException(
                        new ServiceRejection.UnknownResource(request.getRequestURI())));
    }

    private Map<String, String> kinds(Page page) {
        Map<String, String> kinds = new LinkedHashMap<>();
        views.all().forEach(view -> kinds.put(view.resource(), page.resource(view.resource())));
        return kinds;
    }

    /** What to say where nothing is shown; null where something is, or nothing was asked. */
    private static @Nullable String hint(String typed, @Nullable SearchText text, List<Kind> found) {
        if (text == null) {
            return typed.isBlank() ? null : typed.length() > SearchText.LONGEST ? "search.long" : "search.short";
        }
        return found.isEmpty() ? "search.empty" : null;
    }

    private List<Kind> found(SearchText text, List<FeatureView<?>> kinds, Reading.At at, Page page) {
        boolean one = kinds.size() == 1;
        List<RecordSearch.Group> groups = search.find(new RecordSearch.Asked(
                text, kinds, reading.circle(page), at.point(), at.effectiveOn(), page.language(),
                one ? OF_ONE_KIND : OF_EACH_KIND));
        List<Kind> found = new ArrayList<>();
        for (RecordSearch.Group group : groups) {
            String more = group.whole() || one
                    ? null
                    : page.link(PATH, Map.of("q", text.typed(), "resource", group.resource()));
            found.add(new Kind(
                    page.resource(group.resource()),
                    group.hits().stream().map(hit -> line(hit, page)).toList(),
                    more,
                    group.whole()));
        }
        return found;
    }

    private static Line line(Hit hit, Page page) {
        return new Line(new Piece(hit.title(), page.record(hit.resource(), hit.id())), why(hit, page), hit.open());
    }

    private static @Nullable String why(Hit hit, Page page) {
        String matched = hit.matched();
        if (matched == null) {
            return null;
        }
        if (hit.until() != null) {
            return page.text("search.until", "matched", matched, "day", page.date(hit.until().minusDays(1)));
        }
        return hit.from() != null
                ? page.text("search.from", "matched", matched, "day", page.date(hit.from()))
                : page.text("search.in", "matched", matched);
    }
}
