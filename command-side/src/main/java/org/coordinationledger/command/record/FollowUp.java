package org.coordinationledger.command.record;

import org.coordinationledger.vocabulary.RecordReference;

/**
 * A command that the service hands in by itself once another is recorded, for the person who recorded that.
 *
 * @param record what it is about; its kind may be one that nobody knows
 */
public record FollowUp(RecordReference record, RecordCommand command) {}
