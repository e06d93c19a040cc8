package org.coordinationledger.ledger.sealing;

import java.time.Instant;
import java.util.List;

/**
 * A checkpoint of the ledger that was signed and shown.
 *
 * @param size         number of entries that it covers
 * @param note         the signed note, with the log's own signatures
 * @param at           when it was published, by the clock of the process that sealed
 * @param previous     size of the checkpoint before it; -1 for the first
 * @param cosignatures signature lines of witnesses, each with its line end
 */
public record PublishedCheckpoint(long size, String note, Instant at, long previous, List<String> cosignatures) {

    public PublishedCheckpoint {
        cosignatures = List.copyOf(cosignatures);
    }

    /** The note with the witnesses' signatures after the log's own. */
    public String cosignedNote() {
        return note + String.join("", cosignatures);
    }
}
