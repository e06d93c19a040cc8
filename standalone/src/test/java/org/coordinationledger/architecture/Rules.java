package org.coordinationledger.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;

/** What ARCHITECTURE rules there are, for the packages under any root, so that each can be seen to fail. */
final class Rules {

    private static final String[] MEANING = {
        "event", "timeline", "catalogue", "vocabulary", "rejection", "actor"
    };

    private Rules() {}

    /** The rules by name. */
    static Map<String, ArchRule> of(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("events know neither a framework nor a database", eventsKnowNoFramework(root));
        rules.put("commands know no views", noClasses().that().resideInAPackage(root + "..command..")
                .should().dependOnClassesThat().resideInAPackage(root + "..view.."));
        rules.put("views know no commands", noClasses().that().resideInAPackage(root + "..view..")
                .should().dependOnClassesThat().resideInAPackage(root + "..command.."));
        rules.put("the ledger knows no feature", noClasses().that().resideInAPackage(root + ".ledger..")
                .should().dependOnClassesThat(
                        resideInAPackage(root + "..").and(resideOutsideOfPackages(root + ".ledger..", root + ".tlog.."))));
        rules.put("the service knows neither side", noClasses().that().resideInAPackage(root + ".service..")
                .should().dependOnClassesThat().resideInAnyPackage(root + "..command..", root + "..view.."));
        rules.put("packages form no cycles", slices().matching(root + ".(**)").should().beFreeOfCycles());
        rules.put("aggregates know neither Spring nor MongoDB", noClasses().that(are(deciding()))
                .should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.bson.."));
        rules.put("only standalone and the sides' mains compose", noClasses()
                .that().resideOutsideOfPackages(root + ".standalone..", root + ".command", root + ".view")
                .should().callMethodWhere(target(name("run")).and(target(owner(assignableTo(SpringApplication.class)))))
                .orShould().beMetaAnnotatedWith(SpringBootConfiguration.class));
        rules.put("only standalone knows both sides", noClasses().that().resideOutsideOfPackage(root + ".standalone..")
                .and(dependOn(root + "..command..")).should().dependOnClassesThat().resideInAPackage(root + "..view.."));
        rules.put("the demonstration knows the API only", noClasses().that().resideInAPackage(root + ".demo..")
                .should().dependOnClassesThat()
                .resideInAnyPackage(root + "..command..", root + "..view..", root + ".ledger.."));
        rules.put("the formats of the log know nothing else", noClasses().that().resideInAPackage(root + ".tlog..")
                .should().dependOnClassesThat(resideOutsideOfPackages(root + ".tlog..", "java..", "org.jspecify..")));
        rules.put("the auditor knows no side of the service", noClasses().that().resideInAPackage(root + ".auditor..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        root + "..command..", root + "..view..", root + ".service..", root + ".ledger..",
                        "org.springframework..", "org.axonframework..", "com.mongodb..", "org.bson.."));
        rules.put("evidence knows what was recorded and the log's formats only", noClasses()
                .that().resideInAPackage(root + ".evidence..").should().dependOnClassesThat().resideInAnyPackage(
                        root + "..command..", root + "..view..", root + ".service..", root + ".ledger..", root + ".auditor..",
                        "org.springframework..", "org.axonframework..", "com.mongodb..", "org.bson.."));
        rules.put("package names say something", noClasses().should().resideInAnyPackage(
                root + "..util..", root + "..common..", root + "..core..", root + "..helper..", root + "..impl..",
                root + "..manager..", root + "..misc.."));
        return rules;
    }

    private static ArchRule eventsKnowNoFramework(String root) {
        String[] packages = new String[MEANING.length];
        for (int i = 0; i < MEANING.length; i++) {
            packages[i] = root + ".." + MEANING[i] + "..";
        }
        return noClasses().that().resideInAnyPackage(packages)
                .should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "com.mongodb..", "org.bson..");
    }

    private static DescribedPredicate<JavaClass> deciding() {
        return DescribedPredicate.describe("aggregates", type -> type.getMethods().stream()
                .anyMatch(annotatedWith(CommandHandler.class).or(annotatedWith(EventSourcingHandler.class))));
    }

    private static DescribedPredicate<JavaClass> dependOn(String packages) {
        DescribedPredicate<JavaClass> target = resideInAPackage(packages);
        return DescribedPredicate.describe("depend on " + packages, type -> type.getDirectDependenciesFromSelf()
                .stream()
                .anyMatch(d -> target.test(d.getTargetClass())));
    }
}
