package org.coordinationledger.ledger.sealing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.StoredHeads.KeptTree;
import org.coordinationledger.ledger.sealing.StoredHeads.Shelving;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RecordHeads.Head;
import org.coordinationledger.tlog.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes trees of the last steps of all records, and keeps the newest few to prove from. A tree goes on from the one whose
 * root was recorded last, if that one still leads to this root; otherwise it is made from the first entry on. Only the
 * entries since are read, only shelves on which something changed are written anew, and the root is computed in one pass
 * through all leaves, since one more leaf moves all behind it.
 *
 * <p>In memory it holds the heads of {@value #ENTRIES_AT_ONCE} entries, {@value StoredHeads#SHELVES_AT_ONCE} shelves, and 32
 * bytes for 256 records. Any number of processes may make trees at once; one that is slower than another,
 * which recorded its root and forgot old trees meanwhile, may find its shelves gone, and fails.
 */
public final class HeadTrees {

    private static final Logger log = LoggerFactory.getLogger(HeadTrees.class);

    /** Entries whose heads are in memory at a time. */
    static final int ENTRIES_AT_ONCE = 100_000;

    /** The trees that are kept: the one that is proved from, one that is being recorded, and one for readers under way. */
    private static final int KEPT = 3;

    private final LedgerLeaves entries;
    private final StoredHeads stored;
    private final int entriesAtOnce;

    public HeadTrees(LedgerStore ledger) {
        this(ledger, ENTRIES_AT_ONCE);
    }

    HeadTrees(LedgerStore ledger, int entriesAtOnce) {
        this.entries = new LedgerLeaves(ledger, new StoredTiles(ledger.beside(StoredTiles.COLLECTION)));
        this.stored = new StoredHeads(ledger);
        this.entriesAtOnce = entriesAtOnce;
    }

    /**
     * The root of a tree that was made.
     *
     * @param size    the heads are those of the first {@code size} entries
     * @param records how many heads there are
     */
    public record Made(long size, long records, Hash root) {}

    /**
     * Makes the tree of the first {@code size} entries and keeps it.
     *
     * @param last the root that was recorded last, of no more entries
     * @throws HistoryBrokenException if the ledger has fewer entries, or one is missing
     */
    public Made make(long size, Optional<RecordedHeads> last) {
        Shelving shelving = last.flatMap(this::trusted).orElseGet(Shelving::empty);
        while (shelving.size() < size) {
            shelving = goneOn(shelving, Math.min(size, shelving.size() + entriesAtOnce));
        }
        RecordHeads tree = RecordHeads.of(new ShelvedLeaves(stored, shelving, StoredHeads.SHELVES_AT_ONCE));
        stored.keep(new KeptTree(shelving, tree.tileRoots()));
        return new Made(size, tree.size(), tree.root());
    }

    /**
     * Makes the tree of a root that was recorded once more, if it is not kept as it was recorded: a ledger that was
     * restored has roots and no trees.
     *
     * @throws HistoryBrokenException if another root comes out
     */
    public void keep(RecordedHeads recorded) {
        if (kept(recorded).isEmpty() && !make(recorded.size(), Optional.empty()).root().equals(recorded.root())) {
            throw HistoryBrokenException.contradiction("the root of record heads at position " + recorded.position()
                    + " is not that of the " + recorded.size() + " entries before it");
        }
    }

    /** Removes trees that nobody proves from any more. */
    public void forgetOld() {
        stored.forgetAllBut(KEPT);
    }

    /** The kept tree of this root, to prove from; empty if it is kept no longer. It is not made again to compare it. */
    public Optional<RecordHeads> kept(RecordedHeads recorded) {
        try {
            return stored.tree(recorded.size())
                    .filter(kept -> kept.shelving().records() == recorded.records())
                    .map(kept -> RecordHeads.kept(new ShelvedLeaves(stored, kept.shelving(), 1), kept.tileRoots()))
                    .filter(tree -> tree.root().equals(recorded.root()));
        } catch (HistoryBrokenException | RefusedException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the kept tree of this root still leads to it, leaf by leaf; empty if it is kept no longer, also where another
     * process forgot it meanwhile.
     */
    Optional<Boolean> intact(RecordedHeads recorded) {
        if (leadingTo(recorded).isPresent()) {
            return Optional.of(true);
        }
        return stored.has(recorded.size()) ? Optional.of(false) : Optional.empty();
    }

    /** Where the kept tree of this root lies; empty if it is not there, is damaged, or does not lead to it. */
    private Optional<Shelving> leadingTo(RecordedHeads recorded) {
        try {
            return stored.tree(recorded.size()).map(KeptTree::shelving).filter(shelving -> leadsTo(recorded, shelving));
        } catch (HistoryBrokenException | RefusedException e) {
            return Optional.empty();
        }
    }

    private boolean leadsTo(RecordedHeads recorded, Shelving shelving) {
        RecordHeads tree = RecordHeads.of(new ShelvedLeaves(stored, shelving, StoredHeads.SHELVES_AT_ONCE));
        return tree.size() == recorded.records() && tree.root().equals(recorded.root());
    }

    private Optional<Shelving> trusted(RecordedHeads last) {
        Optional<Shelving> kept = leadingTo(last);
        if (kept.isEmpty()) {
            log.info("the tree of record heads of {} entries is not there as it was recorded: made from the beginning",
                    last.size());
        }
        return kept;
    }

    private Shelving goneOn(Shelving before, long size) {
        Map<Integer, Map<Hash, Head>> changed = new TreeMap<>();
        entries.forEach(before.size(), size, one -> {
            Entry entry = one.parsed();
            Head head = Head.of(entry.streamId(), entry.sequence(), entry.position());
            changed.computeIfAbsent(ShelvedLeaves.shelfOf(head.idHash()), shelf -> new TreeMap<>())
                    .put(head.idHash(), head);
        });
        long[] versions = before.versions().clone();
        long[] counts = before.counts().clone();
        List<Integer> shelves = new ArrayList<>(changed.keySet());
        for (int from = 0; from < shelves.size(); from += StoredHeads.SHELVES_AT_ONCE) {
            List<Integer> some = shelves.subList(from, Math.min(shelves.size(), from + StoredHeads.SHELVES_AT_ONCE));
            Map<Integer, byte[]> shelved = stored.leaves(before, some);
            Map<Integer, byte[]> written = new HashMap<>();
            for (int shelf : some) {
                byte[] leaves = merged(shelved.getOrDefault(shelf, new byte[0]), Objects.requireNonNull(changed.get(shelf)));
                written.put(shelf, leaves);
                versions[shelf] = size;
                counts[shelf] = leaves.length / RecordHeads.LEAF_BYTES;
            }
            stored.write(size, written);
        }
        return new Shelving(size, versions, counts);
    }

    private static byte[] merged(byte[] shelved, Map<Hash, Head> changed) {
        Map<Hash, Head> all = new TreeMap<>();
        for (int at = 0; at < shelved.length; at += RecordHeads.LEAF_BYTES) {
            Head head = Head.at(shelved, at);
            all.put(head.idHash(), head);
        }
        all.putAll(changed);
        ByteBuffer leaves = ByteBuffer.allocate(all.size() * RecordHeads.LEAF_BYTES);
        all.values().forEach(head -> leaves.put(head.leaf()));
        return leaves.array();
    }
}
