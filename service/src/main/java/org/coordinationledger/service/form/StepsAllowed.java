package org.coordinationledger.service.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.actor.Competence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody may do about one record as it is known now.
 *
 * @param version the record's version, for {@code If-Match}
 * @param steps every step of the feature
 */
public record StepsAllowed(String resource, String id, long version, List<Step> steps) {

    /**
     * Whether a step could be taken.
     *
     * @param step the path step
     * @param competence what it asks of the actor; null where it depends on what is said
     * @param allowed whether something could be said that is not refused for the record's stage or for who acts
     * @param sequences of a correction or voiding: the steps of the record that could be amended, the latest first
     * @param held what the record holds that the step's fields may name, by field, the likeliest first; empty if the step
     *     is not allowed, and of a correction or voiding
     * @param problem why not, as a problem would say it; null if it is allowed
     */
    public record Step(
            String step,
            @Nullable Competence competence,
            boolean allowed,
            @Nullable List<Long> sequences,
            Map<String, List<JsonNode>> held,
            @Nullable Map<String, Object> problem) {}

    /** The answer about a step. */
    public Optional<Step> step(String step) {
        return steps.stream().filter(one -> one.step().equals(step)).findFirst();
    }

    /** Which records somebody may begin. */
    public record Beginnings(List<Beginning> beginnings) {}

    /**
     * Whether somebody may begin a record of a type.
     *
     * @param competence what it asks of the actor
     * @param problem why not, as a problem would say it; null if it is allowed
     */
    public record Beginning(
            String resource, @Nullable Competence competence, boolean allowed, @Nullable Map<String, Object> problem) {}
}
