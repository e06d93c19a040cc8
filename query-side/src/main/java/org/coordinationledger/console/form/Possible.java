package org.coordinationledger.console.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which steps somebody may take about a record, as the command side answers.
 *
 * @param version the record's, which a step names so that it is refused if others were faster
 */
public record Possible(long version, List<Step> steps) {

    /**
     * @param sequences of a correction or voiding: what could be amended
     * @param held what the record holds for a field
     * @param problem why not; null if it is allowed
     */
    public record Step(
            String step,
            boolean allowed,
            @Nullable List<Long> sequences,
            @Nullable Map<String, List<JsonNode>> held,
            @Nullable Why problem) {

        List<JsonNode> held(String field) {
            return held == null ? List.of() : held.getOrDefault(field, List.of());
        }
    }

    /** Why something cannot be done. */
    public record Why(String type, String title, String detail) {}

    /** Which records somebody may begin. */
    public record Beginnings(List<Beginning> beginnings) {}

    /** @param problem why not; null if it is allowed */
    public record Beginning(String resource, boolean allowed, @Nullable Why problem) {}

    /** @throws java.util.NoSuchElementException if the feature has no such step */
    Step step(String name) {
        return steps.stream().filter(step -> step.step().equals(name)).findFirst().orElseThrow();
    }
}
