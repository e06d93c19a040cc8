package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.export.Document;
import org.coordinationledger.view.export.PdfExport;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.trail.Trail;
import org.coordinationledger.view.trail.Trails;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Approval trails of records of all features. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class TrailController {

    static final String LATE_AFTER_DAYS = "lateAfterDays";
    static final int MOST_DAYS = 36_500;

    private final ReadPoints points;
    private final RecordReads records;
    private final Trails trails;
    private final Tables tables;
    private final Messages messages;
    private final InstantSource clock;

    TrailController(
            ReadPoints points,
            RecordReads records,
            Trails trails,
            Tables tables,
            Messages messages,
            InstantSource clock) {
        this.points = points;
        this.records = records;
        this.trails = trails;
        this.tables = tables;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/{resource}/{id}/trail")
    ShownTrail trail(
            @PathVariable String resource,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        Asked asked = asked(resource, id, request, actor);
        Trail trail = asked.trail();
        return new ShownTrail(
                id,
                resource,
                trail.steps(),
                trail.revisions(),
                trail.differences(),
                trail.findings().stream()
                        .map(finding -> ShownTrail.ShownFinding.of(finding, messages, language))
                        .toList(),
                trail.whole(),
                asked.point().knownAt(),
                asked.effectiveOn());
    }

    @GetMapping(path = "/{resource}/{id}/trail", produces = PdfExport.FORMAT)
    Document printedTrail(
            @PathVariable String resource,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        Asked asked = asked(resource, id, request, actor);
        Words words = tables.words(language);
        return tables.document(
                resource + "-" + id + "-trail",
                words.text("list.trail", Map.of("id", id, "resource", resource)),
                words, request, asked.point(), asked.effectiveOn(),
                () -> new TrailSections(words).of(asked.trail()));
    }

    /** A trail at the pair of times that is asked for. */
    private record Asked(Trail trail, ReadPoint point, LocalDate effectiveOn) {}

    private Asked asked(String resource, String id, HttpServletRequest request, Actor actor) {
        FeatureView<?> view = records.view(resource, request);
        ReadQuery query = ReadQuery.of(request, clock, false, List.of(LATE_AFTER_DAYS));
        int lateAfterDays = query.text(LATE_AFTER_DAYS).map(TrailController::days).orElse(Trails.LATE_AFTER_DAYS);
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        List<Entry> entries = records.entries(actor, view, id, point);
        Trail trail = trails.of(view, entries, point, effectiveOn, lateAfterDays)
                .orElseThrow(() -> new RejectedException(
                        new ReadRejection.NotEffective(resource, id, effectiveOn, Trails.firstDay(view, entries))));
        return new Asked(trail, point, effectiveOn);
    }

    static int days(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > MOST_DAYS) {
            throw ReadQuery.invalid(LATE_AFTER_DAYS, value, "0 to " + MOST_DAYS);
        }
        return Integer.parseInt(value);
    }
}
