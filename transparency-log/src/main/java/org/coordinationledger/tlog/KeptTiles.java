package org.coordinationledger.tlog;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the tiles that were read last, 64 of them at most. Safe for use by several threads at once. */
public final class KeptTiles implements TileSource {

    private static final int MOST = 64;

    private final TileSource source;
    private final Map<TilePath.Hashes, byte[]> kept = new LinkedHashMap<>(MOST * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath.Hashes, byte[]> eldest) {
            return size() > MOST;
        }
    };

    /** @param source is read outside any lock, by several threads at once where they ask at once */
    public KeptTiles(TileSource source) {
        this.source = source;
    }

    @Override
    public byte[] read(TilePath.Hashes tile) {
        synchronized (kept) {
            byte[] known = kept.get(tile);
            if (known != null) {
                return known;
            }
        }
        byte[] bytes = source.read(tile);
        synchronized (kept) {
            kept.put(tile, bytes);
        }
        return bytes;
    }
}
