package org.coordinationledger.ledger.sealing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a witness stands.
 *
 * @param size    entries of the last checkpoint that it cosigned; -1 if none
 * @param at      when that was, or when the trouble began
 * @param trouble why it did not cosign what it was asked to last; null if it did
 */
public record WitnessStatus(String name, long size, Instant at, @Nullable Trouble trouble) {

    /** Why a witness did not cosign. */
    public enum Trouble {
        /** It did not answer in time, or with an error of its own. */
        SILENT,
        /** It does not know the log or its key. */
        UNKNOWN_LOG,
        /** What it answered is not its cosignature of the checkpoint. */
        FALSE_ANSWER,
        /** It has seen another history than this one. An alarm. */
        OTHER_HISTORY,
        /** It has seen more of the log than there is. An alarm. */
        AHEAD;

        /** Whether the ledger contradicts what the witness has seen. */
        public boolean contradicts() {
            return this == OTHER_HISTORY || this == AHEAD;
        }
    }
}
