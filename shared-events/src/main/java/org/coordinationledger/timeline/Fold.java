package org.coordinationledger.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one feature mean. Aggregates decide with it, views show it, auditors replay with it offline.
 *
 * <p>Every method MUST be a pure function of its arguments: no clock, no randomness, no look-up.
 *
 * @param <E> the feature's sealed event family
 * @param <S> the feature's state, an immutable record
 */
public interface Fold<E extends RecordEvent, S> {

    /**
     * The state after a record's first step.
     *
     * @throws org.coordinationledger.rejection.RejectedException if a record cannot begin with this event
     */
    S begin(Step<E> step);

    /**
     * The state after a further step, which the caller hands over in order of (effective date, sequence).
     *
     * @throws org.coordinationledger.rejection.RejectedException if the step is not legal in this state
     */
    S evolve(S state, Step<E> step);

    /** The next day on which the state changes by the mere passing of time (a term's end), or null if there is none. */
    default @Nullable LocalDate nextChange(S state) {
        return null;
    }

    /** The state from {@code day} on, where {@code day} is what {@link #nextChange} gave. */
    default S passTime(S state, LocalDate day) {
        return state;
    }
}
