package org.coordinationledger.tlog;

/** Where tiles of hashes are read from: a database, a folder, a server, memory. */
@FunctionalInterface
public interface TileSource {

    /**
     * The bytes of a tile, {@code width} × 32 of them.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    byte[] read(TilePath.Hashes tile);
}
