package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.export.Column;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.Table;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.export.XlsxExport;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.OrganisationBreakdown;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures as whole files: a value, what it breaks down into, and how it came about. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/figures/{name}", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
final class FigureExportController {

    private final FigureReads reads;
    private final Tables tables;
    private final InstantSource clock;

    FigureExportController(FigureReads reads, Tables tables, InstantSource clock) {
        this.reads = reads;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping
    Table value(@PathVariable String name, HttpServletRequest request, Actor actor, Locale language) {
        FeatureFigure figure = reads.figure(name);
        FigureReads.Value told = reads.value(
                actor, figure, ReadQuery.of(request, clock, false, FigureParameters.ofValue(figure)));
        Words words = tables.words(language);
        FigureRows rows = new FigureRows(List.of(Column.of(words.text("figure.figure"), Column.LONG)), words);
        rows.add(Arrays.asList(words.word("figure", name)), told.found());
        return table("", told.question(), rows, words, request);
    }

    @GetMapping("/by-organisation")
    Table byOrganisation(@PathVariable String name, HttpServletRequest request, Actor actor, Locale language) {
        FeatureFigure figure = reads.figureBrokenDown(name);
        FigureReads.ByOrganisation told = reads.byOrganisation(
                actor, figure, ReadQuery.of(request, clock, false, FigureParameters.byOrganisation(figure)));
        OrganisationBreakdown found = told.found();
        if (!found.whole()) {
            throw new RejectedException(new ReadRejection.TooManyRows(found.rows().size()));
        }
        Words words = tables.words(language);
        FigureRows rows = new FigureRows(
                List.of(
                        Column.of(words.text("figure.organisation"), Column.LONG),
                        Column.of(words.text("figure.kind"), Column.TEXT),
                        Column.of(words.text("column.id"), Column.ID)),
                words);
        found.rows().forEach(row -> rows.add(
                Arrays.asList(row.name(), words.word("enum.OrganisationKind", row.kind()), row.organisation()),
                row.value()));
        rows.add(Arrays.asList(words.text("figure.rest"), null, null), found.rest());
        rows.add(Arrays.asList(words.text("figure.total"), null, told.question().scope()), found.total());
        return table("-by-organisation", told.question(), rows, words, request);
    }

    @GetMapping("/by/{fact}")
    Table byCode(
            @PathVariable String name,
            @PathVariable String fact,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        FeatureFigure figure = reads.figureBrokenDown(name);
        Fact<?> code = FigureReads.code(figure, fact);
        FigureReads.ByCode told = reads.byCode(
                actor, figure, code, ReadQuery.of(request, clock, false, FigureParameters.ofValue(figure)));
        Words words = tables.words(language);
        FigureRows rows = new FigureRows(
                List.of(
                        Column.of(words.title(figure.view(), code), Column.TEXT),
                        Column.of(words.text("figure.code"), Column.SHORT)),
                words);
        told.found().rows().forEach(row -> rows.add(
                Arrays.asList(
                        row.code() == null
                                ? words.text("figure.no-code")
                                : words.word(String.valueOf(code.words()), row.code()),
                        row.code()),
                row.value()));
        rows.add(Arrays.asList(words.text("figure.total"), null), told.found().total());
        return table("-by-" + fact, told.question(), rows, words, request);
    }

    @GetMapping("/trend")
    Table trend(@PathVariable String name, HttpServletRequest request, Actor actor, Locale language) {
        FeatureFigure figure = reads.figureOnManyDays(name);
        FigureReads.Trend told = reads.trend(
                actor, figure, ReadQuery.of(request, clock, false, FigureParameters.ofTrend(figure)));
        Words words = tables.words(language);
        FigureRows rows = new FigureRows(
                List.of(
                        Column.of(words.text("figure.from"), Column.DATE),
                        Column.of(words.text("figure.day"), Column.DATE)),
                words);
        told.points().forEach(point -> rows.add(Arrays.asList(point.from(), point.day()), point.value()));
        return table("-trend", told.question(), rows, words, request);
    }

    private Table table(
            String part, FigureQuestion question, FigureRows rows, Words words, HttpServletRequest request) {
        String name = question.figure().figure().name();
        return tables.table(
                "figures-" + name + part, words.word("figure", name), words, request, question.point(),
                question.effectiveOn(), rows.columns(), rows);
    }
}
