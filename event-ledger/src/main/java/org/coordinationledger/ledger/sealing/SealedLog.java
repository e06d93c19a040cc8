package org.coordinationledger.ledger.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.StoredTiles.FullTile;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a ledger, for whoever wants to verify it: checkpoints, tiles of hashes, and entries as they are stored.
 * Nothing beyond the newest checkpoint is shown. Any number of threads may read at once.
 */
public final class SealedLog {

    /** Most hashes of a tile, and most entries of a bundle. */
    public static final int WIDTH = StoredTiles.WIDTH;

    /** Full tiles kept, of 8 KiB each. */
    private static final int MOST_TILES_KEPT = 2_048;

    private final StoredTiles tiles;
    private final StoredCheckpoints checkpoints;
    private final LedgerLeaves leaves;
    private final Cache<String, FullTile> kept = Caffeine.newBuilder().maximumSize(MOST_TILES_KEPT).build();

    public SealedLog(LedgerStore ledger) {
        this.tiles = new StoredTiles(ledger.beside(StoredTiles.COLLECTION));
        this.checkpoints = new StoredCheckpoints(ledger.beside(StoredCheckpoints.COLLECTION));
        this.leaves = new LedgerLeaves(ledger, tiles);
    }

    /** The newest checkpoint; empty before the first. */
    public Optional<PublishedCheckpoint> latest() {
        return checkpoints.latest();
    }

    /** The checkpoint of exactly this size, if there was one. */
    public Optional<PublishedCheckpoint> ofSize(long size) {
        return checkpoints.ofSize(size);
    }

    /** The newest checkpoints, the newest first. */
    public List<PublishedCheckpoint> newest(int most) {
        return checkpoints.newest(most);
    }

    /** The log's verifier keys in the text form of signed notes, the current one first; none before it was sealed. */
    public List<String> verifierKeys() {
        return checkpoints.verifierKeys();
    }

    /**
     * The first hashes of a tile.
     *
     * @param level 0 for the hashes of entries
     * @param width 1 to {@link #WIDTH}
     * @return 32 bytes for each; empty if the newest checkpoint does not cover them all
     */
    public Optional<byte[]> tile(int level, long index, int width) {
        long size = latest().map(PublishedCheckpoint::size).orElse(0L);
        return covered(level, index, width, size) ? Optional.of(hashes(level, index, width)) : Optional.empty();
    }

    private static boolean covered(int level, long index, int width, long size) {
        long nodes = size;
        for (int i = 0; i < level && nodes > 0; i++) {
            nodes /= WIDTH;
        }
        return index <= nodes / WIDTH && index * WIDTH + width <= nodes;
    }

    private byte[] hashes(int level, long index, int width) {
        FullTile full = full(level, index, width == WIDTH);
        if (full != null) {
            return Arrays.copyOf(full.hashes(), width * StoredTiles.HASH_BYTES);
        }
        List<byte[]> hashes = level == 0
                ? leaves.leaves(index * WIDTH, width)
                : tiles.roots(level - 1, index * WIDTH, width);
        byte[] joined = new byte[width * StoredTiles.HASH_BYTES];
        for (int i = 0; i < width; i++) {
            System.arraycopy(hashes.get(i), 0, joined, i * StoredTiles.HASH_BYTES, StoredTiles.HASH_BYTES);
        }
        return joined;
    }

    /** The full tile, if it is stored. */
    private @Nullable FullTile full(int level, long index, boolean required) {
        String key = level + "/" + index;
        FullTile tile = kept.getIfPresent(key);
        if (tile == null) {
            tile = tiles.find(level, index).orElse(null);
            if (tile != null) {
                kept.put(key, tile);
            } else if (required) {
                throw HistoryBrokenException.contradiction("tile " + key + " is missing from the database");
            }
        }
        return tile;
    }

    /**
     * The first entries of a bundle, byte for byte.
     *
     * @param width 1 to {@link #WIDTH}
     * @return empty if the newest checkpoint does not cover them all
     */
    public Optional<List<byte[]>> entries(long index, int width) {
        long size = latest().map(PublishedCheckpoint::size).orElse(0L);
        if (!covered(0, index, width, size)) {
            return Optional.empty();
        }
        List<byte[]> entries = new ArrayList<>(width);
        leaves.forEach(index * WIDTH, index * WIDTH + width,
                entry -> entries.add(entry.json().getBytes(StandardCharsets.UTF_8)));
        return Optional.of(entries);
    }

    /**
     * The path from an entry to the root of the tree over the first entries.
     *
     * @param size more than the position, and no more than the newest checkpoint covers
     */
    public List<byte[]> inclusion(long position, long size) {
        requireSealed(size);
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("position " + position + " is none of the first " + size);
        }
        return new Subtrees(this::hashes, size).inclusion(position);
    }

    /**
     * The proof that the tree over the first entries goes on from that over fewer.
     *
     * @param from at least 1
     * @param to   at least {@code from}, and no more than the newest checkpoint covers
     */
    public List<byte[]> consistency(long from, long to) {
        requireSealed(to);
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("nothing goes on from " + from + " to " + to);
        }
        return new Subtrees(this::hashes, to).consistency(from);
    }

    /** The root of the tree over the first entries, of which the newest checkpoint covers at least so many. */
    public byte[] root(long size) {
        requireSealed(size);
        return new Subtrees(this::hashes, size).root();
    }

    private void requireSealed(long size) {
        long sealed = latest().map(PublishedCheckpoint::size).orElse(0L);
        if (size < 1 || size > sealed) {
            throw new IllegalArgumentException(size + " entries are not sealed; " + sealed + " are");
        }
    }
}
