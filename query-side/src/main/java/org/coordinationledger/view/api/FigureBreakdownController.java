package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures told for several organisations, codes or days in one answer. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/figures/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
final class FigureBreakdownController {

    private final FigureReads reads;
    private final Messages messages;
    private final InstantSource clock;

    FigureBreakdownController(FigureReads reads, Messages messages, InstantSource clock) {
        this.reads = reads;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/by-organisation")
    ShownFigures.FigureByOrganisation byOrganisation(
            @PathVariable String name, HttpServletRequest request, Actor actor) {
        FeatureFigure figure = reads.figureBrokenDown(name);
        ReadQuery query = ReadQuery.of(request, clock, false, FigureParameters.byOrganisation(figure));
        return ShownFigures.FigureByOrganisation.of(reads.byOrganisation(actor, figure, query));
    }

    @GetMapping("/by/{fact}")
    ShownFigures.FigureByCode byCode(
            @PathVariable String name,
            @PathVariable String fact,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        FeatureFigure figure = reads.figureBrokenDown(name);
        Fact<?> code = FigureReads.code(figure, fact);
        ReadQuery query = ReadQuery.of(request, clock, false, FigureParameters.ofValue(figure));
        FigureReads.ByCode told = reads.byCode(actor, figure, code, query);
        List<ShownFigures.CodeRow> rows = told.found().rows().stream()
                .map(row -> ShownFigures.CodeRow.of(row, word(code, row.code(), language)))
                .toList();
        return ShownFigures.FigureByCode.of(told, rows);
    }

    private @Nullable String word(Fact<?> fact, @Nullable String code, Locale language) {
        return code == null ? null : messages.find(fact.words() + "." + code, language).orElse(code);
    }

    @GetMapping("/trend")
    ShownFigures.FigureTrend trend(@PathVariable String name, HttpServletRequest request, Actor actor) {
        FeatureFigure figure = reads.figureOnManyDays(name);
        ReadQuery query = ReadQuery.of(request, clock, false, FigureParameters.ofTrend(figure));
        return ShownFigures.FigureTrend.of(reads.trend(actor, figure, query));
    }
}
