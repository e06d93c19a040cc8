package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.review.event.ReviewState.Frozen;
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

    private final ReadPoints points;
    private final ReviewFigureReads reads;
    private final InstantSource clock;

    ReviewFiguresController(ReadPoints points, ReviewFigureReads reads, InstantSource clock) {
        this.points = points;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/{id}/figures")
    Shown.ReviewFigures figures(@PathVariable String id, HttpServletRequest request, Actor actor) {
        ReadQuery query = ReadQuery.of(request, clock, false, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        ReviewFigureReads.Comparison found = reads.comparison(actor, id, point, effectiveOn);
        Frozen frozen = found.frozen();
        return new Shown.ReviewFigures(
                id,
                frozen == null ? null : frozen.frozenOn(),
                frozen == null ? null : frozen.position(),
                found.figures().stream().map(Shown.ReviewFigure::of).toList(),
                found.agree(),
                point.knownAt(),
                effectiveOn);
    }
}
