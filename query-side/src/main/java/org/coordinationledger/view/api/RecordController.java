package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.list.Cursor;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records of all features: lists, states, histories, and the entries behind them. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class RecordController {

    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordReads records;
    private final ListReads lists;
    private final PersonalDataReads personalData;
    private final InstantSource clock;

    RecordController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            ListReads lists,
            PersonalDataReads personalData,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.records = records;
        this.lists = lists;
        this.personalData = personalData;
        this.clock = clock;
    }

    @GetMapping("/{resource}")
    Shown.Items list(@PathVariable String resource, HttpServletRequest request, Actor actor) {
        ListReads.Asked asked = lists.ofResource(actor, resource, request, true);
        return ShownItems.of(views, asked.page(), asked.point(), asked.effectiveOn());
    }

    @GetMapping("/{resource}/{id}")
    ResponseEntity<Shown.State> state(
            @PathVariable String resource, @PathVariable String id, HttpServletRequest request, Actor actor) {
        FeatureView<?> view = records.view(resource, request);
        ReadQuery query = ReadQuery.of(request, clock, false, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        RecordReads.OnDay found = records.on(actor, view, id, point, effectiveOn);
        Shown.State state = new Shown.State(
                id,
                resource,
                new StateJson(personalData, actor, id, "state").of(found.phase().state()),
                found.phase().from(),
                Shown.end(found.phase().to()),
                found.timeline().version(),
                point.knownAt(),
                effectiveOn);
        return ResponseEntity.ok().eTag("\"" + found.timeline().version() + "\"").body(state);
    }

    @GetMapping("/{resource}/{id}/history")
    Shown.History history(
            @PathVariable String resource, @PathVariable String id, HttpServletRequest request, Actor actor) {
        FeatureView<?> view = records.view(resource, request);
        ReadQuery query = ReadQuery.of(request, clock, true, List.of());
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        List<Entry> entries = records.entries(actor, view, id, point);
        long from = query.sequenceAfter();
        StateJson json = new StateJson(personalData, actor, id, "history");
        List<Shown.HistoryStep> steps = Histories.steps(view, entries, from, json).limit(query.limit()).toList();
        return new Shown.History(
                id, resource, steps, next(query, point, from + steps.size(), entries.size()), point.knownAt());
    }

    @GetMapping("/{resource}/{id}/events")
    Shown.RawEvents events(
            @PathVariable String resource, @PathVariable String id, HttpServletRequest request, Actor actor) {
        FeatureView<?> view = records.view(resource, request);
        ReadQuery query = ReadQuery.of(request, clock, true, List.of());
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        List<Entry> entries = records.entries(actor, view, id, point);
        long from = query.sequenceAfter();
        List<Shown.RawEvent> events = entries.stream()
                .skip(from)
                .limit(query.limit())
                .map(Shown.RawEvent::of)
                .toList();
        return new Shown.RawEvents(
                id, resource, events, next(query, point, from + events.size(), entries.size()), point.knownAt());
    }

    /** What is unfinished and names an organisation: what its dissolution leaves open. */
    @GetMapping("/organisations/{id}/left-open")
    Shown.Items leftOpen(@PathVariable String id, HttpServletRequest request, Actor actor) {
        ListReads.Asked asked = lists.leftOpen(actor, id, request, true);
        return ShownItems.of(views, asked.page(), asked.point(), asked.effectiveOn());
    }

    private static @Nullable String next(
            ReadQuery query, ReadPoint point, long from, long count) {
        return from < count
                ? new Cursor(point.knownAt(), query.effectiveOn(), query.asked(), "", Long.toString(from)).encoded()
                : null;
    }
}
