package org.coordinationledger.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.demo.Plan.Figure;
import org.coordinationledger.demo.Scenario.ExpectedFigure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A figure as a report states it, and as the views show it.
 *
 * @param actual JSON null where the views show none
 * @param actualQuality in lower case as scenario files write it, or null where the figure has none
 */
record FigureReading(
        String scenario, ExpectedFigure expected, JsonNode actual, @Nullable String actualQuality, String knownOn) {

    /** Reads a figure from the views, no earlier than {@code position}. */
    static FigureReading read(ApiClient api, Figure figure, long position) {
        ExpectedFigure expected = figure.expected();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("effectiveOn", expected.effectiveOn().toString());
        query.put("waitForPosition", Long.toString(position));
        Scenario.Reading reading = expected.readFrom();
        if (reading != null) {
            String resource = reading.document() == null ? "/organisations/" : "/basis-documents/";
            JsonNode record = api.get(figure.reader(), resource + figure.scopeIds().get(0), query);
            return new FigureReading(
                    figure.scenario(), expected, orNull(record.at("/state/" + reading.fact())), null, "now");
        }
        if (expected.comparedWith() != null) {
            query.put("comparedWith", expected.comparedWith().toString());
        }
        List<JsonNode> answers = figure.scopeIds().stream()
                .map(scope -> {
                    query.put("scope", scope);
                    return api.get(figure.reader(), "/figures/" + expected.figure(), query);
                })
                .toList();
        JsonNode answer = answers.get(0);
        String quality = answer.path("quality").asString("").toLowerCase(Locale.ROOT).replace('_', ' ');
        return new FigureReading(
                figure.scenario(),
                expected,
                answers.size() == 1 ? orNull(answer.path("value")) : sum(answers),
                quality.isEmpty() ? null : quality,
                "now");
    }

    /** The figures of several organisations that have nothing in common, together. */
    private static JsonNode sum(List<JsonNode> answers) {
        return DecimalNode.valueOf(answers.stream()
                .map(a -> Scenario.number(a.path("value")))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** Whether the views show what the report states, and as good as the report says it is. */
    boolean agrees() {
        boolean sameQuality =
                expected.quality() == null || expected.quality().equals(actualQuality);
        return sameQuality && same(expected.value(), actual);
    }

    /** As a machine reads it; names as in the scenarios. */
    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("scenario", scenario);
        json.put("figure", expected.figure());
        json.put("scope", expected.scope());
        json.put("effectiveOn", expected.effectiveOn().toString());
        json.put("comparedWith", expected.comparedWith() == null ? null : expected.comparedWith().toString());
        json.put("knownOn", knownOn);
        json.set("expected", expected.value());
        json.set("actual", actual);
        if (expected.quality() != null) {
            json.put("expectedQuality", expected.quality());
            json.put("actualQuality", actualQuality);
        }
        return json;
    }

    /** As a table shows it. */
    List<String> row() {
        String days = expected.effectiveOn() + (expected.comparedWith() == null ? "" : " / " + expected.comparedWith());
        return List.of(
                scenario,
                expected.figure(),
                expected.scope(),
                days,
                shown(expected.value(), expected.quality()),
                shown(actual, expected.quality() == null ? null : actualQuality),
                agrees() ? "yes" : "NO");
    }

    private static boolean same(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && (actual.isNumber() || actual.isString())) {
            try {
                return new BigDecimal(actual.asString()).compareTo(Scenario.number(expected)) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        if (expected.isArray() && actual.isArray()) {
            return texts(expected).equals(texts(actual));
        }
        return expected.equals(actual);
    }

    /** A list's elements in a stable order: which comes first says nothing. */
    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(e -> texts.add(e.asString()));
        return texts.stream().sorted().toList();
    }

    private static String shown(JsonNode value, @Nullable String quality) {
        String text;
        if (value.isNull()) {
            text = "none";
        } else if (value.isArray()) {
            text = String.join(", ", texts(value));
        } else if (value.isNumber()) {
            text = Scenario.number(value).stripTrailingZeros().toPlainString();
        } else {
            text = value.asString();
        }
        return quality == null ? text : quality + " " + text;
    }

    private static JsonNode orNull(JsonNode node) {
        return node.isMissingNode() ? JsonMapper.shared().nullNode() : node;
    }
}
