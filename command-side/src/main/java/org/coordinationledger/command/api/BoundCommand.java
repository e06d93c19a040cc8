package org.coordinationledger.command.api;

import org.coordinationledger.actor.Body;
import org.coordinationledger.command.record.RecordCommand;
import org.jspecify.annotations.Nullable;

/**
 * A request that could be read as a command.
 *
 * @param command the command, personal data still in clear
 * @param actingBody the body of the actor's organisation that takes the step, if the request names one
 * @param freshId whether the record begins with an id that was just made for it
 * @param digest SHA-256 in hex of what was asked, without personal data
 */
record BoundCommand(RecordCommand command, @Nullable Body actingBody, boolean freshId, String digest) {

    BoundCommand with(RecordCommand other) {
        return new BoundCommand(other, actingBody, freshId, digest);
    }
}
