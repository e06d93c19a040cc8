package org.coordinationledger.console.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.FactPieces;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.view.api.ListReads;
import org.coordinationledger.view.api.ReadQuery;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.span.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The kinds of records, and the list of one kind. */
@Controller
public final class RecordListPage {

    /** What only a machine needs, or what every line would say. */
    private static final Set<String> NOT_IN_COLUMNS =
            Set.of(FeatureView.OPEN, FeatureView.UNFINISHED, FeatureView.BASES, "illustrative");

    private static final int MOST_COLUMNS = 6;

    /** No list counts further than this. */
    private static final int COUNTED = 1_000;

    private final FeatureViews views;
    private final ListReads lists;
    private final Reading reading;

    public RecordListPage(FeatureViews views, ListReads lists, Reading reading) {
        this.views = views;
        this.lists = lists;
        this.reading = reading;
    }

    /** A line of the list; one cell for each column. */
    public record Line(Piece title, List<List<Piece>> cells, boolean open, boolean illustrative) {}

    /**
     * A filter that the list offers.
     *
     * @param options value and word of each choice; empty where text is typed
     * @param value what is chosen, or null
     */
    public record FilterField(String name, String label, Map<String, String> options, @Nullable String value) {}

    @GetMapping("/console/records")
    String kinds(Model model) {
        model.addAttribute("resources", views.all().stream().map(FeatureView::resource).toList());
        return "console/record-kinds";
    }

    @GetMapping("/console/records/{resource}")
    String list(
            @PathVariable String resource,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        ListReads.Asked asked =
                lists.ofResource(actor, resource, Reading.without(request, Set.of(PairOfTimes.COMPARED_WITH)), true);
        FeatureView<?> view = views.ofResource(resource).orElseThrow();
        show(view, asked, page, model);
        model.addAttribute("heading", page.resource(resource));
        model.addAttribute("filters", filters(view, page, request));
        model.addAttribute("file", "/console/api/v1/" + resource);
        return "console/record-list";
    }

    /** Puts a page of a list into the model, whatever the list is of. */
    public void show(FeatureView<?> view, ListReads.Asked asked, Page page, Model model) {
        org.coordinationledger.view.list.Page found = asked.page();
        RecordTitles titles = reading.titles(asked.point(), asked.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        List<String> columns = columns(view, found.items());
        for (Span span : found.items()) {
            titles.remember(view, span, named);
            named.addAll(view, span.facts());
        }
        titles.lookUp(named);
        FactPieces pieces = new FactPieces(page, titles);
        List<Line> lines = new ArrayList<>();
        for (Span span : found.items()) {
            lines.add(new Line(
                    titles.piece(view.resource(), span.record()),
                    columns.stream().map(c -> pieces.of(view, c, span.facts())).toList(),
                    flag(span, FeatureView.OPEN),
                    flag(span, "illustrative")));
        }
        model.addAttribute("view", view);
        model.addAttribute("resource", view.resource());
        model.addAttribute("columns", columns.stream().map(c -> FactPieces.title(page, view, c)).toList());
        model.addAttribute("lines", lines);
        model.addAttribute("count", asked.count(COUNTED));
        model.addAttribute("counted", COUNTED);
        model.addAttribute("next", found.next() == null ? null : found.next().encoded());
        model.addAttribute("knownAt", asked.point().knownAt());
        model.addAttribute("effectiveOn", asked.effectiveOn());
    }

    private static boolean flag(Span span, String name) {
        return span.facts().get(name).filter(Boolean.TRUE::equals).isPresent();
    }

    /** The first facts that a record of the page has. */
    private static List<String> columns(FeatureView<?> view, List<Span> items) {
        List<String> columns = new ArrayList<>();
        for (Fact<?> fact : view.facts()) {
            boolean inTitle = view.titledBy().contains(fact.name()) && fact.target() == null;
            boolean shown = !NOT_IN_COLUMNS.contains(fact.name()) && !inTitle
                    && items.stream().anyMatch(span -> span.facts().get(fact.name()).isPresent());
            if (shown && columns.size() < MOST_COLUMNS) {
                columns.add(fact.name());
            }
        }
        return columns;
    }

    private static List<FilterField> filters(FeatureView<?> view, Page page, HttpServletRequest request) {
        List<FilterField> fields = new ArrayList<>();
        for (Fact<?> fact : view.facts()) {
            boolean offered = fact.kind() == FactKind.CODE || fact.kind() == FactKind.FLAG;
            String name = ReadQuery.filter(fact.name());
            String value = request.getParameter(name);
            if (!offered && value == null) {
                continue;
            }
            fields.add(new FilterField(name, FactPieces.title(page, view, fact.name()), options(fact, page), value));
        }
        return fields;
    }

    private static Map<String, String> options(Fact<?> fact, Page page) {
        Map<String, String> options = new LinkedHashMap<>();
        if (fact.kind() == FactKind.FLAG) {
            options.put("true", page.text("yes"));
            options.put("false", page.text("no"));
        }
        for (String code : fact.codes()) {
            options.put(code, page.word(Objects.requireNonNull(fact.words()), code));
        }
        return options;
    }
}
