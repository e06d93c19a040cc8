package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was recorded by commands has nothing out of order. */
class TrailsOfTheDemoTest {

    private final OutsideClient client = RunningDemo.instance().client();

    @Test
    void nothing_is_found_in_the_trails_of_assignments_but_that_they_were_recorded_late() throws IOException {
        JsonNode items = client.get("auditor", "/api/v1/cell-assignments?effectiveOn=2019-01-01&limit=20")
                .body()
                .get("items");
        assertThat(items.size()).isEqualTo(20);
        for (JsonNode item : items) {
            JsonNode trail = client.get(
                            "auditor",
                            "/api/v1/cell-assignments/" + item.get("id").asString()
                                    + "/trail?effectiveOn=2019-01-01")
                    .body();
            assertThat(trail.get("findings").valueStream().map(finding -> finding.get("code").asString()))
                    .isNotEmpty()
                    .containsOnly("RECORDED_LATE");
            assertThat(trail.at("/steps/2/document").asString()).isNotBlank();
            assertThat(trail.at("/whole").booleanValue()).isTrue();
        }
    }
}
