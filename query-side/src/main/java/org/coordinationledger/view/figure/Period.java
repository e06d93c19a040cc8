package org.coordinationledger.view.figure;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Days in which something happened, both ends included.
 *
 * @param from the first day, or null where it has no beginning
 * @param to the last day, or null where it has no end; MUST NOT be before the first
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** All days. */
    public static final Period ALL = new Period(null, null);

    public Period {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on %s before it begins on %s".formatted(to, from));
        }
    }

    /** Whether a day lies in it. */
    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** What the fact that holds a day must be. */
    List<Bson> conditions(String fact) {
        List<Bson> conditions = new ArrayList<>();
        if (from != null) {
            conditions.add(gte("facts." + fact, from.toString()));
        }
        if (to != null) {
            conditions.add(lte("facts." + fact, to.toString()));
        }
        return conditions;
    }
}
