package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.figure.CodeBreakdown;
import org.coordinationledger.view.figure.Direction;
import org.coordinationledger.view.figure.FigureBreakdowns;
import org.coordinationledger.view.figure.FigureQuestion;
import org.coordinationledger.view.figure.FigureTrends;
import org.coordinationledger.view.figure.Period;
import org.coordinationledger.view.figure.TrendStep;
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

    static final String BY = "by";
    static final String KIND = "kind";
    static final String STEP = "step";
    static final String PER_STEP = "perStep";

    private final FigureReads reads;
    private final FigureBreakdowns breakdowns;
    private final FigureTrends trends;
    private final Messages messages;
    private final InstantSource clock;

    FigureBreakdownController(
            FigureReads reads,
            FigureBreakdowns breakdowns,
            FigureTrends trends,
            Messages messages,
            InstantSource clock) {
        this.reads = reads;
        this.breakdowns = breakdowns;
        this.trends = trends;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/by-organisation")
    ShownFigures.FigureByOrganisation byOrganisation(@PathVariable String name, HttpServletRequest request) {
        FeatureFigure figure = reads.figureBrokenDown(name);
        List<String> parameters = new ArrayList<>(FigureReads.parameters(figure));
        parameters.addAll(List.of(BY, KIND));
        ReadQuery query = ReadQuery.of(request, clock, false, parameters);
        Direction by = query.constant(BY, Direction.class, Direction.PARTY);
        OrganisationKind kind = query.text(KIND).map(FigureBreakdownController::kind).orElse(null);
        if (by == Direction.TERRITORY && kind == null && FigureReads.scope(query) == null) {
            throw new RejectedException(new ServiceRejection.MissingParameter(FigureReads.SCOPE));
        }
        LocalDate comparedWith = FigureReads.comparedWith(figure, query);
        FigureQuestion question = reads.question(figure, query);
        return ShownFigures.FigureByOrganisation.of(
                question, by, kind == null ? null : kind.name(), comparedWith,
                breakdowns.byOrganisation(question, by, kind, comparedWith));
    }

    private static OrganisationKind kind(String value) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind.name().equals(value))
                .findFirst()
                .orElseThrow(() -> ReadQuery.invalid(
                        KIND, value,
                        String.join(", ", Arrays.stream(OrganisationKind.values()).map(Enum::name).toList())));
    }

    @GetMapping("/by/{fact}")
    ShownFigures.FigureByCode byCode(
            @PathVariable String name, @PathVariable String fact, HttpServletRequest request, Locale language) {
        FeatureFigure figure = reads.figureBrokenDown(name);
        Fact<?> code = code(figure, fact);
        ReadQuery query = ReadQuery.of(request, clock, false, FigureReads.parameters(figure));
        LocalDate comparedWith = FigureReads.comparedWith(figure, query);
        FigureQuestion question = reads.question(figure, query);
        CodeBreakdown found = breakdowns.byCode(question, code, comparedWith);
        List<ShownFigures.CodeRow> rows = found.rows().stream()
                .map(row -> ShownFigures.CodeRow.of(row, word(code, row.code(), language)))
                .toList();
        return ShownFigures.FigureByCode.of(question, fact, comparedWith, found, rows);
    }

    private static Fact<?> code(FeatureFigure figure, String fact) {
        FeatureView<?> view = figure.view();
        for (Fact<?> code : view.codes()) {
            if (code.name().equals(fact)) {
                return code;
            }
        }
        throw new RejectedException(new ReadRejection.UnknownCode(
                figure.figure().name(), FigureReads.shown(fact), ShownFigures.codes(view)));
    }

    private @Nullable String word(Fact<?> fact, @Nullable String code, Locale language) {
        return code == null ? null : messages.find(fact.words() + "." + code, language).orElse(code);
    }

    @GetMapping("/trend")
    ShownFigures.FigureTrend trend(@PathVariable String name, HttpServletRequest request) {
        FeatureFigure figure = reads.figure(name);
        boolean happens = figure.figure().happenedOn() != null;
        if (!figure.figure().comparable() || figure.figure().growing()) {
            throw new RejectedException(new ReadRejection.NotBrokenDown(name));
        }
        List<String> parameters =
                new ArrayList<>(List.of(FigureReads.SCOPE, FigureReads.FROM, FigureReads.TO, STEP));
        if (happens) {
            parameters.add(PER_STEP);
        }
        ReadQuery query = ReadQuery.of(request, clock, false, parameters);
        TrendStep step = query.constant(STEP, TrendStep.class, TrendStep.MONTH);
        boolean perStep = happens && query.flag(PER_STEP);
        List<LocalDate> days = days(query, step);
        FigureQuestion question = reads.questionDuring(figure, query, Period.ALL);
        List<FigureTrends.Point> points = trends.points(question, days, perStep ? step : null);
        if (points.stream().noneMatch(FigureTrends.Point::known)) {
            throw reads.unknownScope(question);
        }
        return new ShownFigures.FigureTrend(
                name, question.scope(), ReadQuery.word(step), perStep, question.point().knownAt(),
                points.stream().map(ShownFigures.TrendPoint::of).toList());
    }

    private static List<LocalDate> days(ReadQuery query, TrendStep step) {
        LocalDate from = query.date(FigureReads.FROM)
                .orElseThrow(() -> new RejectedException(new ServiceRejection.MissingParameter(FigureReads.FROM)));
        LocalDate to = query.date(FigureReads.TO).orElseGet(query::effectiveOn);
        FigureReads.requireOrder(from, to);
        return step.days(from, to)
                .orElseThrow(() -> new RejectedException(new ReadRejection.TooManyDays(FigureTrends.MOST_DAYS)));
    }
}
