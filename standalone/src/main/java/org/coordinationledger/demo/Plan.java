package org.coordinationledger.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A scenario as commands, one by one.
 *
 * @param replayed the id of the cell assignment whose history is worth replaying, or null
 */
record Plan(String scenario, List<Stage> stages, List<Figure> figures, @Nullable String replayed) {

    /** What is recorded before the next stage begins. Chains are independent; commands of a chain are in order. */
    record Stage(String title, List<List<Command>> chains) {}

    /**
     * One command.
     *
     * @param place where the scenario file asks for it
     * @param what in words, for progress and refusals
     * @param requestKey sent as Idempotency-Key; the same on every run
     * @param path where it is posted to, after {@code /api/v1}
     * @param body an object; or for a text to be stored, the text
     * @param refusedAs the problem with which it MUST be refused, such as {@code briefing/already-over}, or null if it is
     *     to be recorded
     */
    record Command(
            String place,
            String what,
            String requestKey,
            Login by,
            String path,
            JsonNode body,
            @Nullable String refusedAs) {

        /** One that is to be recorded. */
        Command(String place, String what, String requestKey, Login by, String path, JsonNode body) {
            this(place, what, requestKey, by, path, body, null);
        }
    }

    /**
     * A figure to be read once everything is recorded.
     *
     * @param scopeIds the ids of the records that the figure is about; of several, all together
     */
    record Figure(String scenario, Scenario.ExpectedFigure expected, List<String> scopeIds, Login reader) {}

    int commandCount() {
        return stages.stream()
                .flatMap(s -> s.chains().stream())
                .mapToInt(List::size)
                .sum();
    }
}
