package org.coordinationledger.imports.command;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes what imports take and answer. */
public final class ImportApiDescription implements GlobalOpenApiCustomizer {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ID = "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11";

    @Override
    public void customise(OpenAPI api) {
        Map<String, Object> summary = new TreeMap<>(Map.of(
                "id", ID, "resource", "members", "file", "dang-vien.xlsx", "state", "PREVIEWED", "rows", 2,
                "counts", new TreeMap<>(Map.of("TO_RECORD", 1, "ALREADY_THERE", 0, "REFUSED", 1, "RECORDED", 0))));
        Map<String, Object> page = new TreeMap<>(Map.of(
                "summary", summary,
                "rows", List.of(new TreeMap<>(Map.of(
                        "row", 2, "fate", "TO_RECORD", "cells", Map.of("memberCode", "DV-017"), "record", ID,
                        "steps", List.of("begin"))))));
        Map<String, Object> all =
                new TreeMap<>(Map.of(
                "imports", List.of(summary), "resources", Declarations.RESOURCES, "mostRows", 5_000, "mostBytes", 4_194_304));
        path(api, "").setGet(operation("list", "One's imports, the latest first").responses(json("200", all)));
        path(api, "/{resource}").setPost(operation(
                        "read", "Reads a file and says what would become of each row; nothing is recorded")
                .parameters(List.of(resource(), query("name", "what the file is called")))
                .requestBody(new RequestBody().required(true).content(new Content()
                        .addMediaType(XLSX, binary())
                        .addMediaType("text/csv", binary())
                        .addMediaType("application/octet-stream", binary())))
                .responses(json("201", page)));
        path(api, "/{id}").setGet(operation("get", "An import, how far it is, and its rows")
                .parameters(List.of(
                        id(), query("fate", "only rows of this fate"), query("from", "the place of the first row, from 0"),
                        query("limit", "at most so many rows, 1 to 500")))
                .responses(json("200", page)));
        path(api, "/{id}/record").setPost(operation(
                        "record", "Has all rows recorded that nothing stands against; to ask again changes nothing")
                .parameters(List.of(id()))
                .responses(json("202", summary)));
        path(api, "/{id}/discard").setPost(operation("discard", "Forgets an import; what it recorded stays recorded")
                .parameters(List.of(id()))
                .responses(answers("204", new ApiResponse().description("It is forgotten."))));
        path(api, "/{id}/refused").setGet(operation("refused", "The refused rows as a workbook, with the reasons")
                .parameters(List.of(id()))
                .responses(file(XLSX)));
        path(api, "/templates/{resource}").setGet(operation("template", "An empty file with the headings that are read")
                .parameters(List.of(resource(), query("format", "xlsx or csv")))
                .responses(file(XLSX)));
    }

    private static PathItem path(OpenAPI api, String rest) {
        return api.getPaths().computeIfAbsent(IMPORTS + rest, p -> new PathItem());
    }

    private static Operation operation(String name, String summary) {
        return new Operation().operationId("imports." + name).tags(List.of("imports")).summary(summary);
    }

    private static Parameter id() {
        return new Parameter().name("id").in("path").required(true).schema(new StringSchema());
    }

    private static Parameter resource() {
        StringSchema resources = new StringSchema();
        Declarations.RESOURCES.forEach(resources::addEnumItem);
        return new Parameter().name("resource").in("path").required(true).schema(resources);
    }

    private static Parameter query(String name, String description) {
        return new Parameter().name(name).in("query").description(description).schema(new StringSchema());
    }

    private static MediaType binary() {
        Schema<?> schema = new StringSchema();
        schema.setFormat("binary");
        return new MediaType().schema(schema);
    }

    private static ApiResponses json(String status, Map<String, Object> example) {
        return answers(status, new ApiResponse()
                .description(status.equals("202") ? "It is recorded row by row." : "As it is now.")
                .content(new Content().addMediaType(
                        "application/json", new MediaType().schema(new ObjectSchema()).example(example))));
    }

    private static ApiResponses file(String type) {
        return answers("200", new ApiResponse()
                .description("The file.")
                .content(new Content().addMediaType(type, binary())));
    }

    private static ApiResponses answers(String status, ApiResponse answer) {
        return new ApiResponses()
                .addApiResponse(status, answer)
                .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem"));
    }
}
