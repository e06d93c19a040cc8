package org.coordinationledger.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file of the scenarios folder, and the lines that its parts stand on.
 *
 * @param name without its ending, such as {@code dong-thap}
 * @param lines by JSON pointer, such as {@code /members/0}
 */
record ScenarioFile<T>(String name, T content, Map<String, Integer> lines) {

    /** The scenarios that the demo knows, in the order in which it records them. */
    static final List<String> NAMES =
            List.of("ca-mau", "quang-nam", "tien-giang", "dong-thap", "ninh-thuan", Demonstration.REORGANISATION);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static ScenarioFile<Scenario> scenario(String name) {
        return read(name, Scenario.class);
    }

    static ScenarioFile<Scenario.Assumptions> assumptions() {
        return read("common", Scenario.Assumptions.class);
    }

    /** Where a part of the file stands, for a person to look it up. */
    String place(String pointer) {
        Integer line = lines.get(pointer);
        return "scenarios/" + name + ".yaml" + (line == null ? "" : ":" + line);
    }

    private static <T> ScenarioFile<T> read(String name, Class<T> type) {
        String file = "/scenarios/" + name + ".yaml";
        try (InputStream in = ScenarioFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no scenario called " + name);
            }
            byte[] bytes = in.readAllBytes();
            return new ScenarioFile<>(name, YAML.readValue(bytes, type), lines(bytes));
        } catch (JacksonException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> lines(byte[] bytes) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(bytes)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return Map.copyOf(lines);
    }
}
