package org.coordinationledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.view.api.FigureParameters;
import org.coordinationledger.view.api.FigureReads;
import org.coordinationledger.view.api.ReadRejection;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.figure.FigureReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Why a figure has its value: the records behind it with the step that made each count, and what came and went. */
@Controller
public final class FigureWhyPage {

    private static final String ORGANISATIONS = OrganisationState.TYPE.resource();

    private final FigureReads reads;
    private final FigurePage figures;
    private final Reading reading;
    private final InstantSource clock;

    public FigureWhyPage(FigureReads reads, FigurePage figures, Reading reading, Clock ledgerClock) {
        this.reads = reads;
        this.figures = figures;
        this.reading = reading;
        this.clock = ledgerClock;
    }

    /**
     * A record that counts, or did.
     *
     * @param since from when on; empty where that cannot be told
     * @param step the step that made the difference, as a link to the record at that step; null where time alone did
     * @param recorded when the step was recorded; empty where there is none
     */
    record Counted(Piece record, String since, @Nullable Piece step, String recorded) {}

    /**
     * Records that belong together.
     *
     * @param count how many there are, of which some are shown
     */
    record Part(Piece title, long count, List<Counted> shown) {}

    @GetMapping(ScopeChoice.FIGURES + "/{name}/why")
    String why(
            @PathVariable String name,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        FeatureFigure figure = reads.figure(name);
        FigureAsked asked = new FigureAsked(request, clock, reading.at(request));
        String missing = FigurePage.missing(figure, asked, page);
        figures.head(figure, asked, page, model);
        model.addAttribute("missing", missing);
        model.addAttribute("tooMany", false);
        if (missing == null) {
            try {
                show(figure, reads.why(actor, figure, asked.query(FigureParameters.ofWhy(figure))), asked, page, model);
            } catch (RejectedException e) {
                if (!(e.rejection() instanceof ReadRejection.TooManyRecords)) {
                    throw e;
                }
                model.addAttribute("tooMany", true);
            }
        }
        return "console/figure-why";
    }

    private void show(FeatureFigure figure, FigureReads.Why told, FigureAsked asked, Page page, Model model) {
        FigureReason reason = told.found();
        String resource = figure.view().resource();
        FigureReason.Change change = reason.change();
        List<FigureReason.Some> changes =
                change == null ? List.of() : List.of(change.added(), change.gone(), change.changed());
        RecordTitles titles = reading.titles(asked.at().point(), asked.at().effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        Stream.concat(
                        reason.organisations().stream().flatMap(part -> part.shown().stream()),
                        changes.stream().flatMap(some -> some.shown().stream()))
                .forEach(counted -> named.add(resource, counted.id()));
        reason.fallenOut().shown().forEach(fallen -> named.add(resource, fallen.id()));
        titles.lookUp(named);
        ShownValue value = ShownValue.of(page, reason.value(), figure.figure().growing());
        model.addAttribute("value", value);
        model.addAttribute("sentence", page.text(
                "figures.why.sentence",
                "value", value.text(),
                "day", page.date(told.question().effectiveOn()),
                "records", page.number(reason.records()),
                "organisations", page.number(reason.organisationCount())));
        model.addAttribute("records", FigureAsked.records(page, figure.figure().name(), FiguresPage.which(figure, asked)));
        model.addAttribute("parts", reason.organisations().stream()
                .map(part -> new Part(
                        new Piece(
                                part.name().isEmpty() ? part.organisation() : part.name(),
                                page.record(ORGANISATIONS, part.organisation())),
                        part.records(),
                        counted(part.shown(), resource, titles, page)))
                .toList());
        model.addAttribute("shown", reason.organisations().stream().mapToInt(part -> part.shown().size()).sum());
        model.addAttribute("recordCount", reason.records());
        model.addAttribute("fallen", new Part(
                Piece.of(page.text("figures.why.fallen")),
                reason.fallenOut().count(),
                reason.fallenOut().shown().stream().map(fallen -> fallen(fallen, resource, titles, page)).toList()));
        model.addAttribute("fallenWhole", reason.fallenOut().whole());
        if (change != null) {
            model.addAttribute("changes", List.of(
                    some("added", change.added(), resource, titles, page),
                    some("gone", change.gone(), resource, titles, page),
                    some("changed", change.changed(), resource, titles, page)));
        }
    }

    private static Counted fallen(FigureReason.Fallen fallen, String resource, RecordTitles titles, Page page) {
        FigureReason.CountingStep step = fallen.step();
        return new Counted(
                titles.piece(resource, fallen.id()),
                "",
                new Piece(
                        page.word("event", step.event()),
                        page.step(fallen.byResource(), fallen.byRecord(), step.sequence() + 1)),
                page.time(step.recordedAt()));
    }

    private static Part some(
            String what, FigureReason.Some some, String resource, RecordTitles titles, Page page) {
        return new Part(
                Piece.of(page.text("figures.why." + what)),
                some.count(),
                counted(some.shown(), resource, titles, page));
    }

    private static List<Counted> counted(
            List<FigureReason.Counted> some, String resource, RecordTitles titles, Page page) {
        return some.stream().map(counted -> counted(counted, resource, titles, page)).toList();
    }

    private static Counted counted(
            FigureReason.Counted counted, String resource, RecordTitles titles, Page page) {
        FigureReason.CountingStep step = counted.step();
        return new Counted(
                titles.piece(resource, counted.id()),
                page.date(counted.since()),
                step == null
                        ? null
                        : new Piece(
                                page.word("event", step.event()),
                                page.step(resource, counted.id(), step.sequence() + 1)),
                step == null ? "" : page.time(step.recordedAt()));
    }
}
