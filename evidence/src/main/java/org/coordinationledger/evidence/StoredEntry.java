package org.coordinationledger.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.catalogue.NamedTexts;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.vocabulary.OrganisationId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An entry of one record, with its exact bytes.
 *
 * @param head what it says about its place
 */
public record StoredEntry(EntryHead head, byte[] bytes) {

    /** @throws UnreadableEntryException if it is no entry of format 1 */
    public static StoredEntry of(byte[] bytes, long position) {
        EntryHead head = EntryHead.read(bytes, 0, bytes.length);
        if (head == null) {
            throw new UnreadableEntryException(position, null);
        }
        return new StoredEntry(head, bytes);
    }

    public long position() {
        return head.position();
    }

    public JsonNode payload() {
        return tree().path("payload");
    }

    private JsonNode tree() {
        return EventJson.mapper().readTree(new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * The entry as a step of its record.
     *
     * @throws UnreadableEntryException if the catalogue does not know the event, or the entry does not say who recorded it
     */
    public Step<RecordEvent> step() {
        try {
            JsonNode tree = tree();
            String name = tree.path("event").path("name").asString();
            String revision = tree.path("event").path("revision").asString();
            EventType type = Catalogue.named(name)
                    .filter(t -> String.valueOf(t.revision()).equals(revision))
                    .filter(t -> RecordEvent.class.isAssignableFrom(t.type()))
                    .orElseThrow(() -> notReadable(name));
            RecordEvent event = (RecordEvent) EventJson.mapper().treeToValue(tree.path("payload"), type.type());
            return new Step<>(head.sequence(), head.position(), actor(tree.path("metadata")), event);
        } catch (JacksonException | IllegalArgumentException e) {
            throw notReadable(head.event());
        }
    }

    /**
     * The digests of the texts that its event names, corrections' replacements included.
     *
     * @throws UnreadableEntryException as {@link #step()}
     */
    public Set<String> texts() {
        return NamedTexts.canBeIn(head.event()) ? NamedTexts.in(step().event()) : Set.of();
    }

    private UnreadableEntryException notReadable(String event) {
        return new UnreadableEntryException(head.position(), event);
    }

    private static Actor actor(JsonNode metadata) {
        @Nullable String body = metadata.path("body").asStringOpt().orElse(null);
        return new Actor(
                metadata.path("actor").asString(),
                new OrganisationId(metadata.path("organisation").asString()),
                Role.valueOf(metadata.path("role").asString()),
                body == null ? null : Body.valueOf(body));
    }
}
