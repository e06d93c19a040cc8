package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coordinationledger.standalone.StepList.Step;
import org.coordinationledger.standalone.Township.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule of the domain is broken once: the step is refused for the reason that the rule has, nothing is recorded, and
 * the record stays as it was. The rules are in {@code src/test/resources/rules}, to be read as a list.
 */
class EveryRuleOverHttpTest {

    private static final List<String> FILES = List.of(
            "organisations-and-members", "assignments-and-briefings", "committees-and-agreements",
            "programmes-to-courses");
    private static final Township TOWNSHIP = new Township(StepList.ACTING, Clock.systemUTC());

    /** A step that breaks a rule. */
    record Breach(String rule, String there, Step step, String refused) {

        /** The record that the step is about: resource and id. */
        String record() {
            return step.resource() + "/" + step.id();
        }

        @Override
        public String toString() {
            return rule + " (" + there + ")";
        }
    }

    @BeforeAll
    static void record_what_is_there() {
        for (Step step : StepList.read("/rules/there.yaml")) {
            if (!step.user().equals("administrator")) {
                TOWNSHIP.storeTexts(step.user(), step.content());
            }
            Answer answer = TOWNSHIP.send(step.user(), step.address(), step.content());
            assertThat(answer.status()).as("%s: %s", step, answer.text()).isBetween(200, 201);
        }
    }

    static Stream<Breach> breaches() {
        return FILES.stream().flatMap(file -> StepList.yaml("/rules/" + file + ".yaml").valueStream()).map(one -> new Breach(
                one.get("rule").asString(), one.get("there").asString(), Step.of(one.get("step")),
                one.get("refused").asString()));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void a_step_that_breaks_a_rule_is_refused_and_leaves_nothing(Breach breach) {
        long tail = TOWNSHIP.tail();
        List<Answer> before = everythingAbout(breach.record());

        Answer answer = TOWNSHIP.send(breach.step().user(), breach.step().address(), breach.step().content());

        assertThat(answer.problem()).as(answer.text()).isEqualTo(breach.refused());
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.json().path("detail").asString("")).isNotBlank();
        assertThat(TOWNSHIP.tail()).isEqualTo(tail);
        assertThat(everythingAbout(breach.record())).isEqualTo(before);
    }

    @Test
    void each_rule_is_there_once_and_a_record_that_a_step_would_begin_is_not_there() {
        List<Breach> all = breaches().toList();

        assertThat(all).hasSizeGreaterThan(100);
        assertThat(all).extracting(Breach::rule).doesNotHaveDuplicates();
        assertThat(TOWNSHIP.read("cell-assignments/fresh", Map.of()).status()).isEqualTo(404);
        assertThat(TOWNSHIP.read("cell-assignments/seated", Map.of()).status()).isEqualTo(200);
    }

    /** The state of a record on two days, and the entries behind it. */
    private static List<Answer> everythingAbout(String record) {
        List<Answer> all = new ArrayList<>();
        all.add(TOWNSHIP.read(record, Map.of("effectiveOn", "2016-06-30")));
        all.add(TOWNSHIP.read(record, Map.of("effectiveOn", "2024-06-30")));
        all.add(TOWNSHIP.read(record + "/events", Map.of()));
        return all.stream()
                .map(answer -> answer.status() == 200 ? answer : new Answer(answer.status(), answer.problem()))
                .toList();
    }
}
