package org.coordinationledger.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coordinationledger.demo.Plan.Command;
import org.coordinationledger.demo.Plan.Stage;
import org.coordinationledger.demo.Scenario.Assumptions;
import org.coordinationledger.demo.Scenario.MemberEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioPlannerTest {

    private static final Assumptions ASSUMPTIONS = ScenarioFile.assumptions().content();

    static List<String> names() {
        return ScenarioFile.NAMES;
    }

    /** The scenarios that stand for themselves. */
    static List<String> reports() {
        return names().stream().filter(name -> !name.equals(Demonstration.REORGANISATION)).toList();
    }

    private static Plan plan(ScenarioFile<Scenario> file) {
        Organisations central = new Organisations("central", ASSUMPTIONS.illustrativeMark(), List.of());
        ASSUMPTIONS.centralBodies().forEach(central::add);
        List<Organisation> bodies =
                ASSUMPTIONS.centralBodies().stream().map(b -> central.one(b.key())).toList();
        Logins logins = new Logins();
        logins.addOfficers();
        Records records = new Records();
        List<Organisations> before = new ArrayList<>();
        if (file.name().equals(Demonstration.REORGANISATION)) {
            for (String name : reports()) {
                plan(ScenarioFile.scenario(name), bodies, before, records, logins);
            }
        }
        return plan(file, bodies, before, records, logins);
    }

    private static Plan plan(
            ScenarioFile<Scenario> file,
            List<Organisation> bodies,
            List<Organisations> before,
            Records records,
            Logins logins) {
        Organisations organisations = new Organisations(file.name(), ASSUMPTIONS.illustrativeMark(), bodies);
        organisations.follow(before);
        before.add(organisations);
        return new ScenarioPlanner(file, ASSUMPTIONS, organisations, records, logins).plan();
    }

    private static Plan plan(String name) {
        return plan(ScenarioFile.scenario(name));
    }

    private static Stream<Command> commands(Plan plan) {
        return plan.stages().stream().map(Stage::chains).flatMap(List::stream).flatMap(List::stream);
    }

    private static List<Command> chain(Plan plan, String stage, int index) {
        return plan.stages().stream()
                .filter(s -> s.title().equals(stage))
                .findFirst()
                .orElseThrow()
                .chains()
                .get(index);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_scenario_is_the_same_commands_under_the_same_keys_each_time(String name) {
        List<String> once = commands(plan(name)).map(c -> c.requestKey() + c.path() + c.body()).toList();

        assertThat(commands(plan(name)).map(c -> c.requestKey() + c.path() + c.body())).isEqualTo(once);
        assertThat(commands(plan(name)).map(Command::requestKey)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void all_text_is_in_normalization_form_c(String name) {
        assertThat(commands(plan(name)).map(c -> c.body().toString()))
                .allMatch(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whoever_records_has_been_granted_a_mandate_before(String name) {
        Set<String> entitled = new HashSet<>();
        commands(plan(name)).forEach(command -> {
            if (command.path().equals("/mandates")) {
                assertThat(command.by().role()).isEqualTo("ADMINISTRATOR");
                assertThat(command.body().path("illustrative").asBoolean()).isTrue();
                entitled.add(command.body().path("person").asString());
            } else if (!command.by().role().equals("ADMINISTRATOR")) {
                assertThat(entitled).contains(command.by().person());
            }
        });
    }

    @Test
    void a_count_is_reached_by_that_many_commands() {
        Plan plan = plan("dong-thap");

        assertThat(commands(plan).filter(c -> c.path().equals("/members"))).hasSize(66);
        assertThat(commands(plan).filter(c -> c.path().startsWith("/cell-assignments") && c.path().endsWith("/assign"))).hasSize(66);
        assertThat(commands(plan)
                        .filter(c -> c.path().equals("/organisations"))
                        .filter(c -> c.body().path("kind").asString().equals("CELL")))
                .hasSize(33);
    }

    @Test
    void an_assignment_takes_its_earlier_steps_30_20_10_and_5_days_before() {
        List<Command> steps = chain(plan("dong-thap"), "cell assignments: seats-2013", 0);

        assertThat(steps)
                .extracting(c -> c.body().path("effectiveOn").asString())
                .containsExactly("2013-01-30", "2013-02-09", "2013-02-19", "2013-02-24", "2013-03-01");
        assertThat(steps)
                .extracting(c -> c.by().username().replaceFirst(".*\\.(posts|communes)\\.1", "$1"))
                .containsExactly(
                        "posts.records", "communes.decides", "posts.decides", "communes.records", "communes.decides");
    }

    @Test
    void letters_are_numbered_from_one_for_each_post_and_year() {
        Plan plan = plan("dong-thap");

        assertThat(chain(plan, "cell assignments: seats-2013", 8).get(2).body().path("letter").asString())
                .isEqualTo("9-GT/ĐU");
        assertThat(chain(plan, "cell assignments: seats-2013", 9).get(2).body().path("letter").asString())
                .isEqualTo("1-GT/ĐU");
        assertThat(chain(plan, "cell assignments: seats-2018", 0).get(2).body().path("letter").asString())
                .isEqualTo("1-GT/ĐU");
    }

    @Test
    void what_a_report_counts_but_does_not_name_is_marked_illustrative() {
        Plan plan = plan("dong-thap");

        Command named = chain(plan, "organisations: communes", 0).get(0);
        Command counted = chain(plan, "organisations: cells", 5).get(0);
        assertThat(named.body().path("name").asString()).isEqualTo("Đảng ủy xã Thông Bình (Tân Hồng)");
        assertThat(named.body().path("illustrative").asBoolean()).isFalse();
        assertThat(counted.body().path("name").asString()).isEqualTo("Chi bộ ấp 1, xã biên giới 2 (minh họa)");
        assertThat(counted.body().path("illustrative").asBoolean()).isTrue();
    }

    @Test
    void a_wrong_date_is_recorded_first_and_then_corrected() {
        List<Command> documents = chain(plan("tien-giang"), "basis documents", 0);

        assertThat(documents.get(0).body().path("issuedOn").asString()).isEqualTo("2021-09-28");
        assertThat(documents.get(1).path()).endsWith("/correct");
        assertThat(documents.get(1).body().at("/replacement/issuedOn").asString()).isEqualTo("2018-09-28");
    }

    @Test
    void a_wrong_reference_is_refused_with_its_line() {
        ScenarioFile<Scenario> file = ScenarioFile.scenario("ca-mau");
        Scenario right = file.content();
        Scenario wrong = new Scenario(
                right.report(), right.organisations(), List.of(), List.of(), right.basisDocuments(), List.of(), List.of(),
                List.of(new MemberEntry("m", "hamlets", null, "DV-CM", right.members().get(0).registeredOn())),
                List.of(), List.of(), null, List.of());

        assertThatThrownBy(() -> plan(new ScenarioFile<>("ca-mau", wrong, file.lines())))
                .hasMessageMatching("scenarios/ca-mau\\.yaml:\\d+: no organisations are called hamlets further up");
    }
}
