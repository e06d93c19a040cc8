package org.coordinationledger.service.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the description of the API says of every path: who may ask, and that whatever goes wrong is a problem. Each side
 * adds its paths.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String API_VERSION = "1.0.0";
    private static final String SCHEME = "basic";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Coordination ledger")
                        .version(API_VERSION)
                        .description("Records how Border Guard and local party committees coordinate, and shows what"
                                + " held on any day as known on any day.")
                        .license(new License()
                                .name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(SCHEME))
                        .addSchemas(PROBLEM, problem())
                        .addResponses(
                                PROBLEM,
                                new ApiResponse()
                                        .description("Nothing was recorded or found; type says why.")
                                        .content(new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(new Schema<>()
                                                                        .$ref("#/components/schemas/" + PROBLEM))))))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }

    @Bean
    GlobalOpenApiCustomizer problemsEverywhere() {
        return api -> {
            if (api.getPaths() != null) {
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(operation -> operation
                                .getResponses()
                                .addApiResponse(
                                        "default", new ApiResponse().$ref("#/components/responses/" + PROBLEM)));
            }
        };
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        problem.description("RFC 9457. Further members are the data of the problem, such as field or expected.");
        problem.addProperty(
                "type",
                new StringSchema()
                        .description("Stable; tells problems apart.")
                        .example("/problems/cell-assignment/step-out-of-order"));
        problem.addProperty("title", new StringSchema().description("In the language asked for."));
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema().description("What is wrong and what to do."));
        problem.addProperty("instance", new StringSchema().description("The path that was asked for."));
        problem.required(List.of("type", "title", "status", "detail", "instance"));
        return problem;
    }
}
