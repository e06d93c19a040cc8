package org.coordinationledger.command.api;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.TextDigest;

/**
 * Hands in commands that follow from a recorded event, for the person who recorded it, as a request of theirs would be:
 * once for each key, whichever process comes first. Who recorded the event was entitled then and is not asked again: what
 * follows is carried out though the mandate has been revoked meanwhile.
 */
public final class FollowUpCommands {

    private final CommandDesk desk;

    FollowUpCommands(CommandDesk desk) {
        this.desk = desk;
    }

    /**
     * Takes a command about a record of a type.
     *
     * @param key follows from the event and the part of it that is carried out, so that a repetition finds the first outcome
     * @throws RejectedException if it is refused
     */
    public Outcome take(RecordType<?, ?> type, RecordCommand command, Actor actor, String key) {
        String resource = type.resource();
        String digest = TextDigest.of(resource + "\n" + EventJson.mapper().writeValueAsString(command)).value();
        return desk.take(
                resource,
                new BoundCommand(command, null, sealed -> command, actor.body(), false, true, digest),
                actor, key, null);
    }
}
