package org.coordinationledger.view.api;

import static org.coordinationledger.view.api.QueryApiDescription.API;
import static org.coordinationledger.view.api.QueryApiDescription.day;
import static org.coordinationledger.view.api.QueryApiDescription.get;
import static org.coordinationledger.view.api.QueryApiDescription.join;
import static org.coordinationledger.view.api.QueryApiDescription.pages;
import static org.coordinationledger.view.api.QueryApiDescription.query;
import static org.coordinationledger.view.api.QueryApiDescription.times;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coordinationledger.view.audit.OverdueRemedies;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.trail.StepFindings;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes the reads of the whole ledger. */
final class AuditApiDescription implements GlobalOpenApiCustomizer {

    private static final String TAG = "audit";
    private static final String STEPS = API + "audit/steps";
    private static final String DAY = "2020-03-03";

    private static final Map<String, Object> STEPS_EXAMPLE = new TreeMap<>(Map.of(
            "items", List.of(new TreeMap<>(Map.ofEntries(
                    Map.entry("position", 640),
                    Map.entry("recordedAt", "2020-03-05T02:10:44.120Z"),
                    Map.entry("resource", "cell-assignments"),
                    Map.entry("id", "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11"),
                    Map.entry("sequence", 2),
                    Map.entry("event", "cell-assignment.introduced"),
                    Map.entry("effectiveOn", DAY),
                    Map.entry("actor", "P-0042"),
                    Map.entry("organisation", "don-thong-binh"),
                    Map.entry("role", "APPROVER"),
                    Map.entry("body", "COMMITTEE"),
                    Map.entry("daysToRecording", 2),
                    Map.entry("findings", List.of("WITHOUT_BASIS"))))),
            "next", "ODEyAA", "knownAt", 812, "effectiveOn", "2026-11-22"));

    private static final Map<String, Object> REMEDIES_EXAMPLE = new TreeMap<>(Map.of(
            "items", List.of(new TreeMap<>(Map.of(
                    "inspection", "2a1f7c1e-64a8-4a27-b0a5-0d3d64cf7b55",
                    "responsible", "don-thong-binh",
                    "since", DAY, "due", "2020-06-30", "daysOverdue", 12))),
            "whole", true, "knownAt", 812, "effectiveOn", "2020-07-12"));

    private final FeatureViews views;

    AuditApiDescription(FeatureViews views) {
        this.views = views;
    }

    @Override
    public void customise(OpenAPI api) {
        get(api, STEPS, "audit.steps", TAG,
                "Steps of all records, the last recorded first, by who, for whom, what, when, and what is wrong about them",
                join(List.of(narrowing(), times(), pages())), ShownSteps.class, STEPS_EXAMPLE);
        ExportDescription.tableAndLines(api, STEPS);
        get(api, API + "audit/overdue-remedies", "audit.overdue-remedies", TAG,
                "Remedies that inspections required and that are late, of each organisation and inspection the one due first;"
                        + " of at most " + OverdueRemedies.MOST + " inspections",
                times(), ShownSteps.OverdueRemediesList.class, REMEDIES_EXAMPLE);
        ExportDescription.table(api, API + "audit/overdue-remedies");
    }

    private List<Parameter> narrowing() {
        StringSchema resources = new StringSchema();
        resources._enum(views.all().stream().map(FeatureView::resource).toList());
        String codes = StepFindings.CODES.stream().map(Enum::name).collect(Collectors.joining(", "));
        return List.of(
                query(AuditReads.RESOURCE, "Only of records of this kind.", resources, "cell-assignments"),
                query(AuditReads.RECORD, "Only of this record.", new StringSchema(), null),
                query(AuditReads.EVENT, "Only with this stored name.", new StringSchema(), "cell-assignment.introduced"),
                query(AuditReads.ACTOR, "Only recorded by this person; a code.",
                        new StringSchema().maxLength(AuditReads.LONGEST_CODE), "P-0042"),
                query(AuditReads.ORGANISATION,
                        "Only of records that name this organisation, or for which it acted, as known now.",
                        new StringSchema(), "don-thong-binh"),
                query(AuditReads.MEMBER, "Only of records about this member; the id of the member's record.",
                        new StringSchema(), null),
                query(AuditReads.RECORDED_FROM, "Only recorded on this day or later.", day(), "2020-01-01"),
                query(AuditReads.RECORDED_TO, "Only recorded on this day or earlier.", day(), "2020-12-31"),
                query(AuditReads.EFFECTIVE_FROM, "Only effective on this day or later.", day(), "2020-01-01"),
                query(AuditReads.EFFECTIVE_TO, "Only effective on this day or earlier.", day(), "2020-12-31"),
                query(AuditReads.FINDING,
                        "Only about which one of these is found, with commas between: " + codes + ".",
                        new StringSchema(), "STEP_MISSING,OUT_OF_ORDER"),
                query(AuditReads.LATE_AFTER_DAYS, "Only recorded more than so many days after they took effect.",
                        new IntegerSchema().minimum(BigDecimal.ZERO)
                                .maximum(BigDecimal.valueOf(TrailController.MOST_DAYS)), 31));
    }
}
