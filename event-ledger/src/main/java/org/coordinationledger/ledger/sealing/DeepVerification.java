package org.coordinationledger.ledger.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coordinationledger.ledger.LedgerFault;
import org.coordinationledger.ledger.LedgerFault.Kind;
import org.coordinationledger.ledger.LedgerScan;
import org.coordinationledger.ledger.LedgerStore;
import org.coordinationledger.ledger.StoredEntry;
import org.coordinationledger.ledger.sealing.StoredTiles.FullTile;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.Proofs;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TreeBuilder;
import org.coordinationledger.tlog.TreeHasher;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Goes through everything that is sealed once: entries and what indexes hold of them, the tiles, the root of record heads
 * that was recorded last, then the checkpoints from the newest back. It does so in steps, so that whoever runs it decides
 * how fast. Used by one thread.
 *
 * <p>It compares what lies in the database with itself and with the log's keys. What somebody who can sign has rewritten
 * throughout is found by witnesses and by those who keep checkpoints elsewhere.
 */
public final class DeepVerification {

    /** Checkpoints that are looked at, the newest first. */
    public static final int MOST_CHECKPOINTS = 100_000;

    private static final int CHECKPOINTS_PER_STEP = 100;

    private final LedgerScan scan;
    private final StoredTiles tiles;
    private final StoredCheckpoints checkpoints;
    private final SealedLog log;
    private final @Nullable RecordedHeads heads;
    private final HeadTrees headTrees;
    private final @Nullable TrustPolicy policy;
    private final @Nullable TrustPolicy ofOlder;
    private final TreeHasher hasher = new TreeHasher();
    private final TreeBuilder tree = new TreeBuilder();
    private final byte[] leaf = new byte[Hash.BYTES];
    private final long size;
    private Optional<LedgerFault> fault = Optional.empty();
    private long nextCheckpoint;
    private int seenCheckpoints;

    /** The smallest checkpoint so far that was signed over other entries than are there; 0 if there is none. */
    private long otherEntries;
    private long before = -1;

    /** Of what is sealed now. */
    public DeepVerification(LedgerStore ledger) {
        this.scan = ledger.scan();
        this.tiles = new StoredTiles(ledger.beside(StoredTiles.COLLECTION));
        this.checkpoints = new StoredCheckpoints(ledger.beside(StoredCheckpoints.COLLECTION));
        this.log = new SealedLog(ledger);
        this.size = log.size();
        this.nextCheckpoint = size;
        this.heads = lastHeads(ledger, size);
        this.headTrees = new HeadTrees(ledger);
        this.policy = policy(log.verifierKeys());
        this.ofOlder = policy(checkpoints.everKeys());
    }

    private static @Nullable TrustPolicy policy(List<String> keys) {
        return keys.isEmpty() ? null : new TrustPolicy(keys.stream().map(VerifierKey::parse).toList(), List.of(), 0);
    }

    /** What cannot be read here is told when its place comes. */
    private static @Nullable RecordedHeads lastHeads(LedgerStore ledger, long size) {
        try {
            return new RecordedHeadsReads(ledger).lastWithin(size).orElse(null);
        } catch (HistoryBrokenException | IllegalStateException e) {
            return null;
        }
    }

    /** Entries that are to be verified. */
    public long size() {
        return size;
    }

    /** Entries that were verified, with the tiles over them. */
    public long verified() {
        return tree.size();
    }

    /** Checkpoints that were verified. */
    public int checkpoints() {
        return seenCheckpoints;
    }

    /** What is wrong first; empty if nothing was found so far. */
    public Optional<LedgerFault> fault() {
        return fault;
    }

