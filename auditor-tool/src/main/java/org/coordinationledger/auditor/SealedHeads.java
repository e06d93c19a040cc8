package org.coordinationledger.auditor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RecordHeads.Head;
import org.jspecify.annotations.Nullable;
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
     * @param now the heads of all entries of {@code checkpoint}; those after {@link #size} are read once more, since
     *     each says what its record's head was before it
     * @throws FaultException if it has another root
     */
    RecordHeads madeAgain(RecordTable now, LogSource source, Checkpoint checkpoint) {
        Map<Hash, @Nullable Head> before = new HashMap<>();
        BundleCheck check = new BundleCheck(source, checkpoint);
        LogScan.of(source).run(size, checkpoint.size(), check::read, scanned -> {
            for (int i = 0; i < scanned.width(); i++) {
                if (scanned.first() + i >= size) {
                    EntryHead head = scanned.head(i);
                    Hash record = Hash.at(scanned.recordHashes(), i * Hash.BYTES);
                    if (!before.containsKey(record)) {
                        before.put(record, head.sequence() == 0
                                ? null
                                : new Head(record, head.sequence() - 1, head.prev()));
                    }
                }
            }
        });
        List<Head> heads = new ArrayList<>();
        for (Head head : now.heads()) {
            Head then = before.containsKey(head.idHash()) ? before.get(head.idHash()) : head;
            if (then != null) {
                heads.add(then);
            }
        }
        RecordHeads tree = new RecordHeads(heads);
        if (tree.size() != records || !tree.root().equals(root)) {
            throw new FaultException(Fault.RECORD_HEADS_WRONG, position);
        }
        return tree;
    }
}
