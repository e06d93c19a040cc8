package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.view.audit.OverdueRemedies;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.ExportSettings;
import org.coordinationledger.view.export.JsonLines;
import org.coordinationledger.view.export.JsonLinesExport;
import org.coordinationledger.view.export.OrganisationNames;
import org.coordinationledger.view.export.Table;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.export.XlsxExport;
import org.coordinationledger.view.step.LedgerStep;
import org.coordinationledger.view.store.Generations;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What auditors and inspectors ask of the whole ledger. */
@Hidden
@RestController
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
final class AuditController {

    private final AuditReads reads;
    private final FeatureViews views;
    private final Generations generations;
    private final Tables tables;
    private final ExportSettings settings;

    AuditController(
            AuditReads reads,
            FeatureViews views,
            Generations generations,
            Tables tables,
            ExportSettings settings) {
        this.reads = reads;
        this.views = views;
        this.generations = generations;
        this.tables = tables;
        this.settings = settings;
    }

    @GetMapping("/steps")
    ShownSteps steps(HttpServletRequest request, Actor actor) {
        AuditReads.Asked asked = reads.steps(actor, request, true);
        return ShownSteps.of(asked.page(), views, asked.point().knownAt(), asked.effectiveOn());
    }

    @GetMapping(path = "/steps", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table table(HttpServletRequest request, Actor actor, Locale language) {
        AuditReads.Asked asked = reads.steps(actor, request, false);
        Words words = tables.words(language);
        StepRows rows = new StepRows(
                file(asked), views, asked.point().knownAt(), words,
                new OrganisationNames(generations, asked.point(), asked.effectiveOn()));
        return tables.table(
                "steps", words.text("list.steps"), words, request, asked.point(), asked.effectiveOn(), rows.columns(),
                rows);
    }

    @GetMapping(path = "/steps", produces = JsonLinesExport.FORMAT)
    JsonLines lines(HttpServletRequest request, Actor actor) {
        AuditReads.Asked asked = reads.steps(actor, request, false);
        StepFile file = file(asked);
        return new JsonLines(Tables.fileName("steps", asked.point(), asked.effectiveOn()), sink -> {
            for (List<LedgerStep> batch : file) {
                batch.forEach(step -> sink.line(ShownSteps.ShownStep.of(step, views, asked.point().knownAt())));
            }
        });
    }

    private StepFile file(AuditReads.Asked asked) {
        int count = asked.count(settings.mostRows() + 1);
        if (count > settings.mostRows()) {
            throw new RejectedException(new ReadRejection.TooManyRows(settings.mostRows()));
        }
        return new StepFile(asked, settings.batchRows(), count);
    }

    @GetMapping("/overdue-remedies")
    ShownSteps.OverdueRemediesList overdueRemedies(HttpServletRequest request, Actor actor) {
        return ShownSteps.OverdueRemediesList.of(reads.overdueRemedies(actor, request));
    }

    @GetMapping(path = "/overdue-remedies", produces = {CsvExport.FORMAT, XlsxExport.FORMAT})
    Table overdueRemediesTable(HttpServletRequest request, Actor actor, Locale language) {
        AuditReads.AskedRemedies asked = reads.overdueRemedies(actor, request);
        if (!asked.found().whole()) {
            throw new RejectedException(new ReadRejection.TooManyRows(OverdueRemedies.MOST));
        }
        Words words = tables.words(language);
        RemedyRows rows = new RemedyRows(
                ShownSteps.OverdueRemediesList.of(asked), words,
                new OrganisationNames(generations, asked.point(), asked.effectiveOn()));
        return tables.table(
                "overdue-remedies", words.text("list.overdue-remedies"), words, request, asked.point(),
                asked.effectiveOn(), rows.columns(), rows);
    }
}
