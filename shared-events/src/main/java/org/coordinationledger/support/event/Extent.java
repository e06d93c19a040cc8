package org.coordinationledger.support.event;

import org.coordinationledger.vocabulary.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How much support.
 *
 * @param amountVnd in whole đồng of any size, or null where no sum is stated
 * @param quantity how many of what the support's unit says, or null where it is not stated
 */
public record Extent(@Nullable Quantity amountVnd, @Nullable Quantity quantity) {

    public Extent {
        amountVnd = amountVnd == null ? null : amountVnd.whole();
    }

    /** Whether nothing of it is stated. */
    boolean isEmpty() {
        return amountVnd == null && quantity == null;
    }

    Extent plus(Extent other) {
        return new Extent(sum(amountVnd, other.amountVnd), sum(quantity, other.quantity));
    }

    private static @Nullable Quantity sum(@Nullable Quantity one, @Nullable Quantity other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.plus(other);
    }
}
