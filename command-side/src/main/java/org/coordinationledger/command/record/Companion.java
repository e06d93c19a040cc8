package org.coordinationledger.command.record;

import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.RecordId;

/**
 * What is amended of another record of the same type in the commit of an amendment, since neither could stand alone.
 *
 * @param record the other record
 * @param decider decides about it
 */
public record Companion<E extends RecordEvent, S>(
        RecordId record, Amendment event, RecordAggregate<E, S> decider) {}
