package org.coordinationledger.timeline;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.RecordReference;
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

    /** Whether something is still to follow, so that the record passes on when an organisation that it names is dissolved. */
    boolean unfinished(S state);

    /**
     * The state with other organisations in the place of those that the record names; what is over keeps its names.
     * Nothing changes where a record does not pass on from one organisation to another.
     *
     * @param heir gives the organisation that takes another's place: the same one, where none does
     * @throws RejectedException with {@link SuccessionRejection.AlreadyHasAPart} if two of the record's parts would fall
     *     to one organisation that must not be the same
     */
    default S inherited(S state, UnaryOperator<OrganisationId> heir) {
        return state;
    }

    /**
     * The state from a day on which nobody goes on with the record.
     *
     * @throws RejectedException with {@link SuccessionRejection.MustBeInherited} where somebody has to
     */
    default S lapsed(S state, LocalDate day) {
        throw new RejectedException(new SuccessionRejection.MustBeInherited());
    }

    /** The state from a day on which another record of this type goes on in the place of this one. */
    default S replaced(S state, LocalDate day, RecordReference by) {
        return lapsed(state, day);
    }
}
