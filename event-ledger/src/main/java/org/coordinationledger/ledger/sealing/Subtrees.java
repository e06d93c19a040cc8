package org.coordinationledger.ledger.sealing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tree over the first entries of a log, for one proof: hashes of its parts, and the paths of RFC 6962 through it. */
final class Subtrees {

    private static final int BITS_OF_TILE = 8;

    /** Gives the first hashes of a tile. */
    @FunctionalInterface
    interface Tiles {

        byte[] hashes(int level, long index, int width);
    }

    private final Tiles tiles;
    private final long size;
    private final Map<String, byte[]> read = new HashMap<>();

    Subtrees(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** The root of the whole tree. */
    byte[] root() {
        return root(0, size);
    }

    /** The path from a leaf to the root. */
    List<byte[]> inclusion(long leaf) {
        List<byte[]> path = new ArrayList<>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    private void inclusion(long leaf, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (leaf < middle) {
            inclusion(leaf, from, middle, path);
            path.add(root(middle, to));
        } else {
            inclusion(leaf, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /** The proof that the tree goes on from that of a smaller size, of at least one leaf. */
    List<byte[]> consistency(long smaller) {
        List<byte[]> proof = new ArrayList<>();
        if (smaller < size) {
            consistency(smaller, 0, size, true, proof);
        }
        return proof;
    }

    private void consistency(long smaller, long from, long to, boolean whole, List<byte[]> proof) {
        if (smaller == to - from) {
            if (!whole) {
                proof.add(root(from, to));
            }
            return;
        }
        long left = Long.highestOneBit(to - from - 1);
        if (smaller <= left) {
            consistency(smaller, from, from + left, whole, proof);
            proof.add(root(from + left, to));
        } else {
            consistency(smaller - left, from + left, to, false, proof);
            proof.add(root(from, from + left));
        }
    }

    private byte[] root(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0) {
            return node(Long.numberOfTrailingZeros(count), from);
        }
        long middle = from + Long.highestOneBit(count - 1);
        return RightEdge.node(root(from, middle), root(middle, to));
    }

    /** The root of a whole subtree of 2 to the power of {@code bits} leaves. */
    private byte[] node(int bits, long firstLeaf) {
        int level = bits / BITS_OF_TILE;
        long first = firstLeaf >> level * BITS_OF_TILE;
        byte[] tile = tile(level, first / StoredTiles.WIDTH);
        int offset = (int) (first % StoredTiles.WIDTH);
        return within(tile, offset, 1 << bits % BITS_OF_TILE);
    }

    private static byte[] within(byte[] tile, int offset, int count) {
        if (count == 1) {
            int start = offset * StoredTiles.HASH_BYTES;
            return Arrays.copyOfRange(tile, start, start + StoredTiles.HASH_BYTES);
        }
        return RightEdge.node(within(tile, offset, count / 2), within(tile, offset + count / 2, count / 2));
    }

    private byte[] tile(int level, long index) {
        long nodes = size >> level * BITS_OF_TILE;
        int width = (int) Math.min(StoredTiles.WIDTH, nodes - index * StoredTiles.WIDTH);
        return read.computeIfAbsent(level + "/" + index, key -> tiles.hashes(level, index, width));
    }
}
