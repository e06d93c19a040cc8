package org.coordinationledger.ledger.sealing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.StoredTiles.FullTile;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TiledTree;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a ledger, for whoever wants to verify it: checkpoints, tiles of hashes, and entries as they are stored.
 * Nothing beyond the newest checkpoint is shown. Any number of threads may read at once.
 */
public final class SealedLog {

    /** Full tiles kept, of 8 KiB each. */
    private static final int MOST_TILES_KEPT = 2_048;

    private static final int MOST_PARTIAL_TILES_KEPT = 64;
    private static final Duration PARTIAL_TILES_KEPT = Duration.ofMinutes(1);

    private final StoredTiles tiles;
    private final StoredCheckpoints checkpoints;
    private final StoredWitnesses witnesses;
    private final LedgerLeaves leaves;
    /** Partial tiles cost a read of what lies below them, and are asked for by anybody. */
    private final Cache<TilePath.Hashes, byte[]> partial = Caffeine.newBuilder()
            .maximumSize(MOST_PARTIAL_TILES_KEPT)
            .expireAfterWrite(PARTIAL_TILES_KEPT)
            .build();
    private final AtomicLong known = new AtomicLong();
    private final Cache<String, FullTile> kept = Caffeine.newBuilder().maximumSize(MOST_TILES_KEPT).build();

    public SealedLog(LedgerStore ledger) {
        this.tiles = new StoredTiles(ledger.beside(StoredTiles.COLLECTION));
        this.checkpoints = new StoredCheckpoints(ledger.beside(StoredCheckpoints.COLLECTION));
        this.witnesses = new StoredWitnesses(ledger.beside(StoredWitnesses.COLLECTION));
        this.leaves = new LedgerLeaves(ledger, tiles);
    }

    /** The newest checkpoint; empty before the first. */
    public Optional<PublishedCheckpoint> latest() {
        Optional<PublishedCheckpoint> newest = checkpoints.latest();
        newest.ifPresent(checkpoint -> known.accumulateAndGet(checkpoint.size(), Math::max));
        return newest;
    }

    /** What was sealed once stays so: only what is not known yet is asked for. */
    private boolean covers(long end) {
        return end <= known.get() || end <= size();
    }

    /** Number of entries that the newest checkpoint covers. */
    public long size() {
        return latest().map(PublishedCheckpoint::size).orElse(0L);
    }

    /** The checkpoint of exactly this size, if there was one. */
    public Optional<PublishedCheckpoint> ofSize(long size) {
        return checkpoints.ofSize(size);
    }

    /** The newest checkpoints, the newest first. */
    public List<PublishedCheckpoint> newest(int most) {
        return checkpoints.newest(most);
    }

    /** The log's verifier keys in their text form, the current one first; none before it was sealed. */
    public List<String> verifierKeys() {
        return checkpoints.verifierKeys();
    }

    /** How the witnesses that were asked stand, by name. */
    public List<WitnessStatus> witnesses() {
        return witnesses.all();
    }

    /** A tile of hashes; empty if the newest checkpoint does not cover it. */
    public Optional<byte[]> tile(TilePath.Hashes tile) {
        return covers(tile.end()) ? Optional.of(hashes(tile)) : Optional.empty();
    }

    private byte[] hashes(TilePath.Hashes tile) {
        FullTile full = full(tile.level(), tile.index(), tile.full());
        return full == null ? partial.get(tile, leaves::computed) : Arrays.copyOf(full.hashes(), tile.bytes());
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

    /** Entries as they are stored, byte for byte; empty if the newest checkpoint does not cover them all. */
    public Optional<List<byte[]>> entries(TilePath.Entries bundle) {
        if (!covers(bundle.end())) {
            return Optional.empty();
        }
        List<byte[]> entries = new ArrayList<>(bundle.width());
        leaves.forEach(bundle.index() * TilePath.FULL, bundle.end(),
                entry -> entries.add(entry.json().getBytes(StandardCharsets.UTF_8)));
        return Optional.of(entries);
    }

    /**
     * The hashes from an entry to the root of the tree over the first entries.
     *
     * @param size more than the position, and no more than the newest checkpoint covers
     */
    public List<Hash> inclusion(long position, long size) {
        return tree(size).inclusionProof(position);
    }

    /**
     * The proof that the tree over the first entries goes on from that over fewer.
     *
     * @param from at least 1
     * @param to   at least {@code from}, and no more than the newest checkpoint covers
     */
    public List<Hash> consistency(long from, long to) {
        return tree(to).consistencyProof(from);
    }

    /** The root of the tree over the first entries, of which the newest checkpoint covers at least so many. */
    public Hash root(long size) {
        return tree(size).root();
    }

    private TiledTree tree(long size) {
        if (!covers(size)) {
            throw new IllegalArgumentException(size + " entries are not sealed; " + known + " are");
        }
        return new TiledTree(this::hashes, size);
    }
}
