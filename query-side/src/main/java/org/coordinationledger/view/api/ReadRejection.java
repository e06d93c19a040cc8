package org.coordinationledger.view.api;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** Why something cannot be shown. */
public sealed interface ReadRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.NOT_FOUND;
    }

    /**
     * The record is known, but does not hold on that day.
     *
     * @param firstDay the first day on which it holds, or null if nothing of it counts any more
     */
    record NotEffective(String resource, String id, LocalDate effectiveOn, @Nullable LocalDate firstDay)
            implements ReadRejection {}

    /** Nothing is recorded under this request key of the actor so far; the request may still be under way. */
    record RequestNotRecorded(String key) implements ReadRejection {}

    /** The register has more documents than are read at once; ask for one kind, or for a shorter time. */
    record TooManyDocuments(int most) implements ReadRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The file would have more rows than are exported at once; ask for less. */
    record TooManyRows(int most) implements ReadRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record UnknownFigure(String figure, List<String> known) implements ReadRejection {}
}
