package org.coordinationledger.command.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Describes what a client asks that offers forms; {@code docs/reference/commands.md} says what each member means. */
final class FormApiDescription {

    private static final String TAG = "commands";

    private FormApiDescription() {}

    static void describe(OpenAPI api) {
        get(api, FormController.COMMANDS, "commands.described", "What every command takes, field by field", Map.of(
                "features", List.of(new TreeMap<>(Map.of(
                        "resource", "cell-assignments",
                        "begin", Map.of(
                                "words", "command.cell-assignments.select",
                                "events", List.of("cell-assignment.selected"),
                                "fields", List.of(new TreeMap<>(Map.of(
                                        "name", "member", "kind", "RECORD", "required", true, "resource", "members")))),
                        "steps", List.of(),
                        "events", Map.of())))));
        get(api, FormController.BEGINNINGS, "commands.begin", "Which records you may begin", Map.of(
                "beginnings", List.of(new TreeMap<>(Map.of(
                        "resource", "cell-assignments", "competence", "RECORD", "allowed", true)))));
        get(api, FormController.STEPS, "commands.steps", "Which steps you may take about a record as it is now", new TreeMap<>(Map.of(
                        "resource", "cell-assignments",
                        "id", "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11",
                        "version", 3,
                        "steps", List.of(new TreeMap<>(Map.of(
                                "step", "receive", "competence", "RECORD", "allowed", true))))))
                .parameters(List.of(
                        new Parameter().in("path").name("resource").required(true)
                                .description("The record's type by its name in addresses.")
                                .example("cell-assignments")
                                .schema(new StringSchema()),
                        id()));
    }

    private static Operation get(OpenAPI api, String path, String id, String summary, Map<String, ?> example) {
        Operation operation = new Operation()
                .operationId(id)
                .tags(List.of(TAG))
                .summary(summary)
                .responses(new ApiResponses()
                        .addApiResponse("200", answer(summary + ".", example))
                        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem")));
        api.getPaths().computeIfAbsent(path, p -> new PathItem()).setGet(operation);
        return operation;
    }

    static Parameter id() {
        return new Parameter()
                .in("path")
                .name("id")
                .required(true)
                .description("The record.")
                .schema(new StringSchema());
    }

    static Parameter dryRun() {
        return new Parameter()
                .in("query")
                .name(CommandController.DRY_RUN)
                .description("Whether the command is decided without being recorded.")
                .schema(new BooleanSchema());
    }

    static ApiResponse tried() {
        return answer("With dryRun: what would be recorded, and what would become of commands that follow. Nothing is.", new TreeMap<>(Map.of(
                "resource", "cell-assignments",
                "id", "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11",
                "sequence", 4,
                "event", "cell-assignment.received",
                "content", Map.of("effectiveOn", "2018-07-09"))));
    }

    private static ApiResponse answer(String description, Map<String, ?> example) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType("application/json", new MediaType().schema(new ObjectSchema()).example(example)));
    }
}
