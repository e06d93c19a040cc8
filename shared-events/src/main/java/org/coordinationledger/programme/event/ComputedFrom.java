package org.coordinationledger.programme.event;

import java.time.LocalDate;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.FigureName;
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
}
