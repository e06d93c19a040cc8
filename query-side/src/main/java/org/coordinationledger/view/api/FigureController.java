package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.figure.FigureValue;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures of all features, and the records behind each. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/figures", produces = MediaType.APPLICATION_JSON_VALUE)
final class FigureController {

    private final FeatureViews views;
    private final ReadPoints points;
    private final FigureReads reads;
    private final ListReads lists;
    private final Messages messages;
    private final InstantSource clock;

    FigureController(
            FeatureViews views,
            ReadPoints points,
            FigureReads reads,
            ListReads lists,
            Messages messages,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.reads = reads;
        this.lists = lists;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    Shown.FigureDescriptions all(Locale language) {
        return new Shown.FigureDescriptions(views.figures().stream()
                .map(one -> description(one, language))
                .toList());
    }

    private Shown.FigureDescription description(FeatureFigure one, Locale language) {
        Figure figure = one.figure();
        return new Shown.FigureDescription(
                figure.name(),
                messages.text("figure." + figure.name(), language),
                one.view().resource(),
                figure.measure().name(),
                figure.of(),
                figure.where(),
                figure.needsScope(),
                figure.growing());
    }

    @GetMapping("/{name}")
    Shown.FigureAnswer value(@PathVariable String name, HttpServletRequest request, Actor actor) {
        FeatureFigure figure = reads.figure(name);
        ReadQuery query = ReadQuery.of(request, clock, false, FigureReads.parameters(figure));
        LocalDate effectiveOn = query.effectiveOn();
        LocalDate comparedWith = query.date(FigureReads.COMPARED_WITH).orElse(null);
        String scope = FigureReads.scope(query);
        FigureReads.requireAskable(figure, scope, comparedWith);
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        FigureValue value = reads.value(actor, figure, scope, point, effectiveOn, comparedWith);
        return new Shown.FigureAnswer(
                name,
                scope,
                effectiveOn,
                comparedWith,
                point.knownAt(),
                value.value(),
                value.quality(),
                value.compared(),
                value.growth());
    }

    @GetMapping("/{name}/records")
    Shown.Items records(@PathVariable String name, HttpServletRequest request, Actor actor) {
        ListReads.Asked asked = lists.behindFigure(actor, name, request, true);
        return ShownItems.of(views, asked.page(), asked.point(), asked.effectiveOn());
    }
}
