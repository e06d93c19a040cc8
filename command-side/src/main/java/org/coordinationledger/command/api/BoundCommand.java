package org.coordinationledger.command.api;

import java.util.function.Function;
import org.coordinationledger.actor.Body;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.member.event.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A request that could be read as a command.
 *
 * @param command the command; where the request brings personal data, with nothing in their place yet
 * @param personalData what the request brings in clear, if it brings any; MUST be sealed before the command is dispatched
 * @param sealing the command with personal data as sealed
 * @param actingBody the body of the actor's organisation that takes the step, if the request names one
 * @param freshId whether the record begins with an id that was just made for it
 * @param followsUp whether it follows from a recorded event, whose actor was entitled when it was recorded
 * @param digest SHA-256 in hex of what was asked, without personal data
 */
record BoundCommand(
        RecordCommand command,
        PersonalData.@Nullable Clear personalData,
        Function<PersonalData.Sealed, RecordCommand> sealing,
        @Nullable Body actingBody,
        boolean freshId,
        boolean followsUp,
        String digest) {}
