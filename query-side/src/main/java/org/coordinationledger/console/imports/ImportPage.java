package org.coordinationledger.console.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.console.form.CommandSide;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Files of records: templates, sending, every row's fate, recording and what came of it. */
@Controller
public final class ImportPage {

    private static final String PATH = "/console/import";
    private static final String FILES = PATH + "/files/";
    private static final String IMPORTS = "imports";
    private static final List<String> FATES = List.of("TO_RECORD", "RECORDED", "ALREADY_THERE", "REFUSED");
    private static final int ON_A_PAGE = 100;
    private static final double BYTES_OF_A_MEGABYTE = 1 << 20;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final CommandSide commandSide;
    private final Reading reading;

    public ImportPage(CommandSide commandSide, Reading reading) {
        this.commandSide = commandSide;
        this.reading = reading;
    }

    /** A kind of records that files are read of. */
    public record Kind(String resource, String name, String help) {}

    /** An import among others. */
    public record Line(Piece file, String kind, String state, String time, String counts) {}

    /** Rows of one fate, as a link. */
    public record Part(String fate, String name, String count, String href, boolean chosen) {}

    @GetMapping(PATH)
    String all(@RequestParam(name = "of", defaultValue = "") String resource, @ModelAttribute("page") Page page, Model model) {
        return start(resource, null, page, model);
    }

    private String start(String chosen, @Nullable JsonNode problem, Page page, Model model) {
        JsonNode all = told(commandSide.read(page, Map.of(), IMPORTS));
        List<Kind> kinds = all.path("resources").valueStream()
                .map(JsonNode::asString)
                .map(resource -> new Kind(
                        resource, page.resource(resource), page.messages().text("import.help." + resource, page.language())))
                .toList();
        List<Line> lines = new ArrayList<>();
        all.path("imports").valueStream().forEach(one -> lines.add(line(one, page)));
        model.addAttribute("heading", page.text("import.title"));
        model.addAttribute("kinds", kinds);
        model.addAttribute("chosen", chosen);
        model.addAttribute("lines", lines);
        model.addAttribute("problem", problem);
        model.addAttribute("bounds", page.text(
                "import.file.help", "rows", page.number(all.path("mostRows").asInt()),
                "size", page.number(all.path("mostBytes").asLong() / BYTES_OF_A_MEGABYTE)));
        return "console/import";
    }

    private static Line line(JsonNode one, Page page) {
        String file = one.path("file").asString("");
        String name = file.isEmpty() ? page.text("import.unnamed") : file;
        JsonNode counts = one.path("counts");
        String told = FATES.stream()
                .filter(fate -> counts.path(fate).asInt(0) > 0)
                .map(fate -> page.text("import.fate." + fate) + ": " + page.number(counts.path(fate).asInt()))
                .reduce((first, next) -> first + "; " + next)
                .orElse("");
        return new Line(
                new Piece(name, FILES + one.path("id").asString("")),
                page.resource(one.path("resource").asString("")),
                page.text("import.state." + one.path("state").asString("")),
                page.time(Instant.parse(one.path("createdAt").asString(""))),
                told);
    }

