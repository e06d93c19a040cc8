package org.coordinationledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.live.LiveAddress;
import org.coordinationledger.console.page.FactPieces;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.PairOfTimes;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.record.RecordListPage;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.api.FigureParameters;
import org.coordinationledger.view.api.FigureReads;
import org.coordinationledger.view.api.ListReads;
import org.coordinationledger.view.api.ReadQuery;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.CodeBreakdown;
import org.coordinationledger.view.figure.Direction;
import org.coordinationledger.view.figure.OrganisationBreakdown;
import org.coordinationledger.view.figure.TrendStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One figure: its value and meaning, over time, by organisation and by code; and the list of the records behind it. */
@Controller
public final class FigurePage {

    private final FigureReads reads;
    private final ListReads lists;
    private final RecordListPage list;
    private final TrendTables trends;
    private final ScopeChoice scopes;
    private final MonthSlider months;
    private final Reading reading;
    private final InstantSource clock;

    public FigurePage(
            FigureReads reads,
            ListReads lists,
            RecordListPage list,
            TrendTables trends,
            ScopeChoice scopes,
            MonthSlider months,
            Reading reading,
            Clock ledgerClock) {
        this.reads = reads;
        this.lists = lists;
        this.list = list;
        this.trends = trends;
        this.scopes = scopes;
        this.months = months;
        this.reading = reading;
        this.clock = ledgerClock;
    }

    /**
     * A figure by something.
     *
     * @param most the greatest number among the rows, by which bars are drawn
     * @param rest what counts for none of the rows; null where there is none
     * @param whole whether all rows are there
     */
    record Breakdown(String title, List<FigureRow> rows, String most, @Nullable ShownValue rest, boolean whole) {}

    @GetMapping(ScopeChoice.FIGURES + "/{name}")
    String figure(
            @PathVariable String name,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        FeatureFigure figure = reads.figure(name);
        FigureAsked asked = new FigureAsked(request, clock, reading.at(request));
        String missing = missing(figure, asked, page);
        TrendStep step = TrendTables.step(asked);
        head(figure, asked, page, model);
        months.show(asked, page, model);
        model.addAttribute("missing", missing);
        model.addAttribute("step", step);
        model.addAttribute("steps", steps(page));
        model.addAttribute("by", by(asked));
        model.addAttribute("kind", asked.text(FigureReads.KIND));
        model.addAttribute("directions", directions(page));
        model.addAttribute("organisationKinds", organisationKinds(page));
        model.addAttribute("charts", true);
        if (missing == null) {
            model.addAttribute("value", ShownValue.of(
                    page, reads.value(actor, figure, asked.query(FigureParameters.ofValue(figure))).found(),
                    figure.figure().growing()));
            model.addAttribute("records", FigureAsked.records(page, name, FiguresPage.which(figure, asked)));
            model.addAttribute("trend", onManyDays(figure) ? trends.of(reads.asker(actor, asked.at().point()), figure, asked, step, page) : null);
            model.addAttribute("breakdown", byOrganisation(actor, figure, asked, page));
            model.addAttribute("files", files(figure, page, asked));
            model.addAttribute("codes", byCodes(actor, figure, asked, page));
        }
        LiveAddress.renews(model, LiveAddress.SELDOM);
        return "console/figure";
    }

    @GetMapping(ScopeChoice.FIGURES + "/{name}/records")
    String records(
            @PathVariable String name,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        FeatureFigure figure = reads.figure(name);
        HttpServletRequest asked = Reading.without(request, Set.of(PairOfTimes.COMPARED_WITH));
        ListReads.Asked found = lists.behindFigure(actor, name, asked, true);
        head(figure, new FigureAsked(request, clock, new Reading.At(found.point(), found.effectiveOn())), page, model);
        boolean ofTheDay = found.effectiveOn().equals(found.query().effectiveOn());
        list.show(figure.view(), found, ofTheDay ? page : page.on(found.effectiveOn()), model);
        model.addAttribute("file", "/console/api/v1/figures/" + name + "/records");
        return "console/figure-records";
    }

    /** What all pages about one figure have. */
    void head(FeatureFigure figure, FigureAsked asked, Page page, Model model) {
        String name = figure.figure().name();
        scopes.show(asked, scopeResource(figure), page, model);
        model.addAttribute("name", name);
        model.addAttribute("figureTitle", page.capital(page.word("figure", name)));
        model.addAttribute("definition", page.word("figure-definition", name));
        model.addAttribute("figureLink", page.link(ScopeChoice.FIGURES + "/" + name, asked.which()));
        model.addAttribute("why", page.link(ScopeChoice.FIGURES + "/" + name + "/why", asked.which()));
        model.addAttribute("kept", asked.which());
        model.addAttribute("happens", figure.figure().happenedOn() != null);
        model.addAttribute("effectiveOn", asked.at().effectiveOn());
        model.addAttribute("knownAt", asked.at().point().knownAt());
    }

    /** The kind of record that the scope of a figure is. */
    private static String scopeResource(FeatureFigure figure) {
        return figure.figure().needsScope() ? figure.view().resource() : OrganisationState.TYPE.resource();
    }

