package org.coordinationledger.command.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a command would record as things stand. Nothing of it is recorded.
 *
 * @param resource the resource name that the record stands under
 * @param id the record; null of one that begins under an id that would be made for it
 * @param sequence the version that the record would have
 * @param event the stored name of the event
 * @param content the event, without personal data
 */
public record Trial(String resource, @Nullable String id, long sequence, String event, JsonNode content) {}
