package org.coordinationledger.ledger.sealing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How sealing stands in this process.
 *
 * @param sealed   number of entries that the newest checkpoint known here covers
 * @param at       when that checkpoint was published; null before the first
 * @param sealing  whether this process is the one that seals
 * @param problem  why neither sealing nor appending goes on; null if they do
 * @param broken   whether the ledger contradicts what was signed, which nothing but people can set right
 */
public record SealingStatus(
        long sealed, @Nullable Instant at, boolean sealing, @Nullable String problem, boolean broken) {
}
