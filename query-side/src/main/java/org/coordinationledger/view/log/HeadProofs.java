package org.coordinationledger.view.log;

import java.util.List;
import java.util.Optional;
import org.coordinationledger.evidence.CaseFiles;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.sealing.HeadTrees;
import org.coordinationledger.ledger.sealing.HistoryBrokenException;
import org.coordinationledger.ledger.sealing.PublishedCheckpoint;
import org.coordinationledger.ledger.sealing.RecordedHeads;
import org.coordinationledger.ledger.sealing.RecordedHeadsReads;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RecordHeads.Placed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a record ended by the last tree of record heads whose root a checkpoint covers. */
public final class HeadProofs {

    private static final Logger LOG = LoggerFactory.getLogger(HeadProofs.class);

    private final LedgerReader ledger;
    private final SealedLog log;
    private final RecordedHeadsReads recorded;
    private final HeadTrees trees;

    HeadProofs(LedgerStore ledger, SealedLog log) {
        this.ledger = ledger;
        this.log = log;
        this.recorded = new RecordedHeadsReads(ledger);
        this.trees = new HeadTrees(ledger);
    }

    /**
     * A leaf of the tree of record heads.
     *
     * @param idHash   SHA-256 of the record's id, in hexadecimal
     * @param sequence of the record's last step within the first entries that the tree is of
     * @param position of that step
     * @param index    of the leaf in the tree
     * @param path     hashes from the leaf to the root of the tree, in base64
     */
    public record Leaf(String idHash, long sequence, long position, long index, List<String> path) {

        private static Leaf of(Placed placed) {
            return new Leaf(
                    placed.head().idHash().hex(), placed.head().sequence(), placed.head().position(), placed.index(),
                    base64(placed.proof()));
        }
    }

    /**
     * Where a record ended, or that it had not begun, as of the first {@code size} entries of the ledger.
     *
     * @param position of the entry that holds the root
     * @param entry    that entry's exact text
     * @param path     hashes from that entry to the root of the checkpoint, in base64
     * @param size     the tree is of the heads of the first {@code size} entries
     * @param records  how many leaves the tree has
     * @param root     of the tree, in base64
     * @param head     the record's leaf; null where it had not begun
     * @param before   where it had not begun, the leaf before its place; null at the edge
     * @param after    the same of the leaf after its place
     */
    public record HeadProof(
            long position,
            String entry,
            List<String> path,
            long size,
            long records,
            String root,
            @Nullable Leaf head,
            @Nullable Leaf before,
            @Nullable Leaf after) {}

    /** The root that was recorded last, sealed or not. */
    public Optional<RecordedHeads> last() {
        return recorded.last();
    }

    /**
     * The proof for a record; empty where no root is covered, or its tree is kept no longer, or damaged, or is of entries
     * beyond those that are told of the record.
     *
     * @param knownAt the last position that is told of the record
     */
    Optional<HeadProof> of(String record, PublishedCheckpoint checkpoint, long knownAt) {
        return within(record, checkpoint, knownAt, (heads, tree, entry) -> {
            Optional<RecordHeads.Absence> absence = tree.absence(record);
            return new HeadProof(
                    heads.position(), entry.json(), base64(log.inclusion(heads.position(), checkpoint.size())),
                    heads.size(), heads.records(), heads.root().base64(),
                    tree.presence(record).map(Leaf::of).orElse(null),
                    absence.flatMap(RecordHeads.Absence::before).map(Leaf::of).orElse(null),
                    absence.flatMap(RecordHeads.Absence::after).map(Leaf::of).orElse(null));
        });
    }

    /** The same for the record's case file, which holds no entries of others since the tree. */
    Optional<CaseFiles.Ending> ofCase(String record, PublishedCheckpoint checkpoint, long knownAt) {
        return within(record, checkpoint, knownAt, (heads, tree, entry) -> new CaseFiles.Ending(
                CaseManifest.Heads.of(record, tree, heads.position(), heads.size(), false), entry.bytes()));
    }

    /** What is made of the last recorded root, its tree and the entry that holds it. */
    private interface Proving<T> {

        T of(RecordedHeads heads, RecordHeads tree, Entry entry);
    }

    private <T> Optional<T> within(
            String record, PublishedCheckpoint checkpoint, long knownAt, Proving<T> proving) {
        try {
            return recorded.lastWithin(checkpoint.size())
                    .filter(heads -> heads.size() - 1 <= knownAt)
                    .flatMap(heads -> trees.kept(heads).flatMap(tree -> ledger.entry(heads.position())
                            .map(entry -> proving.of(heads, tree, entry))));
        } catch (HistoryBrokenException e) {
            LOG.warn("where record {} ended cannot be proved: {}", record, e.getMessage());
            return Optional.empty();
        }
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
