package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.coordinationledger.standalone.PlainBrowser.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every form of the console is sent twice: wrong, which is told at its fields and loses nothing, and right, which is
 * looked over and recorded. What is typed comes from lists of steps, and which fields there are from the commands' own
 * description, so that a new command fails here until it has a step.
 */
class ConsoleEveryFormTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> ACTING =
            Set.of("province", "guard", "commune", "commune-2", "old-commune", "post", "post-2");
    private static final Set<String> AMENDING = Set.of("correct", "void");
    private static final String HELD = "held";
    private static final String NO_DAY = "31/02/2016";

    private final Township township = new Township(List.copyOf(ACTING), Clock.systemUTC());
    private final Map<String, PlainBrowser> browsers = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();
    private final List<String> failures = new ArrayList<>();
    private final JsonNode commands = township.read("commands", Map.of()).json();

    /** A step of the lists. */
    private record Step(String user, String address, JsonNode content) {

        String resource() {
            return address.split("/")[0];
        }

        boolean begins() {
            return !address.contains("/");
        }

        String id() {
            return begins() ? content.path("id").asString("") : address.split("/")[1];
        }

        String command() {
            return begins() ? address : ConsoleEveryFormTest.command(resource(), address.split("/")[2]);
        }
    }

    @Test
    void every_form_is_told_what_is_wrong_and_then_recorded() {
        List<Step> steps = new ArrayList<>(read("/rules/there.yaml"));
        steps.addAll(read("/forms/further.yaml"));
        steps.forEach(this::take);

        assertThat(failures).isEmpty();
        assertThat(township.read("members/" + id("m-7") + "/events", Map.of()).text())
                .as("a corrected name is sealed")
                .contains("\"personalData\"")
                .doesNotContain("Bảy");
        Set<String> missing = new TreeSet<>(all());
        missing.removeAll(seen);
        assertThat(missing).as("commands whose form nobody sent").isEmpty();
    }

    private void take(Step step) {
        boolean byItself = step.resource().equals("organisations") && (ACTING.contains(step.id()) || step.id().equals("central"));
        if (byItself && step.begins()) {
            recordByApi(step);
            return;
        }
        assertThat(township.read("organisations", Map.of()).status()).isEqualTo(200);
        String form = "/console/forms/" + step.resource()
                + (step.begins() ? "" : "/" + id(step.id()) + "/" + step.address().split("/")[2]);
        PlainBrowser browser = browsers.computeIfAbsent(
                step.user(), user -> PlainBrowser.loggedIn(township.address(), user, Township.PASSWORD));
        Map<String, String> typed = typed(step);
        Answer opened = browser.get(form);
        Map<String, String> sent = new LinkedHashMap<>(typed);
        sent.replaceAll((name, value) -> value.equals(HELD) ? opened.firstDigest(name) : value);
        sent.put("_csrf", opened.field("_csrf"));
        sent.put("key", opened.field("key"));
        sent.put("version", opened.field("version"));
        sent.put("do", "check");
        if (opened.status() != 200) {
            failures.add(step.address() + " opened with " + opened.status());
            return;
        }
        if (seen.add(step.command())) {
            sendWrong(browser, form, sent, step);
        }
        Answer checked = browser.post(form, sent);
        if (checked.status() != 200 || !checked.html().contains("value=\"record\"")) {
            failures.add(step.address() + " " + typed + ": " + told(checked));
            return;
        }
        sent.put("do", "record");
        Answer recorded = browser.post(form, sent);
        if (recorded.status() != 302 || !recorded.location().contains("/console/records/" + step.resource() + "/")) {
            failures.add(step.address() + " " + typed + ": " + told(recorded));
            return;
        }
        if (step.begins()) {
            String path = recorded.location().substring(recorded.location().indexOf("/console/records/"));
            ids.put(step.id(), path.split("[/?#]")[4]);
        }
    }

    /** A day that does not exist, and the first further field that is needed left out. */
    private void sendWrong(PlainBrowser browser, String form, Map<String, String> right, Step step) {
        Map<String, String> wrong = new LinkedHashMap<>(right);
        List<String> told = new ArrayList<>();
        JsonNode fields = description(step).path("fields");
        boolean amends = !step.begins() && AMENDING.contains(step.address().split("/")[2]);
        if (!amends) {
            wrong.put("f.effectiveOn", NO_DAY);
            told.add("f-effectiveOn");
        }
        for (JsonNode field : fields) {
            String name = field.path("name").asString();
            boolean needed = field.path("required").asBoolean() && field.path("kind").asString().matches("TEXT|LONG_TEXT|CODE|RECORD|DOCUMENT_NUMBER|PERSON|MONTH|NUMBER");
            if (needed && !name.equals("corrects") && !name.equals("voids") && wrong.remove("f." + name) != null) {
                told.add("f-" + name);
                break;
            }
        }
        Answer answer = browser.post(form, wrong);
        if (answer.status() != 422 || told.isEmpty()) {
            failures.add(step.address() + " sent wrong is answered with " + answer.status() + ", told " + told);
            return;
        }
        told.stream()
                .filter(id -> !answer.html().contains("href=\"#" + id + "\""))
                .forEach(id -> failures.add(step.address() + ": nothing is told at " + id));
        wrong.forEach((name, value) -> {
            boolean kept = answer.html().contains(HtmlUtils.htmlEscape(value, "UTF-8"))
                    || answer.html().contains(value.replace("\"", "&quot;"));
            if (name.startsWith("f.") && !kept) {
                failures.add(step.address() + " sent wrong loses " + name + " = " + value);
            }
        });
    }

    private static String told(Answer answer) {
        int errors = answer.html().indexOf("id=\"errors\"");
        String near = errors < 0
                ? answer.html().replaceAll("(?s).*<main", "<main")
                : answer.html().substring(errors, Math.min(answer.html().length(), errors + 1_500));
        String text = near.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        return answer.status() + " " + text.substring(0, Math.min(400, text.length()));
    }

    private void recordByApi(Step step) {
        Township.Answer answer = township.send(step.user(), step.address(), step.content());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private String id(String alias) {
        return ids.getOrDefault(alias, alias);
    }

    private Map<String, String> typed(Step step) {
        JsonNode described = description(step);
        Set<String> texts = new HashSet<>();
        if (step.begins() || step.address().matches(".*/(revise|amend|conclude)")) {
            texts.addAll(Set.of("text", "digest"));
        }
        JsonNode fields = described.path("fields");
        if (step.address().endsWith("/correct")) {
            Map<String, String> typed = new LinkedHashMap<>(TypedForm.of(fields, step.content(), this::id, texts));
            typed.keySet().removeIf(name -> name.startsWith("f.replacement"));
            JsonNode event = feature(step).path("events").path(step.content().at("/replacement/event").asString());
            TypedForm.of(event, step.content().path("replacement"), this::id, texts)
                    .forEach((name, value) -> typed.put("f.replacement." + name.substring(2), value));
            return typed;
        }
        return TypedForm.of(fields, step.content(), this::id, texts);
    }

    private JsonNode feature(Step step) {
        return commands.path("features").valueStream()
                .filter(feature -> feature.path("resource").asString().equals(step.resource()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode description(Step step) {
        return step.begins()
                ? feature(step).path("begin")
                : feature(step).path("steps").valueStream()
                        .filter(one -> one.path("step").asString().equals(step.address().split("/")[2]))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no command " + step.address()));
    }

    /** What a command is listed as; steps that all kinds of records have alike are one, whatever kind it is. */
    private static String command(String resource, String step) {
        return (AMENDING.contains(step) ? "any" : resource) + "/" + step;
    }

    private Set<String> all() {
        Set<String> all = new TreeSet<>();
        commands.path("features").forEach(feature -> {
            String resource = feature.path("resource").asString();
            all.add(resource);
            feature.path("steps").forEach(step -> all.add(command(resource, step.path("step").asString())));
        });
        return all;
    }

    private static List<Step> read(String file) {
        try (InputStream yaml = Objects.requireNonNull(ConsoleEveryFormTest.class.getResourceAsStream(file), file)) {
            return YAML.readTree(yaml).valueStream()
                    .map(step -> new Step(step.get("by").asString(), step.get("do").asString(), step.get("with")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
