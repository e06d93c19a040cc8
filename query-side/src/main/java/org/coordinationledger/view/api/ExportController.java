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
import org.coordinationledger.service.personaldata.PersonalDataReads;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.Document;
import org.coordinationledger.view.export.ExportSettings;
import org.coordinationledger.view.export.JsonLines;
import org.coordinationledger.view.export.JsonLinesExport;
import org.coordinationledger.view.export.ListRows;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.export.PdfExport;
import org.coordinationledger.view.export.Table;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.export.XlsxExport;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.store.Generations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists, histories and entries of all features as whole files. */
@Hidden
@RestController
@RequestMapping("/api/v1")
final class ExportController {

    private final ReadPoints points;
    private final RecordReads records;
    private final ListReads lists;
    private final RecordStreams streams;
    private final Generations generations;
    private final PersonalDataReads personalData;
    private final Tables tables;
    private final ExportSettings settings;
    private final InstantSource clock;

    ExportController(
            ReadPoints points,
            RecordReads records,
            ListReads lists,
            RecordStreams streams,
            Generations generations,
            PersonalDataReads personalData,
            Tables tables,
            ExportSettings settings,
            InstantSource clock) {
        this.points = points;
        this.records = records;
        this.lists = lists;
        this.streams = streams;
        this.generations = generations;
        this.personalData = personalData;
        this.tables = tables;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(path = "/{resource}", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table list(@PathVariable String resource, HttpServletRequest request, Actor actor, Locale language) {
        Words words = tables.words(language);
        return table(
                lists.ofResource(actor, resource, request, false), resource, words.resource(resource), words, request);
    }

    @GetMapping(path = "/figures/{name}/records", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table behindFigure(@PathVariable String name, HttpServletRequest request, Actor actor, Locale language) {
        Words words = tables.words(language);
        return table(
                lists.behindFigure(actor, name, request, false), "figures-" + name, words.word("figure", name), words,
                request);
    }

    @GetMapping(path = "/organisations/{id}/left-open", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table leftOpen(@PathVariable String id, HttpServletRequest request, Actor actor, Locale language) {
        Words words = tables.words(language);
        return table(
                lists.leftOpen(actor, id, request, false), "organisations-" + id + "-left-open",
                words.text("list.left-open", Map.of("id", id)), words, request);
    }

    @GetMapping(path = "/basis-documents/{id}/cited-by", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table citedBy(@PathVariable String id, HttpServletRequest request, Actor actor, Locale language) {
        Words words = tables.words(language);
        return table(
                lists.citedBy(actor, id, request, false), "basis-documents-" + id + "-cited-by",
                words.text("list.cited-by", Map.of("id", id)), words, request);
    }

    @GetMapping(path = "/{resource}/{id}/history", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table history(
            @PathVariable String resource,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        AskedRecord asked = record(actor, resource, id, request, settings.mostRows());
        Words words = tables.words(language);
        HistoryRows rows = new HistoryRows(asked.view(), asked::entries, asked.json(), words, asked.names());
        return tables.table(
                historyName(resource, id), historyTitle(resource, id, words), words, request, asked.point(),
                asked.effectiveOn(), rows.columns(), rows);
    }

    @GetMapping(path = "/{resource}/{id}/history", produces = PdfExport.FORMAT)
    Document printedHistory(
            @PathVariable String resource,
            @PathVariable String id,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        AskedRecord asked = record(actor, resource, id, request, settings.mostSections());
        Words words = tables.words(language);
        HistorySections sections = new HistorySections(asked.view(), asked.json(), words, asked.names());
        return tables.document(
                historyName(resource, id), historyTitle(resource, id, words), words, request, asked.point(),
                asked.effectiveOn(), () -> sections.of(asked.entries()));
    }

    private static String historyName(String resource, String id) {
        return resource + "-" + id + "-history";
    }

    private static String historyTitle(String resource, String id, Words words) {
        return words.text("list.history", Map.of("id", id, "resource", resource));
    }

    @GetMapping(path = "/{resource}/{id}/events", produces = JsonLinesExport.FORMAT)
    JsonLines events(
            @PathVariable String resource, @PathVariable String id, HttpServletRequest request, Actor actor) {
        AskedRecord asked = record(actor, resource, id, request, settings.mostRows());
        long knownAt = asked.point().knownAt();
        return new JsonLines(
                Tables.fileName(resource + "-" + id + "-events", asked.point(), asked.effectiveOn()),
                sink -> streams.forEach(id, knownAt, entry -> sink.line(Shown.RawEvent.of(entry))));
    }

    /** A record whose steps are asked for, at one pair of times. */
    private record AskedRecord(
            ExportController reads,
            Actor actor,
            FeatureView<?> view,
            String id,
            ReadPoint point,
            LocalDate effectiveOn) {

        List<Entry> entries() {
            return reads.records.entries(actor, view, id, point);
        }

        StateJson json() {
            return new StateJson(reads.personalData, actor, id, "history as a file");
        }

        OrganisationNames names() {
            return new OrganisationNames(reads.generations, point, effectiveOn);
        }
    }

    /** Refuses what is not known, and what has more steps than {@code most}. */
    private AskedRecord record(
            Actor actor, String resource, String id, HttpServletRequest request, int most) {
        FeatureView<?> view = records.view(resource, request);
        ReadQuery query = ReadQuery.of(request, clock, false, List.of());
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        records.requireKnown(actor, view, id, point);
        if (streams.longerThan(view.type(), id, most, point.knownAt())) {
            throw new RejectedException(new ReadRejection.TooManyRows(most));
        }
        return new AskedRecord(this, actor, view, id, point, effectiveOn);
    }

    private Table table(
            ListReads.Asked asked, String name, String title, Words words, HttpServletRequest request) {
        int count = asked.count(settings.mostRows() + 1);
        if (count > settings.mostRows()) {
            throw new RejectedException(new ReadRejection.TooManyRows(settings.mostRows()));
        }
        ListRows rows = new ListRows(
                asked.conditions().keySet(),
                asked.mixed(),
                words,
                new OrganisationNames(generations, asked.point(), asked.effectiveOn()),
                after -> asked.page(after, settings.batchRows()),
                count);
        return tables.table(
                name, title, words, request, asked.point(), asked.effectiveOn(), rows.columns(), rows);
    }
}
