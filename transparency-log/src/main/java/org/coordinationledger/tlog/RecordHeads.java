package org.coordinationledger.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.tlog.RefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A Merkle tree of RFC 6962 over the last step of every record, sorted by the SHA-256 of the records' ids. It proves
 * where a record ended, or that there was none, to whoever trusts its root; that the root is the right one only a look
 * through the whole log can tell.
 */
public final class RecordHeads {

    /** Bytes of a leaf. */
    public static final int LEAF_BYTES = Hash.BYTES + 2 * Long.BYTES;

    /**
     * The last step of a record.
     *
     * @param idHash SHA-256 of the record's id in UTF-8
     * @param sequence of its last step within the record, from 0
     * @param position of its last step in the log
     */
    public record Head(Hash idHash, long sequence, long position) implements Comparable<Head> {
        public Head {
            if (sequence < 0 || position < sequence) {
                throw new RefusedException(Reason.RECORD_HEADS, "no head of a record");
            }
        }

        public static Head of(String recordId, long sequence, long position) {
            return new Head(RecordHeads.idHash(recordId), sequence, position);
        }

        /** What is hashed as the leaf: hash of the id, sequence and position, the higher bytes first. */
        public byte[] leaf() {
            return ByteBuffer.allocate(LEAF_BYTES)
                    .put(idHash.raw())
                    .putLong(sequence)
                    .putLong(position)
                    .array();
        }

        @Override
        public int compareTo(Head other) {
            return idHash.compareTo(other.idHash);
        }
    }

    /**
     * A head and the way from it to the root.
     *
     * @param index its place in the sorted tree
     */
    public record Placed(Head head, long index, List<Hash> proof) {
        public Placed {
            proof = List.copyOf(proof);
            ProofLines.check(proof, Reason.RECORD_HEADS);
        }

        boolean holds(long size, Hash root) {
            return Proofs.includes(index, size, Hash.ofLeaf(head.leaf()), proof, root);
        }
    }

    /**
     * The proof that a record is not in the tree: the heads before and after its place, absent at the edges.
     */
    public record Absence(Optional<Placed> before, Optional<Placed> after) {}

    private final List<Head> heads;
    private final TiledTree tree;

    /** @throws RefusedException with {@link Reason#RECORD_HEADS} if two heads are of one record */
    public RecordHeads(Collection<Head> heads) {
        this.heads = new ArrayList<>(heads);
        Collections.sort(this.heads);
        for (int i = 1; i < this.heads.size(); i++) {
            if (this.heads.get(i - 1).compareTo(this.heads.get(i)) == 0) {
                throw new RefusedException(Reason.RECORD_HEADS, "two heads of one record");
            }
        }
        MemoryTiles tiles = new MemoryTiles();
        this.heads.forEach(head -> tiles.add(Hash.ofLeaf(head.leaf())));
        tree = new TiledTree(tiles, this.heads.size());
    }

    /** SHA-256 of a record's id in UTF-8. */
    public static Hash idHash(String recordId) {
        return Hash.sha256(recordId.getBytes(StandardCharsets.UTF_8));
    }

    /** Number of records. */
    public long size() {
        return heads.size();
    }

    public Hash root() {
        return tree.root();
    }

    /** The record's head with its proof, or empty if the record is not in the tree. */
    public Optional<Placed> presence(String recordId) {
        int place = place(recordId);
        return place < 0 ? Optional.empty() : Optional.of(placed(place));
    }

    /** The proof that the record is not in the tree, or empty if it is. */
    public Optional<Absence> absence(String recordId) {
        int place = place(recordId);
        if (place >= 0) {
            return Optional.empty();
        }
        int after = -place - 1;
        return Optional.of(new Absence(
                after == 0 ? Optional.empty() : Optional.of(placed(after - 1)),
                after == heads.size() ? Optional.empty() : Optional.of(placed(after))));
    }

    private int place(String recordId) {
        return Collections.binarySearch(heads, new Head(idHash(recordId), 0, 0));
    }

    private Placed placed(int place) {
        return new Placed(heads.get(place), place, tree.inclusionProof(place));
    }

    /** Whether this is the record's head in the tree of that many records and that root. */
    public static boolean provesPresence(String recordId, Placed placed, long size, Hash root) {
        return placed.head().idHash().equals(idHash(recordId)) && placed.holds(size, root);
    }

    /** Whether no such record is in the tree of that many records and that root. */
    public static boolean provesAbsence(String recordId, Absence absence, long size, Hash root) {
        Hash sought = idHash(recordId);
        @Nullable Placed before = absence.before().orElse(null);
        @Nullable Placed after = absence.after().orElse(null);
        if (size == 0) {
            return before == null && after == null && root.equals(Hash.EMPTY_ROOT);
        }
        if (before != null && !(before.holds(size, root) && before.head().idHash().compareTo(sought) < 0)) {
            return false;
        }
        if (after != null && !(after.holds(size, root) && after.head().idHash().compareTo(sought) > 0)) {
            return false;
        }
        long next = before == null ? 0 : before.index() + 1;
        return after == null ? next == size : after.index() == next;
    }
}
