package org.coordinationledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String ROOT = "org.coordinationledger";
    private static final String BROKEN = ROOT + ".architecture.broken";

    private static final Map<String, ArchRule> RULES = Rules.of(ROOT);
    private static final Map<String, ArchRule> RULES_FOR_BROKEN = Rules.of(BROKEN);

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);

    private static final JavaClasses BROKEN_CLASSES = new ClassFileImporter().importPackages(BROKEN);

    /** For each rule, a class of the fixtures that breaks it. */
    private static final Map<String, String> OFFENDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("events know neither a framework nor a database", "EventThatKnowsSpring"),
            Map.entry("commands know no views", "CommandThatKnowsAView"),
            Map.entry("views know no commands", "ViewThatKnowsACommand"),
            Map.entry("the ledger knows no feature", "LedgerThatKnowsAFeature"),
            Map.entry("the service knows neither side", "ServiceThatKnowsASide"),
            Map.entry("packages form no cycles", "broken.circle.one"),
            Map.entry("aggregates know neither Spring nor MongoDB", "AggregateThatKnowsMongo"),
            Map.entry("only standalone and the sides' mains compose", "ServiceThatComposes"),
            Map.entry("only standalone knows both sides", "ServiceThatKnowsBothSides"),
            Map.entry("the demonstration knows the API only", "DemoThatKnowsACommand"),
            Map.entry("the formats of the log know nothing else", "FormatThatKnowsJson"),
            Map.entry("the auditor knows no side of the service", "AuditorThatKnowsTheLedger"),
            Map.entry("evidence knows what was recorded and the log's formats only", "EvidenceThatKnowsAView"),
            Map.entry("package names say something", "Anything")));

    static Stream<String> rules() {
        return RULES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_every_rule(String rule) {
        RULES.get(rule).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_can_fail(String rule) {
        EvaluationResult result =
                RULES_FOR_BROKEN.get(rule).allowEmptyShould(true).evaluate(BROKEN_CLASSES);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().getDetails()).anyMatch(d -> d.contains(OFFENDERS.get(rule)));
    }

    @Test
    void every_module_is_looked_at() {
        Set<String> packages = Set.of(
                ROOT + ".timeline", ROOT + ".ledger", ROOT + ".tlog", ROOT + ".auditor", ROOT + ".evidence", ROOT + ".service", ROOT + ".cellassignment.event",
                ROOT + ".cellassignment.command", ROOT + ".cellassignment.view", ROOT + ".standalone", ROOT + ".demo");

        assertThat(PRODUCT.stream().map(c -> c.getPackageName()).distinct()).containsAll(packages);
        assertThat(PRODUCT.stream().map(c -> c.getName())).noneMatch(n -> n.startsWith(BROKEN));
    }
}
