package org.coordinationledger.command.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.coordinationledger.catalogue.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The example of each command's body, which is a resource. */
final class Examples {

    private Examples() {}

    /** @param step null of the command that begins a record */
    static ObjectNode of(String resource, @Nullable String step) {
        String file = "/openapi/" + resource + (step == null ? "" : "." + step) + ".json";
        try (InputStream in = Examples.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no example " + file);
            }
            return (ObjectNode) EventJson.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
