package org.coordinationledger.command.api;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.timeline.RecordType;
import org.coordinationledger.vocabulary.TextDigest;

/**
 * Hands in commands that the service sends by itself, as a request would be: once for each key, whichever process comes
 * first. It sends them for the person whose recorded decision it carries out, or for the administration. Nobody is asked
 * for a mandate again: who decided was entitled then, and what follows is carried out though the mandate was revoked
 * meanwhile.
 */
public final class FollowUpCommands {

    private final CommandDesk desk;

    FollowUpCommands(CommandDesk desk) {
        this.desk = desk;
    }

    /**
     * Takes a command about a record of a type.
     *
     * @param key follows from what the command is about, so that a repetition finds the first outcome
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
