package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's scenarios through the public API, by one process and by the arrangement of an installation. */
@ParameterizedClass
@MethodSource("services")
@Tag(TwoSides.TAG)
class ScenarioOverHttpTest {

    private static final String AUDITOR = "auditor";

    @Parameter
    private RunningDemo demo;

    static Stream<RunningDemo> services() {
        return Stream.concat(Stream.of(RunningDemo.instance()), RunningDemo.behindOneAddress().stream());
    }

    @Test
    void every_figure_of_dong_thap_is_what_the_report_states(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("figures.json");
        demo.demonstration().writeJson(json);

        List<String> figures = new ArrayList<>();
        for (JsonNode figure : JsonMapper.shared().readTree(Files.readAllBytes(json))) {
            if (!figure.path("scenario").asString().equals("dong-thap")) {
                continue;
            }
            figures.add(figure.path("figure").asString() + " " + figure.path("effectiveOn").asString() + " "
                    + figure.path("actual"));
        }
        assertThat(figures)
                .containsExactly(
                        "communes 2020-03-03 8",
                        "posts 2020-03-03 5",
                        "cellsCovered 2020-03-03 33",
                        "openCellAssignments 2018-05-31 33",
                        "openCellAssignments 2020-03-03 66",
                        "openCellAssignmentsGrowth 2020-03-03 2",
                        "basisDocumentsInForce 2018-05-31 [\"09-QĐ/TU\"]",
                        "basisDocumentsInForce 2020-03-03 [\"04\",\"681-CT/ĐU\"]",
                        "cellMeetingsAttendedBySuperiors 2020-03-03 5",
                        "reviewsAssessed 2020-03-03 1",
                        "membersInChargeOfHouseholds 2020-03-03 66",
                        "householdsInCharge 2020-03-03 330");
        assertThat(demo.demonstration().everyFigureAgrees()).isTrue();
    }

    @Test
    void the_figures_are_shown_in_a_table_and_an_assignment_step_by_step() {
        assertThat(demo.shown())
                .containsPattern("(\\d+) of \\1 figures agree with the reports\\.")
                .containsSubsequence("1. SELECTED", "2. AGREED", "3. INTRODUCED", "4. RECEIVED", "5. ASSIGNED")
                .contains("basis         09-QĐ/TU")
                .contains("for Đồn Biên phòng Thông Bình through its committee as approver")
                .contains("letter 1-GT/ĐU of 2013-02-19");
    }

    @Test
    void recording_the_scenario_again_records_nothing() {
        long tail = demo.tail();

        demo.recordAgain();

        assertThat(demo.tail()).isEqualTo(tail);
        assertThat(demo.demonstration().everyFigureAgrees()).isTrue();
    }

    @Test
    void a_figure_opens_into_the_records_behind_it_and_each_into_its_events() throws IOException {
        JsonNode province = province("Tỉnh ủy Đồng Tháp");
        List<JsonNode> records = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = read("/api/v1/figures/openCellAssignments/records?limit=50&effectiveOn=2020-03-03&scope="
                    + province.path("id").asString() + (next.isEmpty() ? "" : "&after=" + next));
            page.path("items").forEach(records::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(records).hasSize(66);
        // the last one: others may have taken steps about the first
        String id = records.get(records.size() - 1).path("id").asString();
        JsonNode events = read("/api/v1/cell-assignments/" + id + "/events");
        List<String> names = new ArrayList<>();
        for (JsonNode event : events.path("events")) {
            names.add(JsonMapper.shared()
                    .readTree(event.path("entry").asString())
                    .at("/event/name")
                    .asString());
        }
        assertThat(names)
                .startsWith(
                        "cell-assignment.selected", "cell-assignment.agreed", "cell-assignment.introduced",
                        "cell-assignment.received", "cell-assignment.assigned")
                .as("after the report's steps nothing but what the reorganisation, if it is recorded, made of the record")
                .hasSizeBetween(5, 6)
                .last()
                .isIn("cell-assignment.assigned", "succession.inherited", "succession.lapsed");
    }

    @Test
    void without_a_login_only_health_and_the_description_answer() throws IOException {
        OutsideClient client = demo.client();

        assertThat(client.getAnonymously("/health/readiness").status()).isEqualTo(200);
        assertThat(client.getAnonymously("/openapi").status()).isEqualTo(200);
        assertThat(client.getAnonymously("/api/v1/organisations").status()).isEqualTo(401);
        assertThat(client.getAnonymously("/operations/views").status()).isEqualTo(401);
    }

    private JsonNode province(String name) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode item : read("/api/v1/organisations?filter.kind=PROVINCIAL_PARTY_COMMITTEE").path("items")) {
            if (item.at("/facts/name").asString().equals(name)) {
                found.add(item);
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private JsonNode read(String path) throws IOException {
        OutsideClient.Answer answer = demo.client().get(AUDITOR, path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }
}
