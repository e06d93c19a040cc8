package org.coordinationledger.handover.command;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Describes the preview of a handover, which takes what the command takes; so it comes after the commands. */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class HandoverPreviewDescription implements GlobalOpenApiCustomizer {

    private static final String HANDOVERS = "/api/v1/handovers";

    @Override
    public void customise(OpenAPI api) {
        Map<String, Object> record = Map.of("resource", "agreements", "id", "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11");
        Map<String, Object> example = new TreeMap<>(Map.of(
                "accepted", 1,
                "refused", 0,
                "items", List.of(new TreeMap<>(Map.of("record", record, "outcome", "LAPSED")))));
        Operation preview = new Operation()
                .operationId("handovers.preview")
                .tags(List.of("handovers"))
                .summary("What the list would do as things stand: which records would pass on, and why others would not")
                .requestBody(api.getPaths().get(HANDOVERS).getPost().getRequestBody())
                .responses(new ApiResponses()
                        .addApiResponse("200", new ApiResponse()
                                .description("Nothing is recorded.")
                                .content(new Content()
                                        .addMediaType(
                                                "application/json",
                                                new MediaType().schema(new ObjectSchema()).example(example))))
                        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/Problem")));
        api.getPaths().computeIfAbsent(HANDOVERS + "/preview", p -> new PathItem()).setPost(preview);
    }
}
