package org.coordinationledger.view.projection;

import org.coordinationledger.view.store.BuildProgress;
import org.coordinationledger.view.store.Generation;
import org.jspecify.annotations.Nullable;

/**
 * How the views stand.
 *
 * @param live the generation that is read, or null before the first is built
 * @param position the position that its spans are complete up to, -1 if none
 * @param tail the last position of the ledger
 * @param caughtUp whether the views have been close to the tail since this process started
 * @param error what keeps this process from carrying them on, or null
 * @param build the last build, or null if none was ever reported
 */
public record ViewStatus(
        @Nullable Generation live,
        long position,
        long tail,
        boolean caughtUp,
        @Nullable String error,
        @Nullable BuildProgress build) {

    /** How many events are not in the views yet. */
    public long lag() {
        return tail - position;
    }
}
