package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.RegisterRows;
import org.coordinationledger.view.export.Table;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.export.XlsxExport;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;
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

    private static final String KIND = "kind";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordReads records;
    private final Registers registers;
    private final ReadingCircles circles;
    private final ReadRefusals refusals;
    private final Tables tables;
    private final InstantSource clock;

    RegisterController(
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            Registers registers,
            ReadingCircles circles,
            ReadRefusals refusals,
            Tables tables,
            InstantSource clock) {
        this.views = views;
        this.points = points;
        this.records = records;
        this.registers = registers;
        this.circles = circles;
        this.refusals = refusals;
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
        ReadQuery query = ReadQuery.of(request, clock, false, List.of(KIND, FROM, TO));
        String kind = query.text(KIND).orElse(null);
        if (kind != null && !registers.kinds().contains(kind)) {
            throw ReadQuery.invalid(KIND, kind, String.join(", ", registers.kinds()));
        }
        Registers.Asked asked =
                new Registers.Asked(id, kind, query.date(FROM).orElse(null), query.date(TO).orElse(null));
        LocalDate effectiveOn = query.effectiveOn();
        ReadPoint point = points.at(query.knownOn(), query.waitForPosition());
        OrganisationState issuer = (OrganisationState) records.on(
                        actor, views.ofType(OrganisationState.TYPE.name()).orElseThrow(), id, point, effectiveOn)
                .phase()
                .state();
        ReadingCircle circle = circles.of(actor);
        refusals.requireWithin(circle, actor, ReadRefusals.REGISTER, id);
        List<NumberSeries> series = registers
                .read(asked, issuer, circle, point, effectiveOn)
                .orElseThrow(() -> new RejectedException(new ReadRejection.TooManyDocuments(Registers.MOST)));
        return new Read(series, point, effectiveOn);
    }
}
