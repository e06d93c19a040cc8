package org.coordinationledger.auditor;

import java.util.Arrays;
import java.util.Optional;
import org.coordinationledger.tlog.EntryBundle;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.TilePath;

/** Where a log is read from: a mirror's folder or a server. Safe for use by several threads at once. */
interface LogSource {

    /** No checkpoint or list of keys is larger than this, in bytes. */
    int MOST_TEXT = 64 * 1024;

    /**
     * The bytes of a resource of the tile space, {@code checkpoint} or {@code vkey}, or empty if there is none.
     *
     * @param most it is refused when it is larger than this
     * @throws UnreachableException if it cannot be read
     */
    Optional<byte[]> find(String path, int most);

    /** The bytes of a stored text by its digest, or empty if it is not offered. */
    Optional<byte[]> text(String digest);

    /** As {@link #find}, where it must be there. */
    default byte[] get(String path, int most) {
        return find(path, most).orElseThrow(() -> new FaultException(Fault.FILE_MISSING, FaultException.NOWHERE, path));
    }

    /** A tile of hashes; cut from the full one where a partial one is no longer there. */
    default byte[] hashes(TilePath.Hashes tile) {
        byte[] bytes = find(tile.path(), tile.bytes())
                .or(() -> tile.full()
                        ? Optional.empty()
                        : find(new TilePath.Hashes(tile.level(), tile.index()).path(), TilePath.FULL * 32)
                                .map(full -> Arrays.copyOf(full, tile.bytes())))
                .orElseThrow(() -> new FaultException(Fault.FILE_MISSING, start(tile), tile.path()));
        if (bytes.length != tile.bytes()) {
            throw new FaultException(Fault.TILE_CHANGED, start(tile), tile.path());
        }
        return bytes;
    }

    /** A bundle of entries; cut from the full one where a partial one is no longer there. */
    default byte[] entries(TilePath.Entries bundle) {
        return find(bundle.path(), EntryBundle.MAX_BYTES)
                .or(() -> bundle.full()
                        ? Optional.empty()
                        : find(new TilePath.Entries(bundle.index()).path(), EntryBundle.MAX_BYTES)
                                .map(full -> cut(full, bundle)))
                .orElseThrow(() -> new FaultException(Fault.FILE_MISSING, start(bundle), bundle.path()));
    }

    private static byte[] cut(byte[] full, TilePath.Entries to) {
        try {
            return Arrays.copyOf(full, EntryBundle.ends(full, TilePath.FULL)[to.width() - 1]);
        } catch (RefusedException e) {
            throw new FaultException(Fault.BUNDLE_BROKEN, start(to), to.path());
        }
    }

    private static long start(TilePath tile) {
        return tile.index() * TilePath.FULL << (8 * tile.level());
    }
}
