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
            throw ValueRejection.thrown(new ValueRejection.TooMany(list.size(), most));
        }
        if (list.stream().anyMatch(java.util.Objects::isNull)) {
            throw ValueRejection.thrown(new ValueRejection.Missing(component));
        }
        return List.copyOf(list);
    }

    /** As {@link #list}, of which there must be at least one. */
    public static <T> List<T> someOf(String component, @Nullable List<T> list, int most) {
        List<T> some = list(component, list, most);
        if (some.isEmpty()) {
            throw ValueRejection.thrown(new ValueRejection.Missing(component));
        }
        return some;
    }

    /** Returns a required component, or refuses with {@link ValueRejection.Missing}. */
    public static <T> T required(String component, @Nullable T value) {
        if (value == null) {
            throw ValueRejection.thrown(new ValueRejection.Missing(component));
        }
        return value;
    }
}
