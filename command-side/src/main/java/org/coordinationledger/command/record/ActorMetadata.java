package org.coordinationledger.command.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Body;
import org.coordinationledger.actor.Role;
import org.coordinationledger.vocabulary.OrganisationId;

/** How the actor travels: with the command as metadata, then with each of its events into the ledger. */
public final class ActorMetadata {

    public static final String ACTOR = "actor";
    public static final String ORGANISATION = "organisation";
    public static final String ROLE = "role";
    /** The acting body; absent where the step names none. */
    public static final String BODY = "body";
    /** The idempotency key; the ledger keeps it unique for each actor. */
    public static final String REQUEST_KEY = "requestKey";
    /** SHA-256 of what the client asked for, without personal data. */
    public static final String COMMAND_DIGEST = "commandDigest";
    /** The record's version that the client expects, from {@code If-Match}; not stored. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** There if the command follows from a recorded event, whose actor was entitled then; not stored. */
    public static final String FOLLOWS_UP = "followsUp";

    private static final List<String> STORED = List.of(ACTOR, ORGANISATION, ROLE, BODY, REQUEST_KEY, COMMAND_DIGEST);

    private ActorMetadata() {}

    public static MetaData of(Actor actor) {
        MetaData metaData = MetaData.with(ACTOR, actor.person())
                .and(ORGANISATION, actor.organisation().value())
                .and(ROLE, actor.role().name());
        Body body = actor.body();
        return body == null ? metaData : metaData.and(BODY, body.name());
    }

    /** The actor of a command or an event. */
    public static Actor actor(MetaData metaData) {
        return new Actor(
                required(metaData, ACTOR),
                new OrganisationId(required(metaData, ORGANISATION)),
                Role.valueOf(required(metaData, ROLE)),
                metaData.containsKey(BODY) ? Body.valueOf(required(metaData, BODY)) : null);
    }

    /** What of a command's metadata is stored with its events. */
    static MetaData stored(MetaData command) {
        Map<String, Object> stored = new LinkedHashMap<>();
        STORED.stream().filter(command::containsKey).forEach(k -> stored.put(k, command.get(k)));
        return MetaData.from(stored);
    }

    private static String required(MetaData metaData, String key) {
        return Objects.requireNonNull(metaData.get(key), () -> "metadata lack " + key).toString();
    }
}
