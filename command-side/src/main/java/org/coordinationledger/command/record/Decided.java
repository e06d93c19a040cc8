package org.coordinationledger.command.record;

import java.util.List;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Timeline;

/**
 * What a step that was found legal leaves.
 *
 * @param after the record's timeline with the step
 * @param keys what happens to keys with it, in order
 * @param companions what is amended of other records with it
 */
public record Decided<E extends RecordEvent, S>(
        Timeline<E, S> after, List<KeyChange> keys, List<Companion> companions) {

    public Decided {
        keys = List.copyOf(keys);
        companions = List.copyOf(companions);
    }
}
