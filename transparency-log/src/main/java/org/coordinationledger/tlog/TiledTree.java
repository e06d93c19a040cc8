package org.coordinationledger.tlog;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.tlog.RefusedException.Reason;

/**
 * A Merkle tree of RFC 6962 of a fixed size, read from its tiles. What it answers is what the tiles say: whoever does
 * not trust them compares {@link #root} with a checkpoint first, and verifies proofs.
 *
 * <p>Keeps the tiles that it read last; not safe for use by several threads at once.
 */
public final class TiledTree {

    private final TileSource source;
    private final long size;
    private final TreeHasher hasher = new TreeHasher();

    /** @param size number of entries; the tiles that a tree of this size has are asked for, and no others */
    public TiledTree(TileSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a size below 0");
        }
        this.source = new KeptTiles(source);
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** The root of the whole tree. */
    public Hash root() {
        return rootAt(size);
    }

    /** The root of the tree that had the first {@code smaller} entries. */
    public Hash rootAt(long smaller) {
        if (smaller < 0 || smaller > size) {
            throw new IllegalArgumentException("%d entries of %d".formatted(smaller, size));
        }
        return smaller == 0 ? Hash.EMPTY_ROOT : range(0, smaller);
    }

    /** The leaf hash at an index. */
    public Hash leaf(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry %d of %d".formatted(index, size));
        }
        return range(index, index + 1);
    }

    /** The hashes that lead from the entry at {@code index} to {@link #root}, from the bottom up. */
    public List<Hash> inclusionProof(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry %d of %d".formatted(index, size));
        }
        List<Hash> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return List.copyOf(proof);
    }

    /** The hashes that show that the tree of the first {@code old} entries is a prefix of this one. */
    public List<Hash> consistencyProof(long old) {
        if (old < 0 || old > size) {
            throw new IllegalArgumentException("%d entries of %d".formatted(old, size));
        }
        List<Hash> proof = new ArrayList<>();
        if (old > 0 && old < size) {
            subproof(old, 0, size, true, proof);
        }
        return List.copyOf(proof);
    }

    private void path(long index, long start, long end, List<Hash> proof) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            path(index, start, middle, proof);
            proof.add(range(middle, end));
        } else {
            path(index, middle, end, proof);
            proof.add(range(start, middle));
        }
    }

    private void subproof(long old, long start, long end, boolean whole, List<Hash> proof) {
        if (old == end) {
            if (!whole) {
                proof.add(range(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (old <= middle) {
            subproof(old, start, middle, whole, proof);
            proof.add(range(middle, end));
        } else {
            subproof(old, middle, end, false, proof);
            proof.add(range(start, middle));
        }
    }

    /** The hash of the entries from {@code start} on, where {@code start} is a multiple of the next power of two. */
    private Hash range(long start, long end) {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            return complete(start, Long.numberOfTrailingZeros(count));
        }
        long middle = start + split(count);
        return hasher.node(range(start, middle), range(middle, end));
    }

    private Hash complete(long start, int height) {
        int level = height / 8;
        long first = start >> (8 * level);
        byte[] tile = tile(level, first / TilePath.FULL);
        return hasher.subtree(tile, (int) (first % TilePath.FULL), 1 << (height % 8));
    }

    private byte[] tile(int level, long index) {
        TilePath.Hashes tile = TilePath.Hashes.of(level, index, size);
        byte[] bytes = source.read(tile);
        if (bytes.length != tile.bytes()) {
            throw new RefusedException(
                    Reason.TILE, "%s has %d bytes, not %d".formatted(tile.path(), bytes.length, tile.bytes()));
        }
        return bytes;
    }

    /** The largest power of two below {@code count}. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
