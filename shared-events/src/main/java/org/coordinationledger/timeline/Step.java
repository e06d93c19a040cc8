package org.coordinationledger.timeline;

import org.coordinationledger.actor.Actor;

/**
 * An event in its place within a record.
 *
 * @param sequence its order within the record: 0, 1, 2, …
 * @param position its position in the ledger; where only the record itself is at hand (aggregates), its sequence
 * @param actor who recorded it, for whom, in which role
 */
public record Step<E extends RecordEvent>(long sequence, long position, Actor actor, E event) {

    <F extends RecordEvent> Step<F> with(F other) {
        return new Step<>(sequence, position, actor, other);
    }
}
