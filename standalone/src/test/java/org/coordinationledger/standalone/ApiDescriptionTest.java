package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the API is complete: a client can be written from it alone. */
class ApiDescriptionTest {

    private final JsonNode api = RunningDemo.instance().client().getAnonymously("/openapi").body();

    ApiDescriptionTest() throws IOException {}

    @Test
    void every_operation_says_what_it_takes_and_answers() {
        assertThat(api.at("/security/0").has("basic")).isTrue();
        api.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String name = operation.getKey() + " " + path.getKey();
            JsonNode described = operation.getValue();
            assertThat(described.path("summary").asString("")).as(name).isNotBlank();
            assertThat(described.at("/responses/default/$ref").asString("")).as(name).endsWith("/Problem");
            if (name.equals("post /api/v1/texts")) {
                assertText(described);
            } else if (name.equals("post /api/v1/imports/{resource}")) {
                assertFile(described);
            } else if (described.has("requestBody")) {
                assertCommand(name, described);
            }
        }));
    }

    /** A text comes as it is. */
    private static void assertText(JsonNode storing) {
        assertThat(storing.at("/requestBody/content/text~1plain;charset=UTF-8").has("example")).isTrue();
        for (String status : new String[] {"200", "201"}) {
            assertThat(storing.at("/responses/" + status + "/content/application~1json").has("example")).isTrue();
        }
    }

    /** Files of records come as they are. */
    private static void assertFile(JsonNode reading) {
        assertThat(reading.at("/requestBody/content/text~1csv/schema/format").asString("")).isEqualTo("binary");
        assertThat(reading.at("/responses/201/content/application~1json").has("example")).isTrue();
    }

    private static void assertCommand(String name, JsonNode command) {
        JsonNode body = command.at("/requestBody/content/application~1json");
        assertThat(body.has("example")).as(name).isTrue();
        assertThat(body.path("schema").path("required").isEmpty()).as(name).isFalse();
        body.path("schema").path("required").forEach(field ->
                assertThat(body.path("example").has(field.asString())).as(name + " " + field).isTrue());
        String status = name.endsWith("/preview") ? "200" : "201";
        assertThat(command.at("/responses/" + status + "/content/application~1json").has("example")).as(name).isTrue();
    }

    @Test
    void what_is_required_is_told_from_what_is_not() {
        Map.of(
                        "/api/v1/cell-assignments/{id}/introduce", "[effectiveOn, letter, letterDate, regime, votingRight]",
                        "/api/v1/cell-assignments/{id}/void", "[reason, voids]")
                .forEach((path, required) -> assertThat(api.path("paths").path(path)
                                .at("/post/requestBody/content/application~1json/schema/required")
                                .valueStream().map(JsonNode::asString).sorted().toList())
                        .hasToString(required));
    }
}
