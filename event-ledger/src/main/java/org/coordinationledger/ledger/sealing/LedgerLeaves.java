package org.coordinationledger.ledger.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.StoredEntry;
import org.coordinationledger.ledger.sealing.StoredTiles.FullTile;

/** The tree over the entries of a ledger, as far as tiles are stored and beyond. */
final class LedgerLeaves {

    /** Entries read at once: of the largest size, 16 MiB. */
    private static final int PAGE = StoredTiles.WIDTH;

    private final LedgerReader ledger;
    private final StoredTiles tiles;

    LedgerLeaves(LedgerReader ledger, StoredTiles tiles) {
        this.ledger = ledger;
        this.tiles = tiles;
    }

    /**
     * The edge of the tree over the first entries: its leaves from the entries themselves, the rest from stored tiles.
     *
     * @throws HistoryBrokenException if the ledger has fewer entries or a tile is missing
     */
    RightEdge edge(long size) {
        List<List<byte[]>> levels = new ArrayList<>();
        long below = size;
        for (int level = 0; below > 0; level++, below /= StoredTiles.WIDTH) {
            int count = (int) (below % StoredTiles.WIDTH);
            levels.add(level == 0
                    ? leaves(below - count, count)
                    : tiles.roots(level - 1, below - count, count));
        }
        return RightEdge.of(size, levels);
    }

    /** The leaf hashes of consecutive entries. */
    List<byte[]> leaves(long first, int count) {
        List<byte[]> leaves = new ArrayList<>(count);
        forEach(first, first + count, entry -> leaves.add(RightEdge.leaf(entry.json())));
        return leaves;
    }

    /** Adds entries up to a size, and stores the tiles that they finish. */
    void integrate(RightEdge edge, long size) {
        List<FullTile> finished = new ArrayList<>();
        while (edge.size() < size) {
            forEach(edge.size(), Math.min(size, edge.size() + PAGE), entry -> edge.add(entry.json(), finished::add));
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
