package org.coordinationledger.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.vocabulary.Dates;
import tools.jackson.databind.JsonNode;

/** Shows the history of one cell assignment step by step, from the public API alone. */
final class Replay {

    private static final int MOST_STEPS = 50;
    private static final DateTimeFormatter RECORDED_AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx").withZone(Dates.ZONE);

    private final ApiClient api;
    private final Login reader;
    private final PrintStream out;
    private final Map<String, String> names = new HashMap<>();

    Replay(ApiClient api, Login reader, PrintStream out) {
        this.api = api;
        this.reader = reader;
        this.out = out;
    }

    /** @param position the history is shown as it stands at this position or later */
    void show(String assignmentId, long position) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", Integer.toString(MOST_STEPS));
        query.put("waitForPosition", Long.toString(position));
        JsonNode history = api.get(reader, "/cell-assignments/" + assignmentId + "/history", query);
        JsonNode steps = history.path("steps");
        if (steps.isEmpty()) {
            throw new IllegalStateException("the history of cell assignment " + assignmentId + " shows no step");
        }
        out.println("The history of one cell assignment (" + assignmentId + "), step by step:");
        steps.forEach(this::show);
    }

    private void show(JsonNode step) {
        out.println();
        out.printf(
                "  %d. %s%n",
                step.path("sequence").asLong() + 1,
                words(step.path("event").asString().replaceFirst(".*\\.", "")).toUpperCase(Locale.ROOT));
        line("recorded", RECORDED_AT.format(Instant.parse(step.path("recordedAt").asString()))
                + " at position " + step.path("position").asLong());
        line("effective on", step.path("effectiveOn").asString());
        line("by", step.path("actor").asString()
                + " for " + organisation(step.path("organisation").asString())
                + (step.hasNonNull("body") ? " through its " + words(step.path("body").asString()) : "")
                + " as " + words(step.path("role").asString()));
        List<String> bases = new ArrayList<>();
        step.path("bases").forEach(b -> bases.add(document(b.asString())));
        line("basis", bases.isEmpty() ? "none cited" : String.join(", ", bases));
        if (step.hasNonNull("reason")) {
            line("reason", step.path("reason").asString());
        }
        line("state after", state(step.path("after")));
    }

    private void line(String label, String text) {
        out.printf("     %-13s %s%n", label, text);
    }

    private String state(JsonNode state) {
        StringBuilder words = new StringBuilder(words(state.path("stage").asString()))
                .append(" since ")
                .append(state.path("stageSince").asString());
        JsonNode letter = state.path("letter");
        if (letter.isObject()) {
            words.append("; letter ")
                    .append(letter.path("number").asString())
                    .append(" of ")
                    .append(letter.path("date").asString())
                    .append(letter.path("votingRight").asBoolean() ? "; with the right to vote" : "; without a vote");
        }
        words.append("; commune: ").append(organisation(state.path("commune").asString()));
        if (state.hasNonNull("cell")) {
            words.append("; seat in ").append(organisation(state.path("cell").asString()));
        }
        return words.toString();
    }

    private String organisation(String id) {
        return names.computeIfAbsent(id, i -> fact("/organisations/" + i, "name"));
    }

    private String document(String id) {
        return names.computeIfAbsent(id, i -> fact("/basis-documents/" + i, "number"));
    }

    private String fact(String path, String fact) {
        return api.get(reader, path, Map.of()).path("state").path(fact).asString(path);
    }

    private static String words(String name) {
        return name.replaceAll("[_-]", " ").toLowerCase(Locale.ROOT);
    }
}
