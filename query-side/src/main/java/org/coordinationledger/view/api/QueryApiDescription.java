package org.coordinationledger.view.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FactKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.search.SearchText;
import org.coordinationledger.view.trail.Trails;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes the reads of every feature, each with its parameters, the shape of its answer and an example. */
final class QueryApiDescription implements GlobalOpenApiCustomizer {

    private static final String JSON = "application/json";
    static final String API = "/api/v1/";

    private final FeatureViews views;

    QueryApiDescription(FeatureViews views) {
        this.views = views;
    }

    @Override
    public void customise(OpenAPI api) {
        for (FeatureView<?> view : views.all()) {
            String resource = view.resource();
            String record = API + resource + "/{id}";
            get(api, API + resource, resource + ".list", resource, "List " + resource,
                    join(List.of(times(), pages(), filters(view))), Shown.Items.class,
                    Examples.list(view));
            get(api, record, resource + ".state", resource, "One of " + resource + " as it was on a day",
                    join(List.of(List.of(id()), times())), Shown.State.class, null);
            get(api, record + "/history", resource + ".history", resource,
                    "Its history step by step, with the state before and after each",
                    join(List.of(List.of(id()), times(), pages())), Shown.History.class, null);
            get(api, record + "/events", resource + ".events", resource, "Its entries in the ledger, as stored",
                    join(List.of(List.of(id()), times(), pages())), Shown.RawEvents.class, null);
            get(api, record + "/bases", resource + ".bases", resource,
                    "The documents it rests on, and those that they carry out, up to their sources",
                    join(List.of(List.of(id()), times())), Shown.Bases.class, null);
            get(api, record + "/trail", resource + ".trail", resource,
                    "Its approval trail: who did what, on which text and basis, what is late, missing or out of order",
                    join(List.of(List.of(id()), times(), List.of(lateAfterDays()))), ShownTrail.class,
                    TrailExample.of(resource));
        }
        get(api, API + "organisations/{id}/left-open", "organisations.left-open", "organisations",
                "Unfinished records that name the organisation", join(List.of(List.of(id()), times(), pages())),
                Shown.Items.class, null);
        get(api, API + "organisations/{id}/waiting", "organisations.waiting", "organisations",
                "What waits for the organisation, the ones due first coming first",
                join(List.of(List.of(id()), waiting(), times())), Shown.WaitingList.class, null);
        get(api, API + "organisations/{id}/register", "organisations.register", "organisations",
                "Its documents by kind and series of numbers, with the numbers that are missing or doubled",
                join(List.of(List.of(id()), series(), times())), Shown.Register.class, null);
        get(api, API + "basis-documents/{id}/cited-by", "basis-documents.cited-by", "basis-documents",
                "Records of all kinds that rest on the document", join(List.of(List.of(id()), times(), pages())),
                Shown.Items.class, null);
        get(api, API + "reviews/{id}/figures", "reviews.figures", "reviews",
                "The figures that a review froze, each beside the same figure read again at that position",
                join(List.of(List.of(id()), times())), Shown.ReviewFigures.class, null);
        get(api, API + "programmes/{id}/figures", "programmes.figures", "programmes",
                "What targets have come to by figures of the ledger, each beside the same figure read again there",
                join(List.of(List.of(id()), times())), Shown.ProgrammeFigures.class, null);
        get(api, API + "entitlement", "entitlement", "mandates",
                "Whether somebody was entitled to act for an organisation in a role, and by which mandate",
                join(List.of(entitlement(), times())), Shown.EntitlementAnswer.class, Examples.ENTITLEMENT);
        get(api, API + "search", "search", "search",
                "Records of all kinds that have words, whatever their diacritics; the best matches first, by kind",
                join(List.of(search(), times())), ShownSearch.class, Examples.SEARCH);
        get(api, API + "requests/{key}", "requests.outcome", "requests",
                "What became of a request of one's own; 404 if nothing is recorded under its key so far",
                List.of(key()), Shown.RequestOutcome.class, Examples.REQUEST);
        api.getPaths().computeIfAbsent(API + "texts/{digest}", p -> new PathItem()).setGet(text());
        files(api);
    }

    private void files(OpenAPI api) {
        for (FeatureView<?> view : views.all()) {
            ExportDescription.table(api, API + view.resource());
            ExportDescription.document(api, API + view.resource() + "/{id}/history");
            ExportDescription.printed(api, API + view.resource() + "/{id}/trail");
            ExportDescription.lines(api, API + view.resource() + "/{id}/events");
        }
        for (String path : List.of(
                "organisations/{id}/left-open", "organisations/{id}/waiting", "organisations/{id}/register",
                "basis-documents/{id}/cited-by")) {
            ExportDescription.table(api, API + path);
        }
    }

    private static Parameter key() {
        return new Parameter().in("path").name("key").required(true)
                .description("The Idempotency-Key that the request was sent with, or the key that a problem named.")
                .schema(new StringSchema().maxLength(100)).example("7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11");
    }

