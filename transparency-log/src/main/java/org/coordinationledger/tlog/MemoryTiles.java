package org.coordinationledger.tlog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A growing tree whose tiles are all kept in memory: about 33 bytes an entry. Not safe for several threads at once. */
public final class MemoryTiles implements TileSource {

    private final TreeBuilder builder = new TreeBuilder();
    private final Map<TilePath.Hashes, byte[]> full = new HashMap<>();

    /** An empty tree. */
    public MemoryTiles() {}

    /** Adds the next entry by its leaf hash. */
    public void add(Hash leaf) {
        builder.add(leaf, full::put);
    }

    public long size() {
        return builder.size();
    }

    public Hash root() {
        return builder.root();
    }

    @Override
    public byte[] read(TilePath.Hashes tile) {
        byte[] whole = full.get(new TilePath.Hashes(tile.level(), tile.index()));
        if (whole != null) {
            return Arrays.copyOf(whole, tile.bytes());
        }
        return builder.edge().stream()
                .filter(e -> e.tile().level() == tile.level() && e.tile().index() == tile.index())
                .filter(e -> e.tile().width() >= tile.width())
                .map(e -> Arrays.copyOf(e.bytes(), tile.bytes()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + tile.path()));
    }
}
