package org.coordinationledger.demo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.demo.ApiClient.RefusedException;
import org.coordinationledger.demo.Plan.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The freezing of a review's figures: a scenario says which, the ledger says where it stands and what they come to. */
final class Freezing {

    private static final String STEP = "/freeze-figures";

    private static final String NOT_RECORDED = "read/request-not-recorded";

    private Freezing() {}

    /** Whether this is a freezing that leaves position and values to the ledger. */
    static boolean asItStands(Command command) {
        return command.path().endsWith(STEP) && !command.body().has("position");
    }

    /** Whether it was recorded before: with figures as they stood then, which are not asked for again. */
    static boolean recorded(ApiClient api, Command command) {
        try {
            api.get(command.by(), "/requests/" + command.requestKey(), Map.of());
            return true;
        } catch (RefusedException e) {
            if (NOT_RECORDED.equals(e.type())) {
                return false;
            }
            throw e;
        }
    }

    /** The body of the command with the position, and each figure as a record may say that it came to there. */
    static ObjectNode filledIn(ApiClient api, Command command, long position) {
        ObjectNode body = (ObjectNode) command.body().deepCopy();
        body.put("position", position);
        for (JsonNode figure : body.path("figures")) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("scope", figure.path("scope").asString());
            query.put("effectiveOn", figure.path("effectiveOn").asString());
            query.put("knownOn", Long.toString(position));
            query.put("waitForPosition", Long.toString(position));
            JsonNode found = api.get(
                    command.by(), "/figures/" + figure.path("figure").asString() + "/to-be-recorded", query);
            ((ObjectNode) figure)
                    .putObject("value")
                    .put("quality", found.path("quality").asString("EXACT").toUpperCase(Locale.ROOT))
                    .set("value", found.path("value"));
        }
        return body;
    }
}
