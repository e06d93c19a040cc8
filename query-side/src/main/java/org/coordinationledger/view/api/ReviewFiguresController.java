package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.review.event.ReviewState.Frozen;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures that a review froze, each beside the same figure read again at the position of the freezing. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/reviews", produces = MediaType.APPLICATION_JSON_VALUE)
final class ReviewFiguresController {

    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordReads records;
    private final FigureReads figures;
    private final InstantSource clock;

    ReviewFiguresController(
            FeatureViews views, ReadPoints points, RecordReads records, FigureReads figures, InstantSource clock) {
        this.views = views;
        this.points = points;
        this.records = records;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/{id}/figures")
    Shown.ReviewFigures figures(@PathVariable String id, HttpServletRequest request, Actor actor) {
        ReadQuery query = ReadQuery.of(request, clock, false, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        ReviewState review = (ReviewState) records.on(
                        actor, views.ofType(ReviewState.TYPE.name()).orElseThrow(), id, point, effectiveOn)
                .phase()
                .state();
        Frozen frozen = review.frozen();
        if (frozen == null) {
            return new Shown.ReviewFigures(id, null, null, List.of(), true, point.knownAt(), effectiveOn);
        }
        List<Shown.ReviewFigure> shown = beside(frozen, point);
        return new Shown.ReviewFigures(
                id,
                frozen.frozenOn(),
                frozen.position(),
                shown,
                shown.stream().allMatch(Shown.ReviewFigure::agrees),
                point.knownAt(),
                effectiveOn);
    }

    private List<Shown.ReviewFigure> beside(Frozen frozen, ReadPoint now) {
        if (frozen.position() > now.knownAt()) {
            String code = new ServiceRejection.PositionNotReached(frozen.position(), now.knownAt(), 0).code();
            return frozen.figures().stream()
                    .map(figure -> Shown.ReviewFigure.notRecomputed(figure, code))
                    .toList();
        }
        ReadPoint then = points.at(new KnownOn.Position(frozen.position()), -1);
        return frozen.figures().stream().map(figure -> beside(figure, then)).toList();
    }

    private Shown.ReviewFigure beside(FrozenFigure frozen, ReadPoint then) {
        try {
            return Shown.ReviewFigure.of(frozen, figures.recomputed(frozen, then));
        } catch (RejectedException e) {
            return Shown.ReviewFigure.notRecomputed(frozen, e.rejection().code());
        }
    }
}