    /** What has to be chosen before the figure has a value, or null. */
    static @Nullable String missing(FeatureFigure figure, FigureAsked asked, Page page) {
        if (figure.figure().needsScope() && asked.scope() == null) {
            return "scope";
        }
        return figure.figure().growing() && page.times().comparedWith() == null ? "comparedWith" : null;
    }

    private static boolean onManyDays(FeatureFigure figure) {
        Figure asked = figure.figure();
        return asked.comparable() && !asked.growing();
    }

    /** Steps of a trend, by the words of addresses. */
    static Map<String, String> steps(Page page) {
        Map<String, String> steps = new LinkedHashMap<>();
        for (TrendStep step : List.of(TrendStep.YEAR, TrendStep.QUARTER, TrendStep.MONTH)) {
            steps.put(ReadQuery.word(step), page.text("figures.step." + ReadQuery.word(step)));
        }
        return steps;
    }

    private static Map<String, String> directions(Page page) {
        Map<String, String> directions = new LinkedHashMap<>();
        for (Direction direction : Direction.values()) {
            directions.put(ReadQuery.word(direction), page.text("figures.by." + ReadQuery.word(direction)));
        }
        return directions;
    }

    private static Map<String, String> organisationKinds(Page page) {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(OrganisationKind.values()).forEach(kind -> kinds.put(kind.name(), page.word(kind)));
        return kinds;
    }

    private static String by(FigureAsked asked) {
        String by = asked.text(FigureReads.BY);
        return by == null ? ReadQuery.word(Direction.PARTY) : by;
    }

    private @Nullable Breakdown byOrganisation(Actor actor, FeatureFigure figure, FigureAsked asked, Page page) {
        boolean nowhere = asked.scope() == null && asked.text(FigureReads.KIND) == null
                && by(asked).equals(ReadQuery.word(Direction.TERRITORY));
        if (!figure.figure().breaksDown() || nowhere) {
            return null;
        }
        OrganisationBreakdown found = reads.byOrganisation(
                        actor, figure, asked.query(FigureParameters.byOrganisation(figure)))
                .found();
        List<FigureRow> rows = new ArrayList<>();
        for (OrganisationBreakdown.Row row : found.rows()) {
            Map<String, String> which = new LinkedHashMap<>(FiguresPage.which(figure, asked));
            which.put(FigureReads.SCOPE, row.organisation());
            String kind = page.word("enum.OrganisationKind", row.kind());
            rows.add(new FigureRow(
                    new Piece(
                            row.name().isEmpty() ? row.organisation() : row.name(),
                            ScopeChoice.with(page, row.organisation())),
                    ShownValue.of(page, row.value(), figure.figure().growing()),
                    FigureAsked.records(page, figure.figure().name(), which),
                    row.standing() ? kind : page.text("figures.not-standing", "kind", kind),
                    row.organisation()));
        }
        return new Breakdown(
                page.text("figures.by-organisation"),
                rows,
                most(rows),
                ShownValue.of(page, found.rest(), figure.figure().growing()),
                found.whole());
    }

    private List<Breakdown> byCodes(Actor actor, FeatureFigure figure, FigureAsked asked, Page page) {
        if (!figure.figure().breaksDown()) {
            return List.of();
        }
        return figure.view().codes().stream()
                .filter(fact -> !figure.figure().where().containsKey(fact.name()))
                .map(fact -> byCode(actor, figure, fact, asked, page))
                .toList();
    }

    private Breakdown byCode(Actor actor, FeatureFigure figure, Fact<?> fact, FigureAsked asked, Page page) {
        CodeBreakdown found =
                reads.byCode(actor, figure, fact, asked.query(FigureParameters.ofValue(figure))).found();
        List<FigureRow> rows = new ArrayList<>();
        for (CodeBreakdown.Row row : found.rows()) {
            Map<String, String> which = new LinkedHashMap<>(FiguresPage.which(figure, asked));
            String code = row.code();
            if (code != null) {
                which.put(ReadQuery.filter(fact.name()), code);
            }
            String word = code == null
                    ? page.text("figures.no-code")
                    : page.word(Objects.requireNonNull(fact.words()), code);
            rows.add(new FigureRow(
                    Piece.of(page.capital(word)),
                    ShownValue.of(page, row.value(), figure.figure().growing()),
                    code == null ? null : FigureAsked.records(page, figure.figure().name(), which),
                    null,
                    String.valueOf(code)));
        }
        return new Breakdown(
                FactPieces.title(page, figure.view(), fact.name()), rows, most(rows), null, true);
    }

    /** The list behind the figure as files, by format. */
    private static Map<String, String> files(FeatureFigure figure, Page page, FigureAsked asked) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String format : List.of("csv", "xlsx")) {
            Map<String, String> which = new LinkedHashMap<>(FiguresPage.which(figure, asked));
            which.put("format", format);
            files.put(format, page.file("/console/api/v1/figures/" + figure.figure().name() + "/records", which));
        }
        return files;
    }

    private static String most(List<FigureRow> rows) {
        return rows.stream()
                .map(row -> row.value().number())
                .filter(Objects::nonNull)
                .max((a, b) -> new BigDecimal(a).compareTo(new BigDecimal(b)))
                .orElse("0");
    }
}
