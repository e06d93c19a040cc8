package org.coordinationledger.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coordinationledger.tlog.RefusedException.Reason;

/**
 * A growing tree that holds its right edge only: for each level the hashes of the tile that is not full yet, 8 KiB a
 * level. Tiles that became full are handed on. Not safe for use by several threads at once.
 */
public final class TreeBuilder {

    /** Takes tiles that became full, lower levels before higher ones. */
    @FunctionalInterface
    public interface FullTiles {
        void full(TilePath.Hashes tile, byte[] bytes);
    }

    /** A tile of the right edge. */
    public record EdgeTile(TilePath.Hashes tile, byte[] bytes) {}

    private final TreeHasher hasher = new TreeHasher();
    private final List<byte[]> edge = new ArrayList<>();
    private long size;

    /** An empty tree. */
    public TreeBuilder() {}

    /**
     * The tree of a size that was reached before, to grow from there. The caller compares {@link #root} with what it
     * knows of that size.
     *
     * @param source gives the partial tiles of the right edge
     */
    public static TreeBuilder resume(long size, TileSource source) {
        TreeBuilder builder = new TreeBuilder();
        builder.size = size;
        for (int level = 0; level < 8 && size >> (8 * level) > 0; level++) {
            byte[] buffer = new byte[TilePath.FULL * Hash.BYTES];
            builder.edge.add(buffer);
            long hashes = size >> (8 * level);
            int width = (int) (hashes % TilePath.FULL);
            if (width > 0) {
                TilePath.Hashes tile = new TilePath.Hashes(level, hashes / TilePath.FULL, width);
                byte[] bytes = source.read(tile);
                if (bytes.length != tile.bytes()) {
                    throw new RefusedException(
                            Reason.TILE, "%s has %d bytes, not %d".formatted(tile.path(), bytes.length, tile.bytes()));
                }
                System.arraycopy(bytes, 0, buffer, 0, bytes.length);
            }
        }
        return builder;
    }

    public long size() {
        return size;
    }

    /** Adds the next entry by its leaf hash. */
    public void add(Hash leaf, FullTiles tiles) {
        add(leaf.raw(), 0, tiles);
    }

    /** Adds the next entry by its leaf hash, which lies in {@code hashes} from {@code offset} on. */
    public void add(byte[] hashes, int offset, FullTiles tiles) {
        put(0, size, hashes, offset, tiles);
        size++;
    }

    private void put(int level, long place, byte[] hashes, int offset, FullTiles tiles) {
        if (level == edge.size()) {
            edge.add(new byte[TilePath.FULL * Hash.BYTES]);
        }
        byte[] buffer = edge.get(level);
        int slot = (int) (place % TilePath.FULL);
        System.arraycopy(hashes, offset, buffer, slot * Hash.BYTES, Hash.BYTES);
        if (slot == TilePath.FULL - 1) {
            long index = place / TilePath.FULL;
            Hash root = hasher.tileRoot(buffer);
            tiles.full(new TilePath.Hashes(level, index), buffer.clone());
            put(level + 1, index, root.raw(), 0, tiles);
        }
    }

    /** The partial tiles of the right edge, lower levels first. */
    public List<EdgeTile> edge() {
        List<EdgeTile> tiles = new ArrayList<>();
        for (int level = 0; level < edge.size(); level++) {
            long hashes = size >> (8 * level);
            int width = (int) (hashes % TilePath.FULL);
            if (width > 0) {
                TilePath.Hashes tile = new TilePath.Hashes(level, hashes / TilePath.FULL, width);
                tiles.add(new EdgeTile(tile, Arrays.copyOf(edge.get(level), tile.bytes())));
            }
        }
        return tiles;
    }

    /** The root of the tree as it is now. */
    public Hash root() {
        if (size == 0) {
            return Hash.EMPTY_ROOT;
        }
        Hash root = null;
        for (int level = 0; level < edge.size(); level++) {
            int width = (int) ((size >> (8 * level)) % TilePath.FULL);
            // from the right: the smallest complete subtree first
            for (int end = width, bit = 1; bit <= width; bit <<= 1) {
                if ((width & bit) != 0) {
                    end -= bit;
                    Hash left = hasher.subtree(edge.get(level), end, bit);
                    root = root == null ? left : hasher.node(left, root);
                }
            }
        }
        if (root == null) {
            throw new IllegalStateException("a tree of %d entries without an edge".formatted(size));
        }
        return root;
    }
}
