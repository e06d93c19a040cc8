package org.coordinationledger.command.record;

import java.util.List;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Timeline;

/**
 * What a step that was found legal leaves.
 *
 * @param after the record's timeline with the step
 * @param along the steps of other records of the same type that come about in the same commit, in order
 * @param keys what happens to keys with them, in order
 */
public record Decided<E extends RecordEvent, S>(
        Timeline<E, S> after, List<Along<E, S>> along, List<KeyChange> keys) {

    public Decided {
        along = List.copyOf(along);
        keys = List.copyOf(keys);
    }

    /** How many entries they are in the commit, the record's own among them. */
    int entries() {
        return 1 + along.size() + keys.size();
    }

    /**
     * A step of another record.
     *
     * @param after that record's timeline with the step, which is its last
     */
    public record Along<E extends RecordEvent, S>(String record, Timeline<E, S> after) {

        /** The step's event. */
        public RecordEvent event() {
            return after.steps().get(after.steps().size() - 1).event();
        }
    }
}
