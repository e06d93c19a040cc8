package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.declaration.Waiting;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.Table;
import org.coordinationledger.view.export.WaitingRows;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.export.XlsxExport;
import org.coordinationledger.view.list.WaitingLists;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for an organisation, and since when it is overdue. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class WaitingController {

    private static final String COMPETENCE = "competence";
    private static final String OVERDUE = "overdue";
    private static final String DUE_BY = "dueBy";

    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordReads records;
    private final WaitingLists lists;
    private final ReadingCircles circles;
    private final Tables tables;
    private final InstantSource clock;

    WaitingController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            WaitingLists lists,
            ReadingCircles circles,
            Tables tables,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.records = records;
        this.lists = lists;
        this.circles = circles;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/organisations/{id}/waiting")
    Shown.WaitingList waiting(@PathVariable String id, HttpServletRequest request, Actor actor) {
        Read read = read(id, request, actor);
        return new Shown.WaitingList(
                id,
                read.found().items().stream()
                        .map(item -> Shown.WaitingItem.of(item, read.effectiveOn()))
                        .toList(),
                read.found().whole(),
                read.point().knownAt(),
                read.effectiveOn());
    }

    @GetMapping(path = "/organisations/{id}/waiting", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table export(@PathVariable String id, HttpServletRequest request, Actor actor, Locale language) {
        Read read = read(id, request, actor);
        if (!read.found().whole()) {
            throw new RejectedException(new ReadRejection.TooManyRows(WaitingLists.MOST));
        }
        Words words = tables.words(language);
        WaitingRows rows = new WaitingRows(read.found().items(), read.effectiveOn(), words);
        return tables.table(
                "organisations-" + id + "-waiting",
                words.text("list.waiting", Map.of("id", id)),
                words,
                request,
                read.point(),
                read.effectiveOn(),
                rows.columns(),
                rows);
    }

    private record Read(WaitingLists.Found found, ReadPoint point, LocalDate effectiveOn) {}

    private Read read(String id, HttpServletRequest request, Actor actor) {
        ReadQuery query = ReadQuery.of(request, clock, false, List.of(COMPETENCE, OVERDUE, DUE_BY));
        LocalDate effectiveOn = query.effectiveOn();
        Predicate<Waiting> asked = competence(query).and(overdue(query, effectiveOn)).and(dueBy(query));
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        records.entries(actor, views.ofType(OrganisationState.TYPE.name()).orElseThrow(), id, point);
        return new Read(lists.of(id, asked, circles.of(actor), point, effectiveOn), point, effectiveOn);
    }

    private static Predicate<Waiting> competence(ReadQuery query) {
        Optional<String> asked = query.text(COMPETENCE);
        if (asked.isEmpty()) {
            return waiting -> true;
        }
        Competence competence = Arrays.stream(Competence.values())
                .filter(c -> c.name().equals(asked.get()))
                .findFirst()
                .orElseThrow(() -> ReadQuery.invalid(
                        COMPETENCE,
                        asked.get(),
                        Arrays.stream(Competence.values()).map(Enum::name).collect(Collectors.joining(", "))));
        return waiting -> waiting.competence() == competence;
    }

    /** What is due later can wait; what has no day cannot. */
    private static Predicate<Waiting> dueBy(ReadQuery query) {
        Optional<LocalDate> asked = query.date(DUE_BY);
        return waiting -> {
            LocalDate due = waiting.due();
            return asked.isEmpty() || due == null || !due.isAfter(asked.get());
        };
    }

    private static Predicate<Waiting> overdue(ReadQuery query, LocalDate effectiveOn) {
        Optional<String> asked = query.text(OVERDUE);
        if (asked.isEmpty()) {
            return waiting -> true;
        }
        if (!asked.get().equals("true") && !asked.get().equals("false")) {
            throw ReadQuery.invalid(OVERDUE, asked.get(), "true, false");
        }
        boolean overdue = Boolean.parseBoolean(asked.get());
        return waiting -> waiting.overdueOn(effectiveOn) == overdue;
    }
}
