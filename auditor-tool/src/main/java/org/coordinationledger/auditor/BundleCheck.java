package org.coordinationledger.auditor;

import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.KeptTiles;
import org.coordinationledger.tlog.Proofs;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.TiledTree;
import org.coordinationledger.tlog.TilePath;

/** Reads a bundle and its tile, and tells which of both is wrong where they differ. */
final class BundleCheck {

    private final LogSource source;
    private final Checkpoint checkpoint;

    /** All bundles lead to the root by the same few tiles above them. */
    private final KeptTiles tiles;

    BundleCheck(LogSource source, Checkpoint checkpoint) {
        this.source = source;
        this.checkpoint = checkpoint;
        this.tiles = new KeptTiles(source::hashes);
    }

    /** @throws FaultException with the first position at which entries and tile differ */
    ScannedBundle read(TilePath.Entries bundle) {
        byte[] bytes = source.entries(bundle);
        byte[] tile = source.hashes(tile(bundle));
        return read(bundle, bytes, tile);
    }

    /** The same with bytes that were read already. */
    ScannedBundle read(TilePath.Entries bundle, byte[] bytes, byte[] tile) {
        ScannedBundle scanned;
        try {
            scanned = ScannedBundle.of(bundle, bytes);
        } catch (FaultException e) {
            int differs = ScannedBundle.wholeEntryThatDiffers(bytes, tile);
            throw differs < 0
                    ? e
                    : new FaultException(Fault.ENTRY_CHANGED, bundle.index() * TilePath.FULL + differs);
        }
        compare(scanned, tile);
        return scanned;
    }

    static TilePath.Hashes tile(TilePath.Entries bundle) {
        return new TilePath.Hashes(0, bundle.index(), bundle.width());
    }

    private void compare(ScannedBundle scanned, byte[] tile) {
        int differs = scanned.differsFrom(tile);
        if (differs >= 0) {
            long position = scanned.first() + differs;
            throw leadsToTheRoot(tile, scanned.first(), differs)
                    ? new FaultException(Fault.ENTRY_CHANGED, position)
                    : new FaultException(Fault.TILE_CHANGED, position, tile(scanned.bundle()).path());
        }
    }

    /** Whether a hash of a tile, with all others of it beside it, leads to the signed root. */
    boolean leadsToTheRoot(byte[] tile, long first, int place) {
        try {
            TiledTree tree = new TiledTree(
                    t -> t.level() == 0 && t.index() == first / TilePath.FULL ? tile : tiles.read(t),
                    checkpoint.size());
            return Proofs.includes(
                    first + place,
                    checkpoint.size(),
                    Hash.at(tile, place * Hash.BYTES),
                    tree.inclusionProof(first + place),
                    checkpoint.root());
        } catch (FaultException | RefusedException e) {
            return false;
        }
    }
}
