package org.coordinationledger.command.api;

import java.util.List;
import java.util.Map;
import org.coordinationledger.vocabulary.RecordReference;
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
 * @param following what would become of the commands that the service hands in by itself because of this one, in their
 *     order; null where none follow
 */
public record Trial(
        String resource,
        @Nullable String id,
        long sequence,
        String event,
        JsonNode content,
        @Nullable List<Following> following) {

    /**
     * A command that would follow.
     *
     * @param record what it is about
     * @param problem why it would be refused, as a problem would say it; null if it would be taken
     */
    public record Following(RecordReference record, @Nullable Map<String, Object> problem) {}
}
