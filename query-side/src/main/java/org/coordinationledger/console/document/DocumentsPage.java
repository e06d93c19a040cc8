package org.coordinationledger.console.document;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordField;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.api.RegisterReads;
import org.coordinationledger.view.register.Entry;
import org.coordinationledger.view.register.NumberSeries;
import org.coordinationledger.view.register.Registers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of documents of an issuer: its series of numbers, and the documents of one series. */
@Controller
public final class DocumentsPage {

    private static final String PATH = "/console/documents";

    /** So many numbers of a series stand on one page. */
    private static final int ON_A_PAGE = 100;

    private static final List<String> FORMATS = List.of("csv", "xlsx");

    private static final String ISSUER = "issuer";

    private final RegisterReads registers;
    private final RecordLookup lookup;
    private final Reading reading;

    public DocumentsPage(RegisterReads registers, RecordLookup lookup, Reading reading) {
        this.registers = registers;
        this.lookup = lookup;
        this.reading = reading;
    }

    @GetMapping(PATH)
    String documents(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(name = "after", defaultValue = "0") String after,
            HttpServletRequest request,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        String typed = RecordField.meant(request, ISSUER);
        Reading.At at = reading.at(request);
        if (!kind.isEmpty()) {
            registers.requireKind(kind);
        }
        String asked = period.strip().replace('-', '–');
        model.addAttribute(ISSUER, typed);
        model.addAttribute("kind", kind);
        model.addAttribute("period", asked);
        model.addAttribute("kinds", kinds(page));
        model.addAttribute("knownAt", at.point().knownAt());
        model.addAttribute("heading", page.text("documents.title"));
        RecordLookup.@Nullable Resolution meant =
                typed.isBlank() ? null : lookup.resolve(OrganisationState.TYPE.resource(), typed, page);
        if (meant == null || meant.record().isEmpty()) {
            model.addAttribute("candidates", meant == null ? null : candidates(meant, kind, asked, page));
            model.addAttribute("own", link(actor.organisation().value(), kind, asked, page));
            return "console/documents";
        }
        RecordLookup.Candidate issuer = meant.candidates().get(0);
        List<NumberSeries> found = read(issuer.id(), kind, asked, actor, at);
        model.addAttribute(ISSUER, issuer.typed());
        model.addAttribute("issuerTitle", new Piece(issuer.title(), link(issuer.id(), "", "", page)));
        model.addAttribute("files", files(issuer.id(), kind, page));
        if (!kind.isEmpty() && !asked.isEmpty() && found.size() == 1) {
            return series(issuer, found.get(0), start(after), at, page, model);
        }
        model.addAttribute("heading", page.text("documents.of", "issuer", issuer.title()));
        model.addAttribute("series", found.stream()
                .map(one -> SeriesLine.of(one, link(issuer.id(), one.kind(), one.period(), page), page))
                .toList());
        return "console/documents";
    }

    /** The series of a kind and period; of all where one is empty. */
    private List<NumberSeries> read(String issuer, String kind, String period, Actor actor, Reading.At at) {
        LocalDate from = null;
        LocalDate to = null;
        if (period.matches("[12]\\d{3}")) {
            from = Year.parse(period).atDay(1);
            to = from.plusYears(1).minusDays(1);
        }
        Registers.Asked asked = new Registers.Asked(issuer, kind.isEmpty() ? null : kind, from, to);
        return registers.read(asked, actor, at.point(), at.effectiveOn()).stream()
                .filter(series -> period.isEmpty() || series.period().equals(period))
                .toList();
    }

    private String series(
            RecordLookup.Candidate issuer, NumberSeries series, int start, Reading.At at, Page page, Model model) {
        int end = Math.min(series.entries().size(), start + ON_A_PAGE);
        List<Entry> entries = series.entries().subList(Math.min(start, end), end);
        RecordTitles titles = reading.titles(at.point(), at.effectiveOn(), page);
        RecordTitles.Asked named = new RecordTitles.Asked();
        entries.forEach(entry -> entry.records().forEach(bearer -> named.add(bearer.resource(), bearer.id())));
        titles.lookUp(named);
        SeriesLine line = SeriesLine.of(series, link(issuer.id(), series.kind(), series.period(), page), page);
        model.addAttribute("heading", page.text(
                "documents.series", "kind", line.kind(), "period", line.period(), "issuer", issuer.title()));
        model.addAttribute("line", line);
        model.addAttribute("rows", NumberRow.of(series, entries, titles, page));
        model.addAttribute("next", end < series.entries().size() ? Integer.toString(end) : null);
        return "console/document-series";
    }

    private static int start(String after) {
        if (!after.matches("\\d{1,6}")) {
            throw new RejectedException(new ServiceRejection.InvalidParameter("after", after, "next-of-page-before"));
        }
        return Integer.parseInt(after);
    }

    private static List<Piece> candidates(RecordLookup.Resolution meant, String kind, String period, Page page) {
        return meant.candidates().stream()
                .map(one -> new Piece(one.title(), link(one.id(), kind, period, page)))
                .toList();
    }

    private static String link(String issuer, String kind, String period, Page page) {
        return page.link(PATH, Map.of(ISSUER, issuer, "kind", kind, "period", period));
    }

    private Map<String, String> kinds(Page page) {
        Map<String, String> kinds = new LinkedHashMap<>();
        registers.kinds().forEach(kind -> kinds.put(kind, page.document(kind)));
        return kinds;
    }

    private static Map<String, String> files(String issuer, String kind, Page page) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String format : FORMATS) {
            files.put(format, page.file(
                    "/console/api/v1/organisations/" + issuer + "/register", Map.of("kind", kind, "format", format)));
        }
        return files;
    }
}
