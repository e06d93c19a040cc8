package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.coordinationledger.standalone.Township.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every rule of the domain is broken once: the step is refused for the reason that the rule has, nothing is recorded, and
 * the record stays as it was. The rules are in {@code src/test/resources/rules}, to be read as a list.
 */
class EveryRuleOverHttpTest {

    private static final List<String> FILES = List.of(
            "organisations-and-members", "assignments-and-briefings", "committees-and-agreements",
            "programmes-to-courses");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Township TOWNSHIP = new Township(
            List.of("province", "guard", "commune", "commune-2", "old-commune", "post", "post-2"), Clock.systemUTC());

    /** A step that breaks a rule. */
    record Breach(String rule, String there, JsonNode step, String refused) {

        String address() {
            return step.get("do").asString();
        }

        /** The record that the step is about: resource and id. */
        String record() {
            String[] parts = address().split("/");
            return parts[0] + "/" + (parts.length > 1 ? parts[1] : step.at("/with/id").asString());
        }

        @Override
        public String toString() {
            return rule + " (" + there + ")";
        }
    }

    @BeforeAll
    static void record_what_is_there() {
        for (JsonNode step : read("there")) {
            String user = step.get("by").asString();
            if (!user.equals("administrator")) {
                TOWNSHIP.storeTexts(user, step.get("with"));
            }
            Answer answer = TOWNSHIP.send(user, step.get("do").asString(), step.get("with"));
            assertThat(answer.status()).as("%s: %s", step, answer.text()).isBetween(200, 201);
        }
    }

    static Stream<Breach> breaches() {
        return FILES.stream().flatMap(file -> read(file).valueStream()).map(one -> new Breach(
                one.get("rule").asString(), one.get("there").asString(), one.get("step"),
                one.get("refused").asString()));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void a_step_that_breaks_a_rule_is_refused_and_leaves_nothing(Breach breach) {
        long tail = TOWNSHIP.tail();
        List<Answer> before = everythingAbout(breach.record());

        Answer answer = TOWNSHIP.send(
                breach.step().get("by").asString(), breach.address(), breach.step().get("with"));

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

    private static JsonNode read(String file) {
        try (InputStream yaml = Objects.requireNonNull(
                EveryRuleOverHttpTest.class.getResourceAsStream("/rules/" + file + ".yaml"), file)) {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
