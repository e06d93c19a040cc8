package org.coordinationledger.command.record;

import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.RecordId;

/**
 * A step of another record of the same type that a step brings about in its own commit: both are recorded or neither.
 * It says by which step it came about, so that it can be found again when that one is amended.
 *
 * @param record the other record
 * @param event the other record's step
 * @param decider decides about it
 */
public record Counterpart<E extends RecordEvent, S>(RecordId record, E event, RecordAggregate<E, S> decider) {}
