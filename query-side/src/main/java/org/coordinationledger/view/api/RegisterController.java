package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.RegisterRows;
import org.coordinationledger.view.export.Table;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.export.XlsxExport;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.register.NumberSeries;
import org.coordinationledger.view.register.Registers;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of documents of one issuer. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class RegisterController {

    private static final String FROM = "from";
    private static final String TO = "to";

    private final ReadPoints points;
    private final RegisterReads registers;
    private final Tables tables;
    private final InstantSource clock;

    RegisterController(ReadPoints points, RegisterReads registers, Tables tables, InstantSource clock) {
        this.points = points;
        this.registers = registers;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/organisations/{id}/register")
    Shown.Register register(@PathVariable String id, HttpServletRequest request, Actor actor) {
        Read read = read(id, request, actor);
        return new Shown.Register(id, read.series(), read.point().knownAt(), read.effectiveOn());
    }

    @GetMapping(path = "/organisations/{id}/register", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table export(@PathVariable String id, HttpServletRequest request, Actor actor, Locale language) {
        Read read = read(id, request, actor);
        Words words = tables.words(language);
        RegisterRows rows = new RegisterRows(read.series(), words);
        return tables.table(
                "organisations-" + id + "-register",
                words.text("list.register", Map.of("id", id)),
                words,
                request,
                read.point(),
                read.effectiveOn(),
                rows.columns(),
                rows);
    }

    private record Read(List<NumberSeries> series, ReadPoint point, LocalDate effectiveOn) {}

    private Read read(String id, HttpServletRequest request, Actor actor) {
        ReadQuery query = ReadQuery.of(request, clock, false, List.of(RegisterReads.KIND, FROM, TO));
        String kind = query.text(RegisterReads.KIND).orElse(null);
        if (kind != null) {
            registers.requireKind(kind);
        }
        Registers.Asked asked =
                new Registers.Asked(id, kind, query.date(FROM).orElse(null), query.date(TO).orElse(null));
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        return new Read(registers.read(asked, actor, point, effectiveOn), point, effectiveOn);
    }
}
