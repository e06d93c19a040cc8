package org.coordinationledger.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the lists of steps among the resources of the tests. */
final class StepList {

    /** Those for whom somebody acts in the lists, beside the administrator. */
    static final List<String> ACTING =
            List.of("province", "guard", "commune", "commune-2", "old-commune", "post", "post-2");

    private static final YAMLMapper YAML = new YAMLMapper();

    private StepList() {}

    /** A step of the lists. */
    record Step(String user, String address, JsonNode content) {

        static Step of(JsonNode step) {
            return new Step(step.get("by").asString(), step.get("do").asString(), step.get("with"));
        }

        String resource() {
            return address.split("/")[0];
        }

        boolean begins() {
            return !address.contains("/");
        }

        String id() {
            return begins() ? content.path("id").asString("") : address.split("/")[1];
        }

        String step() {
            return address.split("/")[2];
        }

        /** The command, as the API's addresses have it. */
        String command() {
            return begins() ? address : resource() + "/" + step();
        }
    }

    /** The steps of a list that has nothing but steps. */
    static List<Step> read(String file) {
        return yaml(file).valueStream().map(Step::of).toList();
    }

    /** What a list holds. */
    static JsonNode yaml(String file) {
        try (InputStream yaml = Objects.requireNonNull(StepList.class.getResourceAsStream(file), file)) {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
