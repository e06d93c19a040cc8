package org.coordinationledger.command.record;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.timeline.RecordEvent;
import org.jspecify.annotations.Nullable;

/**
 * A step that is decided about without being recorded.
 *
 * @param record the id that the command names
 * @param ofAnotherType whether that is the id of a record of another type than the command is for
 * @param expectedVersion the version that the record must have, or null if any will do
 */
public record Asked(
        String record, boolean ofAnotherType, RecordEvent event, Actor actor, @Nullable Long expectedVersion) {}