    /**
     * Goes on for a while.
     *
     * @param entries about how many to read, if there are entries left
     * @return whether there is more to do
     */
    public boolean step(int entries) {
        try {
            if (tree.size() < size) {
                fault = scan.read(entries, size, this::add).or(() -> fault);
                if (fault.isEmpty() && scan.next() < size && scan.next() == before) {
                    fault = Optional.of(new LedgerFault(scan.next(), Kind.ORDER, "the ledger ends here, though more was sealed"));
                }
                before = scan.next();
                return fault.isEmpty() && (tree.size() < size || nextCheckpoint > 0);
            }
            return checkpointsBack();
        } catch (HistoryBrokenException e) {
            fault = Optional.of(new LedgerFault(
                    tree.size(), tree.size() < size ? Kind.HEADS : Kind.CHECKPOINT, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private void add(StoredEntry entry) {
        if (tree.size() >= size || fault.isPresent()) {
            return;
        }
        if (entry.streamId().equals(RecordedHeads.STREAM_ID)) {
            RecordedHeads.of(entry.parsed());
        }
        byte[] bytes = entry.json().getBytes(StandardCharsets.UTF_8);
        hasher.leaf(bytes, 0, bytes.length, leaf, 0);
        tree.add(leaf, 0, this::compare);
        compareHeads();
    }

    /** Makes the tree of record heads again where the entries that it is of end. */
    private void compareHeads() {
        if (heads == null || tree.size() != heads.size() || fault.isPresent()) {
            return;
        }
        RecordHeads again = scan.heads().heads();
        if (again.size() != heads.records() || !again.root().equals(heads.root())) {
            fault = Optional.of(new LedgerFault(heads.position(), Kind.HEADS, "the root of record heads there is not that of the"
                    + " first " + heads.size() + " entries"));
        } else if (!headTrees.intact(heads).orElse(true)) {
            fault = Optional.of(new LedgerFault(heads.position(), Kind.HEADS, "the tree of record heads that is kept to prove from"
                    + " does not lead to the root there"));
        }
    }

    private void compare(TilePath.Hashes tile, byte[] hashes) {
        FullTile stored = tiles.find(tile.level(), tile.index()).orElse(null);
        long width = (long) TilePath.FULL << 8 * tile.level();
        long first = tile.index() * width;
        String reason = null;
        if (stored == null) {
            reason = "is missing";
        } else if (!Arrays.equals(stored.hashes(), hashes)) {
            reason = "does not follow from the entries";
        } else if (!Arrays.equals(stored.root(), new TreeHasher().tileRoot(hashes).bytes())) {
            reason = "has another root than its hashes";
        }
        if (reason != null && fault.isEmpty()) {
            fault = Optional.of(changedEntry(tile, stored, hashes).orElse(new LedgerFault(first, Kind.TILE,
                    tile.path() + " over the entries from here to " + (first + width - 1) + " " + reason)));
        }
    }

    /** The first entry that differs from the hash in its tile, if this hash is one that was sealed. */
    private Optional<LedgerFault> changedEntry(TilePath.Hashes tile, @Nullable FullTile stored, byte[] hashes) {
        int differs = stored == null ? -1 : Arrays.mismatch(stored.hashes(), hashes);
        if (tile.level() > 0 || stored == null || differs < 0 || stored.hashes().length != hashes.length) {
            return Optional.empty();
        }
        int place = differs / Hash.BYTES;
        long position = tile.index() * TilePath.FULL + place;
        return sealed(position, Hash.at(stored.hashes(), place * Hash.BYTES))
                ? Optional.of(new LedgerFault(position, Kind.ENTRY, "the entry is not the one that was sealed"))
                : Optional.empty();
    }

    /** Whether the newest checkpoint was signed over this leaf. */
    private boolean sealed(long position, Hash there) {
        try {
            PublishedCheckpoint newest = checkpoints.ofSize(size).orElse(null);
            return newest != null && policy != null && Proofs.includes(
                    position, size, there, log.inclusion(position, size),
                    policy.open(SignedNote.parse(newest.note())).checkpoint().root());
        } catch (RefusedException | HistoryBrokenException e) {
            return false;
        }
    }

    private boolean checkpointsBack() {
        for (int i = 0; i < CHECKPOINTS_PER_STEP && nextCheckpoint > 0; i++) {
            PublishedCheckpoint published = checkpoints.ofSize(nextCheckpoint).orElse(null);
            if (published == null) {
                return broken(nextCheckpoint, "the checkpoint of " + nextCheckpoint + " entries is missing");
            }
            try {
                Checkpoint signed = Objects.requireNonNull(
                                nextCheckpoint == size ? policy : ofOlder, "keys are published with the first checkpoint")
                        .open(SignedNote.parse(published.note()))
                        .checkpoint();
                if (signed.size() != nextCheckpoint) {
                    return broken(nextCheckpoint, "the checkpoint of " + nextCheckpoint + " entries says that it is of "
                            + signed.size());
                }
                if (!signed.root().equals(signed.size() == size ? tree.root() : log.root(signed.size()))) {
                    otherEntries = signed.size();
                } else if (otherEntries > 0) {
                    return others(signed.size());
                }
            } catch (RefusedException e) {
                return broken(nextCheckpoint, "the checkpoint of " + nextCheckpoint + " entries is not signed as it must be: "
                        + e.getMessage());
            }
            seenCheckpoints++;
            nextCheckpoint = seenCheckpoints < MOST_CHECKPOINTS ? Math.max(0, published.previous()) : 0;
        }
        return nextCheckpoint > 0 || otherEntries > 0 && others(0);
    }

    /** Tells where entries are not those that were signed: the checkpoints before are right. */
    private boolean others(long from) {
        fault = Optional.of(new LedgerFault(from, Kind.ENTRY, "of the entries from here to " + (otherEntries - 1)
                + " at least one is not the one that was sealed: the checkpoint of " + otherEntries
                + " entries was signed over other entries than are there"));
        return false;
    }

    private boolean broken(long checkpoint, String reason) {
        if (otherEntries > 0) {
            return others(0);
        }
        fault = Optional.of(new LedgerFault(checkpoint - 1, Kind.CHECKPOINT, reason));
        return false;
    }
}
