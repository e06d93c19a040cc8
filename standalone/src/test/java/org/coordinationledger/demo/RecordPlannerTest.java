package org.coordinationledger.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.demo.Plan.Command;
import org.coordinationledger.demo.Scenario.RecordEntry;
import org.coordinationledger.demo.Scenario.StepEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordPlannerTest {

    private static final ScenarioFile<Scenario> FILE = ScenarioFile.scenario("steps");
    private static final Plan PLAN = plan(FILE);

    @Test
    void a_record_begins_with_its_first_step_and_goes_on_with_the_others() {
        List<Command> chain = chains("agreements: rules").get(0);

        assertThat(chain).extracting(Command::path).containsExactly(
                "/texts",
                "/agreements",
                "/texts",
                "/agreements/" + Ids.of("steps/rules") + "/sign",
                "/texts",
                "/agreements/" + Ids.of("steps/rules") + "/sign");
        assertThat(chain.get(1).body().path("id").asString()).isEqualTo(Ids.of("steps/rules"));
        assertThat(chain.get(1).body().path("effectiveOn").asString()).isEqualTo("2021-03-01");
        assertThat(chain).extracting(Command::requestKey).doesNotHaveDuplicates();
    }

    @Test
    void a_text_is_stored_before_the_step_that_names_its_digest() {
        List<Command> chain = chains("agreements: rules").get(0);

        assertThat(chain.get(0).body().asString()).isEqualTo("Quy chế");
        assertThat(chain.get(1).body().path("text").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_group_stands_for_all_its_organisations_and_each_of_them_takes_its_step() {
        List<Command> chain = chains("agreements: rules").get(0);

        assertThat(texts(chain.get(1).body().path("parties"))).containsExactly(
                Ids.of("steps/border-guard"), Ids.of("steps/communes/1"), Ids.of("steps/communes/2"));
        assertThat(chain.get(3).by().username()).isEqualTo("steps.communes.1.decides");
        assertThat(chain.get(5).by().username()).isEqualTo("steps.communes.2.decides");
    }

    @Test
    void a_record_for_each_member_names_the_member_the_cell_and_what_is_around_it() {
        List<List<Command>> chains = chains("household-assignments: households");

        JsonNode agree = chains.get(1).get(0).body();
        assertThat(agree.path("member").asString()).isEqualTo(Ids.of("steps/members/DV-X-002"));
        assertThat(agree.path("cell").asString()).isEqualTo(Ids.of("steps/cells/2"));
        assertThat(agree.path("commune").asString()).isEqualTo(Ids.of("steps/communes/1"));
        assertThat(agree.path("post").asString()).isEqualTo(Ids.of("steps/posts/1"));
        assertThat(agree.path("effectiveOn").asString()).isEqualTo("2021-06-21");
        assertThat(chains.get(1).get(1).body().path("actingBody").asString()).isEqualTo("COMMITTEE");
    }

    @Test
    void codes_are_spread_as_evenly_as_the_numbers_allow() {
        List<List<Command>> chains = chains("household-assignments: households");

        assertThat(texts(chains.get(0).get(1).body().path("households")))
                .containsExactly("HO-X-001", "HO-X-002", "HO-X-003");
        assertThat(texts(chains.get(1).get(1).body().path("households"))).containsExactly("HO-X-004", "HO-X-005");
    }

    @Test
    void months_are_gone_through_in_order_and_round_again_each_on_its_first_working_day() {
        assertThat(chains("briefings: briefings"))
                .extracting(chain -> chain.get(0).body().path("effectiveOn").asString())
                .containsExactly("2023-01-02", "2023-02-01", "2023-01-02");
        assertThat(chains("briefings: briefings").get(2).get(0).body().path("subject").asString())
                .isEqualTo("Thông báo 3");
    }

    @Test
    void whoever_is_not_in_the_file_takes_no_step_and_the_line_is_named() {
        Scenario right = FILE.content();
        StepEntry step = new StepEntry(
                "draft", null, "nobody records", null, right.members().get(0).registeredOn(), 0, null, List.of(), null, null);
        Scenario wrong = new Scenario(
                right.report(), right.organisations(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(),
                List.of(new RecordEntry("rules", "agreements", List.of(), List.of(), null, null, List.of(step))), null, List.of());

        assertThatThrownBy(() -> plan(new ScenarioFile<>("steps", wrong, FILE.lines())))
                .hasMessageMatching("scenarios/steps\\.yaml:\\d+: no organisation is called nobody further up");
    }

    private static List<List<Command>> chains(String stage) {
        return PLAN.stages().stream()
                .filter(one -> one.title().equals(stage))
                .findFirst()
                .orElseThrow()
                .chains();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static Plan plan(ScenarioFile<Scenario> file) {
        Scenario.Assumptions assumptions = ScenarioFile.assumptions().content();
        Logins logins = new Logins();
        Organisations central = new Organisations("central", assumptions.illustrativeMark(), List.of());
        assumptions.centralBodies().forEach(central::add);
        logins.addOfficers();
        return new ScenarioPlanner(
                        file, assumptions, new Organisations(file.name(), assumptions.illustrativeMark(), List.of()), new Records(), logins)
                .plan();
    }
}
