package org.coordinationledger.view.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verification of everything that is sealed, under way or ended.
 *
 * @param verified      entries that were verified so far
 * @param size          entries that were sealed when it began
 * @param checkpoints   checkpoints that were verified so far
 * @param faultPosition where the first fault is; null if none was found
 * @param reason        what is wrong there
 */
public record VerificationRun(
        State state,
        long verified,
        long size,
        int checkpoints,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Long faultPosition,
        @Nullable String reason) {

    /** How far it came. */
    public enum State {
        RUNNING,
        /** Everything is as it was sealed. */
        SOUND,
        /** Something is not as it was sealed. An alarm. */
        FAULTY,
        /** It ended before it was through, since its process did. */
        INTERRUPTED
    }

    /** How much of the entries was verified, 0 to 100. */
    public int percent() {
        return size == 0 ? 100 : (int) (100 * verified / size);
    }
}
