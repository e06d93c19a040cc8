package org.coordinationledger.organisation.event;

import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/**
 * Facts about an organisation's territory, each as good as its source; absent where none is known.
 *
 * @param borderKm length of the land border, in kilometres
 * @param coastKm length of the coast, in kilometres
 * @param seaKm2 sea area, in square kilometres
 * @param populationShare share of the province's population, between 0 and 1
 * @param facing what lies on the other side
 */
public record Territory(
        @Nullable Border border,
        @Nullable Quantity borderKm,
        @Nullable Quantity coastKm,
        @Nullable Quantity seaKm2,
        @Nullable Quantity populationShare,
        @Nullable String facing) {

    /** Nothing is known. */
    public static final Territory UNKNOWN = new Territory(null, null, null, null, null, null);

    public Territory {
        facing = facing == null ? null : Text.checkedLine(facing, 200);
    }
}
