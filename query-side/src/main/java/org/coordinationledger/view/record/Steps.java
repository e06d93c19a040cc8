package org.coordinationledger.view.record;

import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.vocabulary.OrganisationId;

/** Reads what the ledger stores as steps of records. */
public final class Steps {

    private Steps() {}

    /**
     * An entry of a record's stream as a step at its position.
     *
     * @throws IllegalStateException if the catalogue does not know the event, or not in this revision
     */
    public static Step<RecordEvent> of(Entry entry) {
        EventType type = Catalogue.named(entry.eventName())
                .filter(t -> String.valueOf(t.revision()).equals(entry.eventRevision()))
                .orElseThrow(() -> new IllegalStateException("position %d holds %s in revision %s, which nothing reads"
                        .formatted(entry.position(), entry.eventName(), entry.eventRevision())));
        RecordEvent event = (RecordEvent) EventJson.mapper().readValue(entry.payload(), type.type());
        return new Step<>(entry.sequence(), entry.position(), actor(entry.metadata()), event);
    }

    /**
     * Who recorded an event, from its metadata.
     *
     * @throws IllegalStateException if it does not say
     */
    public static Actor actor(Map<String, ?> metadata) {
        Object body = metadata.get("body");
        return new Actor(
                value(metadata, "actor"),
                new OrganisationId(value(metadata, "organisation")),
                Role.valueOf(value(metadata, "role")),
                body == null ? null : Body.valueOf(body.toString()));
    }

    private static String value(Map<String, ?> metadata, String key) {
        Object value = metadata.get(key);
        if (value == null) {
            throw new IllegalStateException("an event of a record has no " + key + " in its metadata");
        }
        return value.toString();
    }
}
