package org.coordinationledger.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.tlog.RefusedException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A Merkle tree of RFC 6962 over the last step of every record, sorted by the SHA-256 of the records' ids. It proves
 * where a record ended, or that there was none, to whoever trusts its root; that the root is the right one only a look
 * through the whole log can tell.
 *
 * <p>In memory it holds one hash for 256 records; the leaves are read where they lie, when they are needed. Not safe for
 * use by several threads at once.
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

        /** The head in a leaf that lies in {@code leaves} from {@code offset} on. */
        public static Head at(byte[] leaves, int offset) {
            ByteBuffer leaf = ByteBuffer.wrap(leaves, offset + Hash.BYTES, 2 * Long.BYTES);
            return new Head(Hash.at(leaves, offset), leaf.getLong(), leaf.getLong());
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

    /** The sorted leaves of a tree, wherever they lie. */
    public interface Leaves {

        /** How many there are. */
        long size();

        /** The leaves from an index on, one after the other, {@value RecordHeads#LEAF_BYTES} bytes each. */
        byte[] leaves(long first, int count);

        /** The index of a record's leaf, or where it would stand as {@code -index - 1} if there is none. */
        default long place(Hash idHash) {
            long low = 0;
            long high = size() - 1;
            while (low <= high) {
                long middle = (low + high) >>> 1;
                int order = Hash.at(leaves(middle, 1), 0).compareTo(idHash);
                if (order == 0) {
                    return middle;
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -low - 1;
        }
    }

    private final Leaves leaves;
    private final byte[] tileRoots;
    private final TiledTree tree;

    private RecordHeads(Leaves leaves, byte[] tileRoots) {
        this.leaves = leaves;
        this.tileRoots = tileRoots;
        this.tree = new TiledTree(this::hashes, leaves.size());
    }

    /**
     * Makes the tree over these leaves, in one pass through them.
     *
     * @throws RefusedException with {@link Reason#RECORD_HEADS} if they are not sorted, or two are of one record
     */
    public static RecordHeads of(Leaves leaves) {
        byte[] roots = new byte[Math.toIntExact(leaves.size() / TilePath.FULL * Hash.BYTES)];
        TreeHasher hasher = new TreeHasher();
        byte[] before = new byte[0];
        for (long first = 0; first < leaves.size(); first += TilePath.FULL) {
            int count = (int) Math.min(TilePath.FULL, leaves.size() - first);
            byte[] some = leaves.leaves(first, count);
            before = sorted(before, some);
            if (count == TilePath.FULL) {
                Hash root = hasher.tileRoot(leafHashes(hasher, some));
                root.copyTo(roots, (int) (first / TilePath.FULL) * Hash.BYTES);
            }
        }
        return new RecordHeads(leaves, roots);
    }

    /**
     * The tree over leaves of which {@link #tileRoots} were kept. It is not made again: whoever does not trust what was
     * kept compares {@link #root} or verifies what is proved.
     */
    public static RecordHeads kept(Leaves leaves, byte[] tileRoots) {
        if (tileRoots.length != leaves.size() / TilePath.FULL * Hash.BYTES) {
            throw new RefusedException(Reason.RECORD_HEADS, "other hashes than leaves");
        }
        return new RecordHeads(leaves, tileRoots.clone());
    }

    /** @throws RefusedException with {@link Reason#RECORD_HEADS} if two heads are of one record */
    public static RecordHeads of(Collection<Head> heads) {
        byte[] sorted = new byte[heads.size() * LEAF_BYTES];
        int at = 0;
        for (Head head : heads.stream().sorted().toList()) {
            System.arraycopy(head.leaf(), 0, sorted, at, LEAF_BYTES);
            at += LEAF_BYTES;
        }
        return of(new Leaves() {
            @Override
            public long size() {
                return heads.size();
            }

            @Override
            public byte[] leaves(long first, int count) {
                int from = (int) first * LEAF_BYTES;
                return Arrays.copyOfRange(sorted, from, from + count * LEAF_BYTES);
            }
        });
    }

    /** Holds that ids ascend, also from the last leaf before; gives the last one. */
    private static byte[] sorted(byte[] before, byte[] leaves) {
        byte[] last = before;
        for (int at = 0; at < leaves.length; at += LEAF_BYTES) {
            byte[] id = Arrays.copyOfRange(leaves, at, at + Hash.BYTES);
            if (Arrays.compareUnsigned(last, id) >= 0) {
                throw new RefusedException(Reason.RECORD_HEADS, "heads out of order, or two heads of one record");
            }
            last = id;
        }
        return last;
    }

    private static byte[] leafHashes(TreeHasher hasher, byte[] leaves) {
        byte[] hashes = new byte[leaves.length / LEAF_BYTES * Hash.BYTES];
        for (int i = 0; i < leaves.length / LEAF_BYTES; i++) {
            hasher.leaf(leaves, i * LEAF_BYTES, LEAF_BYTES, hashes, i * Hash.BYTES);
        }
        return hashes;
    }

    /** The tile of a level from what lies below it. */
    private byte[] hashes(TilePath.Hashes tile) {
        long first = tile.index() * TilePath.FULL;
        if (tile.level() == 0) {
            return leafHashes(new TreeHasher(), leaves.leaves(first, tile.width()));
        }
        if (tile.level() == 1) {
            int from = (int) first * Hash.BYTES;
            return Arrays.copyOfRange(tileRoots, from, from + tile.bytes());
        }
        byte[] hashes = new byte[tile.bytes()];
        for (int i = 0; i < tile.width(); i++) {
            byte[] below = hashes(new TilePath.Hashes(tile.level() - 1, first + i));
            new TreeHasher().tileRoot(below).copyTo(hashes, i * Hash.BYTES);
        }
        return hashes;
    }

    /** The roots of all runs of 256 leaves, one after the other: what {@link #kept} needs. */
    public byte[] tileRoots() {
        return tileRoots.clone();
    }

    /** SHA-256 of a record's id in UTF-8. */
    public static Hash idHash(String recordId) {
        return Hash.sha256(recordId.getBytes(StandardCharsets.UTF_8));
    }

    /** Number of records. */
    public long size() {
        return leaves.size();
    }

    public Hash root() {
        return tree.root();
    }

    /** The record's head with its proof, or empty if the record is not in the tree. */
    public Optional<Placed> presence(String recordId) {
        long place = leaves.place(idHash(recordId));
        return place < 0 ? Optional.empty() : Optional.of(placed(place));
    }

    /** The proof that the record is not in the tree, or empty if it is. */
    public Optional<Absence> absence(String recordId) {
        long place = leaves.place(idHash(recordId));
        if (place >= 0) {
            return Optional.empty();
        }
        long after = -place - 1;
        return Optional.of(new Absence(
                after == 0 ? Optional.empty() : Optional.of(placed(after - 1)),
                after == leaves.size() ? Optional.empty() : Optional.of(placed(after))));
    }

    private Placed placed(long place) {
        return new Placed(Head.at(leaves.leaves(place, 1), 0), place, tree.inclusionProof(place));
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
