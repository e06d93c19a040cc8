package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.standalone.StepList.Step;
import org.coordinationledger.standalone.Visitor.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every form of the console is sent twice in a real browser: wrong, which is told at its fields, loses nothing and records nothing, and
 * right, which is looked over, recorded and seen on the record's page. What is typed comes from lists of steps, and which
 * forms and fields there are from the commands' own description, so that a new command fails here until it has a step.
 */
class ConsoleEveryFormTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CENTRAL = "central";

    private static final String HANDOVERS = "handovers";

    /** So many steps the service records by itself after the handover of one record: its passing on, and that it did. */
    private static final int PASSED_ON = 2;

    private static final Map<String, String> AMENDED = Map.of("correct", "corrects", "void", "voids");
    private static final String COMMON = "command.any.";
    private static final String NO_DAY = "31/02/2016";
    private static final Set<String> LEFT_OUT = Set.of(
            "TEXT", "LONG_TEXT", "CODE", "RECORD", "DOCUMENT_NUMBER", "PERSON", "MONTH", "NUMBER", "PART", "FLAG",
            "YEAR_OR_QUARTER", "YEAR_OR_TWO");

    private final Township township = new Township(StepList.ACTING, Clock.systemUTC());
    private final Map<String, Visitor> visitors = new HashMap<>();
    private final Map<String, Visitor> withoutScripts = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> recorded = new TreeSet<>();
    private final List<Step> taken = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private boolean shown = true;
    private final JsonNode commands = township.get("administrator", "commands").json();

    @Test
    void every_form_is_told_what_is_wrong_and_then_recorded() {
        List<Step> steps = new ArrayList<>(StepList.read("/rules/there.yaml"));
        steps.addAll(StepList.read("/forms/further.yaml"));
        steps.forEach(this::take);
        Set<String> notSent = new TreeSet<>(StepList.yaml("/forms/not-sent.yaml").propertyNames());
        all().stream()
                .filter(command -> AMENDED.containsKey(step(command)) && !notSent.contains(command))
                .forEach(this::amend);

        Set<String> missing = new TreeSet<>(all());
        missing.removeAll(recorded);
        assertThat(failures).as("forms that do not do what they should").isEmpty();
        assertThat(missing).as("commands whose form nobody sent right")
                .isEqualTo(notSent);
    }

    private void take(Step step) {
        if (recorded.contains(form(step.command())) || step.begins() && loggedIn(step.id())) {
            byTheApi(step);
            return;
        }
        String form = "/console/forms/" + step.resource() + (step.begins() ? "" : "/" + id(step.id()) + "/" + step.step());
        try {
            send(step, form, typed(step));
        } catch (AssertionError e) {
            failures.add(step.address() + " by " + step.user() + ": " + e.getMessage());
        }
    }

    /** Those who act must be there under the ids of their logins, which forms do not choose. */
    private static boolean loggedIn(String organisation) {
        return organisation.equals(CENTRAL) || StepList.ACTING.contains(organisation);
    }

    /** What only has to be there: its form was sent already, or does not let one choose the id. */
    private void byTheApi(Step step) {
        String address = step.begins() ? step.resource() : step.resource() + "/" + id(step.id()) + "/" + step.step();
        township.record(step.user(), address, withIds(step.content()));
        taken.add(step);
        shown = false;
    }

    /** Waits until pages show what was recorded beside the forms. */
    private void waitForViews() {
        if (!shown) {
            assertThat(township.read("organisations/province", Map.of()).status()).isEqualTo(200);
            shown = true;
        }
    }

    private JsonNode withIds(JsonNode content) {
        if (content instanceof ObjectNode fields) {
            ObjectNode copy = JSON.createObjectNode();
            fields.properties().forEach(field -> copy.set(field.getKey(), withIds(field.getValue())));
            return copy;
        }
        if (content instanceof ArrayNode several) {
            ArrayNode copy = JSON.createArrayNode();
            several.forEach(one -> copy.add(withIds(one)));
            return copy;
        }
        return content.isString() ? JSON.getNodeFactory().stringNode(id(content.asString())) : content;
    }

    private void send(Step step, String form, Map<String, String> typed) {
        waitForViews();
        String amended = step.begins() ? null : AMENDED.get(step.step());
        FormVisit visit = new FormVisit(amended == null ? visitor(step.user()) : withoutScripts(step.user()), form);
        if (amended != null) {
            visit.choose("f." + amended, typed.get("f." + amended));
        }
        Map<String, String> right = new LinkedHashMap<>(typed);
        right.keySet().removeIf(name -> amended != null && name.equals("f.effectiveOn"));
        visit.fillIn(right);
        Map<String, String> wrong = wrong(step, visit);
        Map<String, String> mended = new LinkedHashMap<>(visit.typed());
        mended.keySet().retainAll(wrong.keySet());
        long tail = township.tail();
        wrong.forEach(visit::type);
        visit.sendWrong(wrong.keySet());
        mended.forEach(visit::type);
        visit.check();
        assertThat(township.tail()).as("nothing is recorded of what is wrong or only looked over").isEqualTo(tail);
        String record = visit.record();
        assertThat(township.tail()).isGreaterThan(tail);
        assertThat(record).startsWith("/console/records/" + step.resource() + "/");
        recorded.add(form(step.command()));
        if (step.begins()) {
            ids.put(step.id(), record.split("/")[4]);
        }
        if (step.address().equals(HANDOVERS)) {
            township.waitFor(tail + 1 + PASSED_ON);
        }
        taken.add(step);
    }

    /** A day that does not exist, and the first further field that is needed left out. */
    private Map<String, String> wrong(Step step, FormVisit filled) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String day : List.of("f.effectiveOn", "f.replacement.effectiveOn")) {
            if (filled.asks(day)) {
                wrong.put(day, NO_DAY);
            }
        }
        for (JsonNode field : description(step.command()).path("fields")) {
            String name = "f." + field.path("name").asString();
            boolean one = !field.has("several") || field.path("several").isNull();
            boolean left = field.path("required").asBoolean() && one && LEFT_OUT.contains(field.path("kind").asString())
                    && !AMENDED.containsValue(field.path("name").asString()) && filled.asks(name);
            if (left) {
                wrong.put(name, "");
                break;
            }
        }
        assertThat(wrong).as("what can be wrong").isNotEmpty();
        return wrong;
    }

    /** Corrects or voids the last step of a kind of record for which somebody may: as it stands, with a reason. */
    private void amend(String command) {
        String resource = command.split("/")[0];
        String step = step(command);
        if (recorded.contains(command)) {
            return;
        }
        List<String> refused = new ArrayList<>();
        for (int i = taken.size() - 1; i >= 0 && !recorded.contains(command); i--) {
            Step last = taken.get(i);
            if (!last.resource().equals(resource)) {
                continue;
            }
            String form = "/console/forms/" + resource + "/" + id(last.id()) + "/" + step;
            waitForViews();
            List<String> offered = new FormVisit(withoutScripts(last.user()), form).choices("f." + AMENDED.get(step));
            if (offered.size() < 2) {
                continue;
            }
            Map<String, String> typed = new LinkedHashMap<>();
            typed.put("f." + AMENDED.get(step), offered.get(1));
            typed.put("f.reason", "Ghi nhầm");
            try {
                send(new Step(last.user(), resource + "/" + last.id() + "/" + step, last.content()), form, typed);
            } catch (AssertionError e) {
                refused.add(last.address() + ": " + e.getMessage());
            }
        }
        if (!recorded.contains(command)) {
            failures.add(command + " could not be recorded: " + refused);
        }
    }

    private Visitor visitor(String user) {
        return visitors.computeIfAbsent(
                user, name -> Visitor.of(township.address(), Look.USUAL).login(name, Township.PASSWORD));
    }

    /** Whoever corrects and voids here has a browser that runs no scripts. */
    private Visitor withoutScripts(String user) {
        return withoutScripts.computeIfAbsent(
                user, name -> Visitor.withoutScripts(township.address(), Look.USUAL).login(name, Township.PASSWORD));
    }

    @AfterEach
    void leave() {
        visitors.values().forEach(Visitor::close);
        withoutScripts.values().forEach(Visitor::close);
    }

    private String id(String alias) {
        return ids.getOrDefault(alias, alias);
    }

    private Map<String, String> typed(Step step) {
        JsonNode fields = description(step.command()).path("fields");
        Map<String, String> typed = new LinkedHashMap<>(TypedForm.of(fields, step.content(), "f.", this::id));
        JsonNode replacement = step.content().path("replacement");
        if (replacement.isObject()) {
            typed.keySet().removeIf(name -> name.startsWith("f.replacement"));
            JsonNode event = feature(step.resource()).path("events").path(replacement.path("event").asString());
            typed.putAll(TypedForm.of(event, replacement, "f.replacement.", this::id));
        }
        return typed;
    }

    private JsonNode feature(String resource) {
        return commands.path("features").valueStream()
                .filter(feature -> feature.path("resource").asString().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode description(String command) {
        JsonNode feature = feature(command.split("/")[0]);
        return command.contains("/")
                ? feature.path("steps").valueStream()
                        .filter(one -> one.path("step").asString().equals(step(command)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no command " + command))
                : feature.path("begin");
    }

    /** The command whose form it is: itself, or where all kinds of records have it in common, the same of any of them. */
    private String form(String command) {
        String words = description(command).path("words").asString();
        return words.startsWith(COMMON) ? "any/" + step(command) : command;
    }

    private static String step(String command) {
        return command.substring(command.indexOf('/') + 1);
    }

    private Set<String> all() {
        Set<String> all = new TreeSet<>();
        commands.path("features").forEach(feature -> {
            String resource = feature.path("resource").asString();
            all.add(resource);
            feature.path("steps").forEach(step -> all.add(form(resource + "/" + step.path("step").asString())));
        });
        return all;
    }
}
