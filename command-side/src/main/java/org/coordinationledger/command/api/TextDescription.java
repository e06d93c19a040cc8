package org.coordinationledger.command.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.service.text.TextStore;

/** Describes how a text is stored, the one body that is not JSON. */
final class TextDescription {

    private TextDescription() {}

    static void describe(OpenAPI api) {
        Operation store = new Operation()
                .operationId("texts.store")
                .tags(List.of("texts"))
                .summary("Store a text, so that steps can name it by its digest")
                .requestBody(new RequestBody()
                        .required(true)
                        .description("UTF-8 in normalization form C, at most " + TextStore.MOST_BYTES + " bytes.")
                        .content(new Content().addMediaType(
                                "text/plain;charset=UTF-8",
                                new MediaType().schema(new StringSchema()).example("Điều 1. Nguyên tắc phối hợp"))))
                .responses(new ApiResponses()
                        .addApiResponse("201", stored("Stored now."))
                        .addApiResponse("200", stored("Stored before; nothing has changed."))
                        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem")));
        api.getPaths().computeIfAbsent(TextController.PATH, p -> new PathItem()).setPost(store);
    }

    private static ApiResponse stored(String description) {
        Schema<?> shape = new ObjectSchema();
        shape.addProperty("digest", new StringSchema().description("The SHA-256 of the text's UTF-8 bytes."));
        shape.addProperty("bytes", new IntegerSchema());
        shape.required(List.of("digest", "bytes"));
        Map<String, Object> example = new TreeMap<>(Map.of(
                "digest", "4bee330f38941265265a5ce99a39e7c30741c5df24494d235728aa936b9679ea",
                "bytes", 37));
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType("application/json", new MediaType().schema(shape).example(example)));
    }
}
