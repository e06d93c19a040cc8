package org.coordinationledger.programme.event;

import java.time.LocalDate;
import java.util.List;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.FigureReading;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a figure that a reported quantity was computed by, so that anybody can read it again.
 *
 * @param scope the id that the figure was asked for, or null for the whole ledger
 * @param effectiveOn the day that it was asked for
 * @param position the ledger's position that it was read at
 */
public record ComputedFrom(FigureName figure, @Nullable String scope, LocalDate effectiveOn, long position) {

    public ComputedFrom {
        Bounded.required("figure", figure);
        scope = scope == null ? null : RecordId.checked(scope);
        Dates.plausible("effectiveOn", effectiveOn);
        Bounded.position(position);
    }

    /** What a report says that the figure came to. */
    public FigureReading cameTo(Quantity achieved) {
        return new FigureReading(figure, scope, effectiveOn, null, position, achieved, List.of());
    }
}