    @PostMapping(PATH + "/read")
    String read(
            @RequestParam(name = "resource", defaultValue = "") String resource,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            @ModelAttribute("page") Page page,
            Model model)
            throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        String name = file == null ? null : file.getOriginalFilename();
        if (name != null) {
            // what would stand for a variable in an address is of no use in a name
            parameters.put("name", name.replaceAll("[{}]", "_"));
        }
        CommandSide.Answer answer = commandSide.upload(
                file == null ? new byte[0] : file.getBytes(), parameters, page, IMPORTS, resource.isEmpty() ? "-" : resource);
        if (answer.successful()) {
            return "redirect:" + FILES + answer.body().at("/summary/id").asString();
        }
        response.setStatus(answer.status());
        return start(resource, answer.body(), page, model);
    }

    @GetMapping(FILES + "{id}")
    String one(
            @PathVariable String id,
            @RequestParam(name = "fate", defaultValue = "") String fate,
            @RequestParam(name = "from", defaultValue = "0") String from,
            @ModelAttribute("page") Page page,
            Model model) {
        Map<String, String> parameters = new TreeMap<>(Map.of("limit", Integer.toString(ON_A_PAGE)));
        parameters.put("from", from.matches("\\d{1,6}") ? from : "0");
        if (FATES.contains(fate)) {
            parameters.put("fate", fate);
        }
        JsonNode found = told(commandSide.read(page, parameters, IMPORTS, id));
        JsonNode summary = found.path("summary");
        String resource = summary.path("resource").asString("");
        String state = summary.path("state").asString("");
        JsonNode counts = summary.path("counts");
        model.addAttribute("heading", page.text("import.of", "kind", page.resource(resource)));
        model.addAttribute("file", summary.path("file").asString(""));
        model.addAttribute("state", state);
        model.addAttribute("stateWord", page.text("import.state." + state));
        model.addAttribute("total", summary.path("rows").asInt());
        model.addAttribute("toRecord", counts.path("TO_RECORD").asInt());
        model.addAttribute("recorded", counts.path("RECORDED").asInt());
        model.addAttribute("refused", counts.path("REFUSED").asInt());
        model.addAttribute("path", FILES + id);
        model.addAttribute("parts", parts(counts, id, fate, page));
        model.addAttribute("rows", rows(resource, found.path("rows"), page));
        model.addAttribute("next", next(found.path("next"), id, fate));
        return "console/import-file";
    }

    private static List<Part> parts(JsonNode counts, String id, String fate, Page page) {
        List<Part> parts = new ArrayList<>();
        int all = FATES.stream().mapToInt(one -> counts.path(one).asInt(0)).sum();
        parts.add(new Part("", page.text("import.fate.all"), page.number(all), FILES + id, fate.isEmpty()));
        for (String one : FATES) {
            parts.add(new Part(
                    one, page.text("import.fate." + one), page.number(counts.path(one).asInt(0)),
                    FILES + id + "?fate=" + one, one.equals(fate)));
        }
        return parts;
    }

    private static @Nullable String next(JsonNode next, String id, String fate) {
        return next.isNumber() ? FILES + id + "?fate=" + (FATES.contains(fate) ? fate : "") + "&from=" + next.asInt() : null;
    }

    private List<ImportRow> rows(String resource, JsonNode rows, Page page) {
        Reading.At now = reading.now();
        RecordTitles titles = reading.titles(now.point(), now.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        rows.valueStream()
                .filter(row -> row.hasNonNull("record"))
                .forEach(row -> named.add(resource, row.path("record").asString()));
        titles.lookUp(named);
        return rows.valueStream().map(row -> ImportRow.of(resource, row, titles, page)).toList();
    }

    @PostMapping(FILES + "{id}/record")
    String record(@PathVariable String id, @ModelAttribute("page") Page page) {
        told(commandSide.post(page, IMPORTS, id, "record"));
        return "redirect:" + FILES + id;
    }

    @PostMapping(FILES + "{id}/discard")
    String discard(@PathVariable String id, @ModelAttribute("page") Page page) {
        CommandSide.Answer answer = commandSide.post(page, IMPORTS, id, "discard");
        if (answer.status() == HttpStatus.CONFLICT.value()) {
            return "redirect:" + FILES + id;
        }
        told(answer);
        return "redirect:" + PATH;
    }

    @GetMapping(FILES + "{id}/refused")
    ResponseEntity<byte[]> refused(@PathVariable String id, @ModelAttribute("page") Page page) {
        return file(commandSide.file(page, Map.of(), IMPORTS, id, "refused"), page.text("import.refused.file") + ".xlsx");
    }

    @GetMapping(PATH + "/templates/{resource}")
    ResponseEntity<byte[]> template(
            @PathVariable String resource,
            @RequestParam(name = "format", defaultValue = "xlsx") String format,
            @ModelAttribute("page") Page page) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("format", format));
        return file(
                commandSide.file(page, parameters, IMPORTS, "templates", resource),
                page.resource(resource) + "." + (format.equals("csv") ? "csv" : "xlsx"));
    }

    private static ResponseEntity<byte[]> file(CommandSide.Download file, String name) {
        if (file.status() != 200) {
            throw new RejectedException(new ServiceRejection.UnknownResource(PATH));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(file.type()))
                .body(file.content());
    }

    /** What was answered; to others an import is as if it were not there. */
    private static JsonNode told(CommandSide.Answer answer) {
        if (answer.successful()) {
            return answer.body();
        }
        throw new RejectedException(switch (answer.status()) {
            case 404 -> new ServiceRejection.UnknownRecord(IMPORTS, "");
            case 403 -> new ServiceRejection.AccessDenied(null);
            default -> new ServiceRejection.CommandSideUnreachable(RETRY_AFTER_SECONDS);
        });
    }
}
