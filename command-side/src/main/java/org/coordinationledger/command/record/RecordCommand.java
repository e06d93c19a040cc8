package org.coordinationledger.command.record;

import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.RecordId;

/**
 * Something that somebody asks to be recorded about one record. Implementations are records nested in one sealed family
 * per feature, in the imperative; each mirrors one event.
 */
public interface RecordCommand {

    /** The record that the command is about; of a command that begins a record, its new id. */
    RecordId id();

    /** The event that this becomes, if no rule stands against it. */
    RecordEvent event();
}
