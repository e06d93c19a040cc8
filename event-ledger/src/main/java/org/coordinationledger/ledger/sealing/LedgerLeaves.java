package org.coordinationledger.ledger.sealing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.StoredEntry;
import org.coordinationledger.ledger.sealing.StoredTiles.FullTile;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TreeBuilder;
import org.coordinationledger.tlog.TreeHasher;

/** The tree over the entries of a ledger, as far as tiles are stored and beyond. */
final class LedgerLeaves {

    /** Entries read at once: of the largest size, 32 MiB. */
    private static final int PAGE = 2 * TilePath.FULL;

    private final LedgerReader ledger;
    private final StoredTiles tiles;

    LedgerLeaves(LedgerReader ledger, StoredTiles tiles) {
        this.ledger = ledger;
        this.tiles = tiles;
    }

    /**
     * The tree over the first entries, to grow from: its leaves come from the entries themselves, the rest from tiles.
     *
     * @throws HistoryBrokenException if the ledger has fewer entries or a tile is missing
     */
    TreeBuilder tree(long size) {
        return TreeBuilder.resume(size, this::computed);
    }

    /** The hashes of a tile from what lies below it: the entries, or the roots of full tiles. */
    byte[] computed(TilePath.Hashes tile) {
        long first = tile.index() * TilePath.FULL;
        return tile.level() == 0
                ? leaves(first, tile.width())
                : tiles.roots(tile.level() - 1, first, tile.width());
    }

    private byte[] leaves(long first, int count) {
        byte[] leaves = new byte[count * Hash.BYTES];
        TreeHasher hasher = new TreeHasher();
        forEach(first, first + count, entry -> {
            byte[] bytes = entry.json().getBytes(StandardCharsets.UTF_8);
            hasher.leaf(bytes, 0, bytes.length, leaves, (int) (entry.position() - first) * Hash.BYTES);
        });
        return leaves;
    }

    /** Adds entries up to a size, and stores the tiles that they finish. */
    void integrate(TreeBuilder tree, long size) {
        TreeHasher hasher = new TreeHasher();
        List<FullTile> finished = new ArrayList<>();
        byte[] leaf = new byte[Hash.BYTES];
        while (tree.size() < size) {
            forEach(tree.size(), Math.min(size, tree.size() + PAGE), entry -> {
                byte[] bytes = entry.json().getBytes(StandardCharsets.UTF_8);
                hasher.leaf(bytes, 0, bytes.length, leaf, 0);
                tree.add(leaf, 0, (tile, hashes) -> finished.add(
                        new FullTile(tile.level(), tile.index(), hashes, new TreeHasher().tileRoot(hashes).bytes())));
            });
            tiles.insert(finished);
            finished.clear();
        }
    }

    /** Hands over consecutive entries in order. */
    void forEach(long first, long end, Consumer<StoredEntry> consumer) {
        long next = first;
        while (next < end) {
            List<StoredEntry> page = ledger.storedFrom(next, (int) Math.min(PAGE, end - next));
            if (page.isEmpty()) {
                throw HistoryBrokenException.contradiction("the ledger ends before position " + next);
            }
            for (StoredEntry entry : page) {
                if (entry.position() != next) {
                    throw HistoryBrokenException.contradiction("the entry at position " + next
                            + " is missing: the next one there is at " + entry.position());
                }
                consumer.accept(entry);
                next++;
            }
        }
    }
}
