package org.coordinationledger.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds on lists inside events, so that an event stays small. */
public final class Bounded {

    /** At most this many documents are cited by one step. */
    public static final int BASES = 10;

    /** At most this many organisations are named by one step (territory covered, addressees, successors). */
    public static final int ORGANISATIONS = 32;

    private Bounded() {}

    /** As {@link #list}, and not empty. */
    public static <T> List<T> some(String component, @Nullable List<T> list, int most) {
        List<T> given = list(component, list, most);
        if (given.isEmpty()) {
            throw ValueRejection.thrown(new ValueRejection.Missing(component));
        }
        return given;
    }

    /** Returns a position in the ledger, which is not negative, or refuses. */
    public static long position(long position) {
        if (position < 0) {
            throw ValueRejection.thrown(new ValueRejection.NegativeQuantity(Long.toString(position)));
        }
        return position;
    }

    /**
     * An unmodifiable copy; an absent list is an empty one.
     *
     * @throws org.coordinationledger.rejection.RejectedException with {@link ValueRejection.TooMany}
     */
    public static <T> List<T> list(String component, @Nullable List<T> list, int most) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > most) {
            throw ValueRejection.thrown(component, new ValueRejection.TooMany(list.size(), most));
        }
        if (list.stream().anyMatch(java.util.Objects::isNull)) {
            throw ValueRejection.thrown(new ValueRejection.Missing(component));
        }
        return List.copyOf(list);
    }

    /** Returns a required component, or refuses with {@link ValueRejection.Missing}. */
    public static <T> T required(String component, @Nullable T value) {
        if (value == null) {
            throw ValueRejection.thrown(new ValueRejection.Missing(component));
        }
        return value;
    }
}
