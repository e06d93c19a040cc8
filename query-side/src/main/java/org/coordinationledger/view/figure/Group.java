package org.coordinationledger.view.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that count for a figure and are alike in all that it asks for.
 *
 * @param places the organisations that place them
 * @param value what the figure is of, or null
 * @param order what values are ordered by, or null
 * @param code the code that they are broken down by, or null
 * @param count how many there are
 */
record Group(List<String> places, @Nullable Object value, @Nullable String order, @Nullable String code, long count) {

    /** Another number of the same. */
    Group of(long other) {
        return new Group(places, value, order, code, other);
    }
}
