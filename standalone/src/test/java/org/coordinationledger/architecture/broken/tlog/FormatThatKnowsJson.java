package org.coordinationledger.architecture.broken.tlog;

import tools.jackson.databind.JsonNode;

/** Breaks a rule on purpose. */
public interface FormatThatKnowsJson {
    JsonNode json();
}
