package org.coordinationledger.command.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.actor.Body;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.service.request.RecordedCommand;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.ObjectNode;

/** Adds every command of every feature to the description of the API, each with its body and an example. */
final class CommandApiDescription implements GlobalOpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String OUTCOME = "Outcome";

    private final CommandFeatures features;
    private final CommandDescriptions descriptions;
    private final Messages messages;

    CommandApiDescription(CommandFeatures features, CommandDescriptions descriptions, Messages messages) {
        this.features = features;
        this.descriptions = descriptions;
        this.messages = messages;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().remove("/api/v1/{resource}");
        api.getPaths().remove("/api/v1/{resource}/{id}/{step}");
        schemaOf(api, Outcome.class);
        TextDescription.describe(api);
        FormApiDescription.describe(api);
        for (CommandFeature feature : features.all()) {
            String resource = feature.type().resource();
            CommandDescription.Feature described = descriptions.of(feature);
            post(api, "/api/v1/" + resource, operation(api, feature, described.begin(), feature.begin()));
            CommandFeatures.steps(feature)
                    .forEach((step, command) -> post(
                            api,
                            "/api/v1/%s/{id}/%s".formatted(resource, step),
                            operation(api, feature, described.step(step).orElseThrow(), command)));
        }
    }

    private static void post(OpenAPI api, String path, Operation operation) {
        PathItem item = api.getPaths().computeIfAbsent(path, p -> new PathItem());
        item.setPost(operation);
    }

    private Operation operation(
            OpenAPI api, CommandFeature feature, CommandDescription described, Class<? extends RecordCommand> command) {
        String resource = feature.type().resource();
        String step = described.step();
        String word = step == null ? CommandDescriptions.word(command) : step;
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(header(CommandController.IDEMPOTENCY_KEY, "Makes repeating the request safe.", "step-2013-001"));
        parameters.add(FormApiDescription.dryRun());
        if (step != null) {
            parameters.add(FormApiDescription.id());
            parameters.add(header(HttpHeaders.IF_MATCH, "The version that the record must have.", "\"3\""));
        }
        ObjectNode example = Examples.of(CommandDescriptions.described(feature, command), step);
        return new Operation()
                .operationId(resource + "." + word)
                .tags(List.of(resource))
                .summary(messages.text(described.words(), Locale.ENGLISH))
                .parameters(parameters)
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType(
                                JSON,
                                new MediaType()
                                        .schema(body(api, described, command))
                                        .example(EventJson.mapper().convertValue(example, Map.class)))))
                .responses(new ApiResponses()
                        .addApiResponse("201", recorded(resource))
                        .addApiResponse("200", FormApiDescription.tried())
                        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem")));
    }

    private static Parameter header(String name, String description, String example) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .example(example)
                .schema(new StringSchema());
    }

    private static ApiResponse recorded(String resource) {
        Map<String, Object> example = new TreeMap<>(Map.of(
                "resource", resource,
                "id", "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11",
                "sequence", 4,
                "position", 812,
                "recordedAt", "2026-11-22T02:14:00.123Z",
                "repeated", false));
        return new ApiResponse()
                .description("Recorded, now or when the same request was first sent.")
                .headers(new LinkedHashMap<>(Map.of(
                        HttpHeaders.LOCATION, header("Where the record is read."),
                        HttpHeaders.ETAG, header("The record's version, quoted."),
                        RecordedCommand.POSITION_HEADER,
                                new Header()
                                        .description("The position that reads can wait for.")
                                        .schema(new IntegerSchema().format("int64")))))
                .content(new Content()
                        .addMediaType(
                                JSON,
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + OUTCOME))
                                        .example(example)));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    /** The command's components; the id of a further step comes from the address. */
    @SuppressWarnings("rawtypes")
    private Schema<?> body(OpenAPI api, CommandDescription described, Class<? extends RecordCommand> command) {
        Schema<?> body = schemaOf(api, command);
        body.setName(null);
        Map<String, Schema> properties = new LinkedHashMap<>(body.getProperties());
        if (described.step() != null) {
            properties.remove("id");
        }
        properties.remove("event");
        properties.put(
                CommandBinding.ACTING_BODY,
                new StringSchema()
                        ._enum(Arrays.stream(Body.values()).map(Enum::name).toList())
                        .description("The body of your organisation that takes the step."));
        if (properties.containsKey("personalData")) {
            schemaOf(api, PersonalData.Clear.class);
            properties.put("personalData", new Schema<>().$ref("#/components/schemas/Clear"));
        }
        if (properties.containsKey("replacement")) {
            properties.put("replacement", replacement());
        }
        body.setProperties(properties);
        body.setRequired(described.fields().stream()
                .filter(FieldDescription::required)
                .map(FieldDescription::name)
                .toList());
        body.setAdditionalProperties(Boolean.FALSE);
        return body;
    }

    private static Schema<?> replacement() {
        Schema<?> replacement = new ObjectSchema();
        replacement.description("The whole step as it should have been; event names its type.");
        replacement.addProperty("event", new StringSchema());
        replacement.required(List.of("event", "effectiveOn"));
        return replacement;
    }

    private static Schema<?> schemaOf(OpenAPI api, Class<?> type) {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false));
        resolved.referencedSchemas.forEach((name, schema) -> {
            if (!name.equals(type.getSimpleName()) || type == Outcome.class || type == PersonalData.Clear.class) {
                api.getComponents().addSchemas(name, schema);
            }
        });
        return resolved.schema;
    }
}
