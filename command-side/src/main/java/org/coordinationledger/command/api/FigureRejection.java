package org.coordinationledger.command.api;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/** Refusals of what a step says that figures of this ledger came to. */
sealed interface FigureRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.INVALID;
    }

    /**
     * There is no figure of this name.
     *
     * @param near names that are nearly the same, the nearest first; empty if none is
     */
    record UnknownName(@Given String figure, List<String> near) implements FigureRejection {}

    /** The ledger has not come to this position. */
    record BeyondTheLedger(@Given long position, long tail) implements FigureRejection {}

    /**
     * The figure cannot be asked for in this way.
     *
     * @param because the code of the problem that the read met
     */
    record NotAskable(@Given String figure, @Nullable String scope, String because) implements FigureRejection {}

    /**
     * At the position, for the scope and days that are named, the figure comes to something else.
     *
     * @param said the value as it was given
     * @param comesTo the value that the ledger gives
     */
    record ComesToAnother(
            @Given String figure,
            @Nullable String scope,
            LocalDate effectiveOn,
            long position,
            String said,
            String comesTo)
            implements FigureRejection {}
}
