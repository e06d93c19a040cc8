package org.coordinationledger.imports.command;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Imports over HTTP: a file is sent, its preview looked at, and confirmed. */
@Hidden
@RestController
@RequestMapping("/api/v1/imports")
public final class ImportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";
    private static final int MOST_ROWS_AT_ONCE = 500;

    private final Imports imports;
    private final Declarations declarations;
    private final ImportFiles files;
    private final ImportLimits limits;

    ImportController(Imports imports, Declarations declarations, ImportFiles files, ImportLimits limits) {
        this.imports = imports;
        this.declarations = declarations;
        this.files = files;
        this.limits = limits;
    }

    /**
     * The imports of whoever asks, the latest first.
     *
     * @param resources of which files are read
     * @param mostRows of a file
     * @param mostBytes of a file
     */
    record All(List<Summary> imports, List<String> resources, int mostRows, long mostBytes) {}

    /**
     * An import without its rows.
     *
     * @param rows how many the file has
     * @param counts how many of them have each fate
     */
    record Summary(
            String id, String resource, String file, String digest, ImportState state, Instant createdAt, int rows,
            Map<Fate, Integer> counts) {}

    /**
     * An import with some of its rows.
     *
     * @param next the place to ask for the next rows from; null if there are none
     */
    record Page(Summary summary, List<Row> rows, @Nullable Integer next) {}

    /**
     * A row and what becomes of it.
     *
     * @param row its number in the file
     * @param cells by column, those that are filled; nothing of personal data, and nothing once it is recorded
     * @param record the record that it is about; null where the row cannot be read
     * @param steps what is recorded of it
     * @param after the earlier row whose record it names
     * @param sameAs the earlier row that says the same
     * @param waits a step of the row that somebody else has to take
     * @param step the step that is refused
     * @param problem why it is refused, as a problem would say it
     */
    record Row(
            int row, Fate fate, Map<String, String> cells, @Nullable String record, List<String> steps,
            @Nullable Integer after, @Nullable Integer sameAs, @Nullable String waits, @Nullable String step,
            @Nullable JsonNode problem) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    All all(HttpServletRequest request, Actor actor) {
        requireKnown(request);
        return new All(
                imports.of(actor).stream().map(this::summary).toList(), Declarations.RESOURCES, limits.mostRows(),
                limits.maxFileSize().toBytes());
    }

    /** Reads a file; the body is the file as it is, and {@code name} what it is called. */
    @PostMapping(
            path = "/{resource}",
            consumes = {XLSX, CSV, MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> read(
            @PathVariable String resource,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestBody(required = false) byte @Nullable [] file,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        requireKnown(request, "name");
        StoredImport made = imports.read(resource, name, file == null ? new byte[0] : file, actor);
        return ResponseEntity.created(URI.create("/api/v1/imports/" + made.id())).body(page(made, null, 0, 100, language));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> one(
            @PathVariable String id,
            @RequestParam(name = "fate", required = false) @Nullable Fate fate,
            @RequestParam(name = "from", defaultValue = "0") int from,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            HttpServletRequest request,
            Actor actor,
            Locale language) {
        requireKnown(request, "fate", "from", "limit");
        if (limit < 1 || limit > MOST_ROWS_AT_ONCE) {
            throw new RejectedException(
                    new ServiceRejection.InvalidParameter("limit", Integer.toString(limit), "1–" + MOST_ROWS_AT_ONCE));
        }
        StoredImport found = imports.find(id, actor);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(page(found, fate, Math.max(0, from), limit, language));
    }

    /** Has all rows recorded that nothing stands against; they are worked through one by one from now on. */
    @PostMapping(path = "/{id}/record", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Summary> record(@PathVariable String id, HttpServletRequest request, Actor actor) {
        requireKnown(request);
        return ResponseEntity.accepted().body(summary(imports.confirm(id, actor)));
    }

    /** Forgets an import. What it recorded stays recorded. */
    @PostMapping(path = "/{id}/discard")
    ResponseEntity<Void> discard(@PathVariable String id, HttpServletRequest request, Actor actor) {
        requireKnown(request);
        imports.discard(id, actor);
        return ResponseEntity.noContent().build();
    }

    /** The refused rows as a workbook, with the reason behind each, to be mended and sent again. */
    @GetMapping(path = "/{id}/refused", produces = XLSX)
    ResponseEntity<byte[]> refused(@PathVariable String id, HttpServletRequest request, Actor actor, Locale language) {
        requireKnown(request);
        StoredImport found = imports.find(id, actor);
        return file(files.refused(found, declarations.of(found.resource()), language),
                found.resource() + "-refused.xlsx", XLSX);
    }

    /** An empty file with the headings that are read, in the reader's language. */
    @GetMapping(path = "/templates/{resource}", produces = {XLSX, CSV})
    ResponseEntity<byte[]> template(
            @PathVariable String resource,
            @RequestParam(name = "format", defaultValue = "xlsx") String format,
            HttpServletRequest request,
            Locale language) {
        requireKnown(request, "format");
        ImportDeclaration declaration = declarations.of(resource);
        return switch (format) {
            case "xlsx" -> file(files.template(declaration, language), resource + ".xlsx", XLSX);
            case "csv" -> file(files.csvTemplate(declaration, language), resource + ".csv", CSV);
            default -> throw new RejectedException(new ServiceRejection.InvalidParameter(
                    "format", CellValues.excerpt(format), "xlsx | csv"));
        };
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name, String type) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(type))
                .body(content);
    }

    private Summary summary(StoredImport one) {
        return new Summary(
                one.id(), one.resource(), one.file(), one.digest(), one.state(), one.createdAt(), one.rows(),
                imports.counts(one));
    }

    private Page page(StoredImport one, @Nullable Fate fate, int from, int limit, Locale language) {
        List<StoredRow> found = imports.rows(one, fate, from, limit + 1);
        List<String> columns =
                declarations.of(one.resource()).columns().stream().map(ImportColumn::name).toList();
        List<Row> rows = new ArrayList<>();
        found.stream().limit(limit).forEach(row -> rows.add(shown(row, columns, language)));
        return new Page(summary(one), rows, found.size() > limit ? found.get(limit).place() : null);
    }

    private static Row shown(StoredRow row, List<String> columns, Locale language) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            if (!row.cells().get(i).isEmpty()) {
                cells.put(columns.get(i), row.cells().get(i));
            }
        }
        String problem = row.problems().get(language.getLanguage());
        return new Row(
                row.number(), row.fate(), cells, row.record(), row.stepNames(), row.after(), row.sameAs(), row.waits(),
                row.refusedStep(), problem == null ? null : EventJson.mapper().readTree(problem));
    }

    /** Refuses a parameter that means nothing here. */
    private static void requireKnown(HttpServletRequest request, String... known) {
        List<String> allowed = List.of(known);
        for (String name : new TreeSet<>(request.getParameterMap().keySet())) {
            if (!allowed.contains(name)) {
                throw new RejectedException(
                        new ServiceRejection.UnknownParameter(CellValues.excerpt(name), allowed));
            }
        }
    }
}