    private static Operation text() {
        return new Operation()
                .operationId("texts.text")
                .tags(List.of("texts"))
                .summary("A text that events name by its digest, byte for byte, for those who may read a record that names it")
                .parameters(List.of(
                        new Parameter().in("path").name("digest").required(true)
                                .description("The SHA-256 of the text's UTF-8 bytes.")
                                .schema(new StringSchema().pattern("[0-9a-f]{64}")),
                        waitForPosition()))
                .responses(new ApiResponses()
                        .addApiResponse("200", new ApiResponse()
                                .description("The text.")
                                .content(new Content().addMediaType(
                                        "text/plain;charset=UTF-8", new MediaType().schema(new StringSchema()))))
                        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem")));
    }

    static void get(
            OpenAPI api,
            String path,
            String operationId,
            String tag,
            String summary,
            List<Parameter> parameters,
            Class<?> answer,
            @Nullable Object example) {
        MediaType shape = new MediaType().schema(schemaOf(api, answer));
        if (example != null) {
            shape.example(example);
        }
        Operation operation = new Operation()
                .operationId(operationId)
                .tags(List.of(tag))
                .summary(summary)
                .parameters(parameters)
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("As known at the position knownAt.")
                                        .content(new Content().addMediaType(JSON, shape)))
                        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem")));
        api.getPaths().computeIfAbsent(path, p -> new PathItem()).setGet(operation);
    }

    private static Schema<?> schemaOf(OpenAPI api, Class<?> type) {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
        return resolved.schema;
    }

    static List<Parameter> join(List<List<Parameter>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    static List<Parameter> times() {
        return List.of(
                query("effectiveOn", "The day that is asked about; today if not given.", day(), "2018-05-31"),
                query("knownOn",
                        "As known when: at the end of a day, before an instant, or at a position; now if not given.",
                        new StringSchema(), "2026-01-31"),
                waitForPosition());
    }

    private static Parameter waitForPosition() {
        return query("waitForPosition",
                "Answer only once this position is in the views; after 10 seconds the answer is 503.",
                new IntegerSchema().format("int64"), 41);
    }

    private static List<Parameter> entitlement() {
        StringSchema roles = new StringSchema();
        roles._enum(Arrays.stream(Role.values()).map(Enum::name).toList());
        return List.of(
                query("person", "Whose; a code.", new StringSchema(), "P-0042").required(true),
                query("organisation", "Acting for which organisation.", new StringSchema(), "don-thong-binh")
                        .required(true),
                query("role", "In which role.", roles, "APPROVER").required(true));
    }

    private List<Parameter> search() {
        return List.of(
                query("q", "Words in any order; the last may be the beginning of one. A number, a code or an id too.",
                        new StringSchema().minLength(SearchText.FEWEST).maxLength(SearchText.LONGEST), "ap 3 thong binh")
                        .required(true),
                query("resource", "One kind of records, or several with commas between; all if not given.",
                        new StringSchema(), "organisations,members"),
                query("limit", "How many of each kind at most; " + SearchController.DEFAULT_LIMIT + " if not given.",
                        new IntegerSchema().minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(SearchController.MOST)), SearchController.DEFAULT_LIMIT));
    }

    private static List<Parameter> waiting() {
        StringSchema competences = new StringSchema();
        competences._enum(Arrays.stream(Competence.values()).map(Enum::name).toList());
        return List.of(
                query("competence", "Only what asks for this competence.", competences, "DECIDE"),
                query("overdue", "Only what is late, or only what is not.", new BooleanSchema(), null),
                query("dueBy", "Only what is due by this day, or has no day.", day(), "2023-12-31"));
    }

    private static List<Parameter> series() {
        return List.of(
                query("kind", "One kind of documents; all if not given.", new StringSchema(), "DECISION"),
                query("from", "The earliest date of a document.", day(), "2023-01-01"),
                query("to", "The latest date of a document.", day(), "2023-12-31"));
    }

    static List<Parameter> pages() {
        return List.of(
                query("limit", "How many at most; 50 if not given.",
                        new IntegerSchema().minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(ReadQuery.MOST)), 50),
                query("after", "The next of the page before; its pages all show the same position.",
                        new StringSchema(), null));
    }

    private static List<Parameter> filters(FeatureView<?> view) {
        List<Parameter> filters = new ArrayList<>();
        for (Fact<?> fact : view.facts()) {
            if (fact.kind().filters()) {
                filters.add(query(ReadQuery.filter(fact.name()), "Only those whose fact is this.", schema(fact), null));
            }
        }
        return filters;
    }

    private static Schema<?> schema(Fact<?> fact) {
        if (fact.kind() == FactKind.FLAG) {
            return new BooleanSchema();
        }
        if (fact.kind() == FactKind.DATE) {
            return day();
        }
        StringSchema text = new StringSchema();
        if (fact.kind() == FactKind.MONTH) {
            return text.pattern("^\\d{4}-\\d{2}$");
        }
        return fact.kind() == FactKind.CODE ? text._enum(fact.codes()) : text;
    }

    static Schema<?> day() {
        return new StringSchema().format("date");
    }

    private static Parameter id() {
        return new Parameter().in("path").name("id").required(true).description("The record.")
                .schema(new StringSchema());
    }

    private static Parameter lateAfterDays() {
        return query(TrailController.LATE_AFTER_DAYS,
                "How many days after it took effect a step may be recorded without being late; "
                        + Trails.LATE_AFTER_DAYS + " if not given.",
                new IntegerSchema().minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(TrailController.MOST_DAYS)), 31);
    }

    static Parameter query(
            String name, String description, Schema<?> schema, @Nullable Object example) {
        Parameter parameter =
                new Parameter().in("query").name(name).description(description).schema(schema);
        return example == null ? parameter : parameter.example(example);
    }
}
