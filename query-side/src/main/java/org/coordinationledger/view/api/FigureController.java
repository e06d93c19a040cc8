package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.FeatureViews.FeatureFigure;
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
    private final FigureReads reads;
    private final ListReads lists;
    private final Messages messages;
    private final InstantSource clock;

    FigureController(
            FeatureViews views, FigureReads reads, ListReads lists, Messages messages, InstantSource clock) {
        this.views = views;
        this.reads = reads;
        this.lists = lists;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ShownFigures.FigureDescriptions all(Locale language) {
        return new ShownFigures.FigureDescriptions(views.figures().stream()
                .map(one -> ShownFigures.FigureDescription.of(one, messages, language))
                .toList());
    }

    @GetMapping("/{name}")
    ShownFigures.FigureAnswer value(@PathVariable String name, HttpServletRequest request, Actor actor) {
        FeatureFigure figure = reads.figure(name);
        ReadQuery query = ReadQuery.of(request, clock, false, FigureParameters.ofValue(figure));
        return ShownFigures.FigureAnswer.of(reads.value(actor, figure, query));
    }

    /** What a record may say that the figure came to. */
    @GetMapping("/{name}/to-be-recorded")
    ShownFigures.FigureAnswer toBeRecorded(@PathVariable String name, HttpServletRequest request, Actor actor) {
        FeatureFigure figure = reads.figure(name);
        ReadQuery query = ReadQuery.of(request, clock, false, FigureParameters.toBeRecorded(figure));
        return ShownFigures.FigureAnswer.of(reads.toBeRecorded(actor, figure, query));
    }

    @GetMapping("/{name}/records")
    Shown.Items records(@PathVariable String name, HttpServletRequest request, Actor actor) {
        ListReads.Asked asked = lists.behindFigure(actor, name, request, true);
        return ShownItems.of(views, asked.page(), asked.point(), asked.effectiveOn());
    }
}
