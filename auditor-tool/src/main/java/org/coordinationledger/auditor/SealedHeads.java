package org.coordinationledger.auditor;

import java.util.function.Function;
import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.HeadTable;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.TilePath;
import tools.jackson.databind.JsonNode;

/**
 * The root of a tree of record heads, as an entry of the log holds it.
 *
 * @param position of that entry
 * @param size the heads are those of the first {@code size} entries
 * @param records number of heads
 */
record SealedHeads(long position, long size, long records, Hash root) {

    /** Name of the event that holds such a root. */
    static final String EVENT = "record-heads.sealed";

    /** @throws FaultException if it does not say what it must, or speaks of entries after it */
    static SealedHeads of(StoredEntry entry) {
        JsonNode payload = entry.payload();
        long size = payload.path("size").asLong(-1);
        long records = payload.path("records").asLong(-1);
        String root = payload.path("root").asString("");
        if (size < 0 || size > entry.position() || records < 0 || !root.matches("[0-9a-f]{64}")) {
            throw new FaultException(Fault.RECORD_HEADS_WRONG, entry.position());
        }
        return new SealedHeads(entry.position(), size, records, Hash.fromHex(root));
    }

    /**
     * Makes the tree again.
     *
     * @param now the heads of the first {@code until} entries
     * @param until more than {@link #size}, and the end of a bundle; the entries between are looked at once more, since
     *     each says what its record's head was before it
     * @throws FaultException if it has another root
     */
    RecordHeads madeAgain(HeadTable now, long until, Function<TilePath.Entries, ScannedBundle> bundles) {
        HeadTable.Earlier earlier = new HeadTable.Earlier();
        for (long index = size / TilePath.FULL; index * TilePath.FULL < until; index++) {
            ScannedBundle scanned = bundles.apply(TilePath.Entries.of(index, until));
            for (int i = 0; i < scanned.width(); i++) {
                if (scanned.first() + i >= size) {
                    EntryHead head = scanned.head(i);
                    now.undo(earlier, now.find(scanned.recordHashes(), i * Hash.BYTES), head.sequence(), head.prev());
                }
            }
        }
        RecordHeads tree = now.heads(earlier);
        if (tree.size() != records || !tree.root().equals(root)) {
            throw new FaultException(Fault.RECORD_HEADS_WRONG, position);
        }
        return tree;
    }
}
