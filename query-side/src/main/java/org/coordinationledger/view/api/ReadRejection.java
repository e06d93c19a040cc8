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

    /** The record has more steps, or names longer texts, than one case file takes that is made here. */
    record CaseTooLarge(int mostEntries, int mostTextBytes) implements ReadRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /**
     * The record is known, but does not hold on that day.
     *
     * @param firstDay the first day on which it holds, or null if nothing of it counts any more
     */
    record NotEffective(String resource, String id, LocalDate effectiveOn, @Nullable LocalDate firstDay)
            implements ReadRejection {}

    /** The figure is a list of texts, or what one record has: there is nothing to tell apart. */
    record NotBrokenDown(String figure) implements ReadRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** A period ends before it begins. */
    record PeriodEndsBeforeItBegins(LocalDate from, LocalDate to) implements ReadRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Nothing is recorded under this request key of the actor so far; the request may still be under way. */
    record RequestNotRecorded(String key) implements ReadRejection {}

    /** The trend has more days than are read at once; ask for a shorter time or longer steps. */
    record TooManyDays(int most) implements ReadRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The register has more documents than are read at once; ask for one kind, or for a shorter time. */
    record TooManyDocuments(int most) implements ReadRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** There are more records behind the figure than are compared one by one; ask for a smaller scope. */
    record TooManyRecords(int most) implements ReadRejection {
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

    /** Records of the figure's kind have no such code to be told apart by. */
    record UnknownCode(String figure, String fact, List<String> known) implements ReadRejection {}

    /** Nothing is recorded at the position, or nothing that the actor may read. */
    record UnknownEntry(long position) implements ReadRejection {}

    record UnknownFigure(String figure, List<String> known) implements ReadRejection {}
}
