package org.coordinationledger.command.record;

import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.vocabulary.RecordId;

/**
 * What is amended of another record of the same type in the commit of a step, since neither could stand alone.
 *
 * @param record the other record
 */
public record Companion(RecordId record, Amendment event) {}
