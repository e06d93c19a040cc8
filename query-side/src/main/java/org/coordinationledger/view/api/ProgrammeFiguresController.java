package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures that a programme's targets were computed from, each read again at the position of its report. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
final class ProgrammeFiguresController {

    private final ReadPoints points;
    private final ProgrammeFigureReads reads;
    private final InstantSource clock;

    ProgrammeFiguresController(ReadPoints points, ProgrammeFigureReads reads, InstantSource clock) {
        this.points = points;
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/{id}/figures")
    Shown.ProgrammeFigures figures(@PathVariable String id, HttpServletRequest request, Actor actor) {
        ReadQuery query = ReadQuery.of(request, clock, false, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        List<ProgrammeFigureReads.Computed> found = reads.comparison(actor, id, point, effectiveOn);
        return new Shown.ProgrammeFigures(
                id,
                found.stream().map(Shown.ProgrammeFigure::of).toList(),
                found.stream().allMatch(one -> one.compared().agrees()),
                point.knownAt(),
                effectiveOn);
    }
}
