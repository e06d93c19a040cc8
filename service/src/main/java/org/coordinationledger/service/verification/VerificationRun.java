package org.coordinationledger.service.verification;

import java.time.Instant;
import org.coordinationledger.ledger.LedgerFault;
import org.jspecify.annotations.Nullable;

/**
 * A verification of a part, under way or ended.
 *
 * @param verified      how many entries, or texts, were verified so far
 * @param size          how many there were when it began
 * @param checkpoints   checkpoints that were verified so far
 * @param faultPosition where the first fault is; null if none was found
 * @param kind          what is concerned there; null as {@code faultPosition}
 * @param reason        exactly what is wrong, in English, for whoever looks for the cause
 */
public record VerificationRun(
        State state,
        long verified,
        long size,
        int checkpoints,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Long faultPosition,
        LedgerFault.@Nullable Kind kind,
        @Nullable String reason) {

    /** How far it came. */
    public enum State {
        RUNNING,
        /** Everything is as it must be. */
        SOUND,
        /** Something is not as it must be. An alarm. */
        FAULTY,
        /** It ended before it was through: its process did, or it failed, which the log tells. */
        INTERRUPTED
    }

    /** How much of it was verified, 0 to 100. */
    public int percent() {
        return size == 0 ? 100 : (int) Math.min(100, 100 * verified / size);
    }
}
