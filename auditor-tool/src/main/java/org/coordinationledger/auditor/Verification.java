package org.coordinationledger.auditor;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.coordinationledger.catalogue.NamedTexts;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TreeBuilder;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a whole log against its signed checkpoint: every entry, every tile, the order of entries and of each
 * record, the roots of record heads that were recorded, and texts where they are kept.
 */
final class Verification {

    /**
     * What was verified.
     *
     * @param recordHeads the last recorded root of record heads, which was made again and agreed; null if there is none
     * @param headsMadeAgain how many recorded roots were made again, each of which agreed
     * @param texts how many texts agree with their digests
     * @param textsMissing digests for which there is no text
     */
    record Outcome(
            Checkpoint checkpoint,
            String log,
            String recordedAt,
            int records,
            @Nullable SealedHeads recordHeads,
            int headsMadeAgain,
            int texts,
            Set<String> textsMissing) {}

    /** Which of the recorded roots of record heads are made again. Each costs a pass through all heads of then. */
    enum Heads {
        EVERY,
        LAST
    }

    /** Bundles at hand for making a tree of heads again, whose root is mostly recorded just after its last entry. */
    private static final int BUNDLES_KEPT = 4;

    private final LogSource source;
    private final Opened opened;
    private final Heads heads;
    private final BundleCheck check;
    private final Deque<ScannedBundle> kept = new ArrayDeque<>();
    private final boolean withTexts;
    private final Consumer<ScannedBundle> reader;
    private final EntryOrder order = new EntryOrder();
    private final TreeBuilder tree = new TreeBuilder();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> found = new TreeSet<>();
    private @Nullable SealedHeads lastHeads;
    private @Nullable RecordHeads lastTree;
    private int madeAgain;

    /**
     * @param withTexts whether texts are verified too; a server may ask for more rights for them
     * @param reader is handed every bundle, in order, before the whole is known to be right
     */
    Verification(
            LogSource source, Opened opened, boolean withTexts, Heads heads, Consumer<ScannedBundle> reader) {
        this.heads = heads;
        this.check = new BundleCheck(source, opened.checkpoint());
        this.reader = reader;
        this.source = source;
        this.opened = opened;
        this.withTexts = withTexts;
    }

    /** @throws FaultException with the first position that is wrong, and why */
    Outcome run(LongConsumer progress) {
        Checkpoint checkpoint = opened.checkpoint();
        LogScan.of(source).run(0, checkpoint.size(), check::read, scanned -> {
            take(scanned);
            progress.accept(scanned.first() + scanned.width());
        });
        tree.edge().forEach(e -> compare(e.tile(), e.bytes()));
        if (!tree.root().equals(checkpoint.root())) {
            throw new FaultException(Fault.ROOT_DIFFERS, FaultException.NOWHERE, checkpoint.size());
        }
        SealedHeads sealed = lastHeads;
        if (sealed != null && heads == Heads.LAST) {
            lastTree = madeAgain(sealed, checkpoint.size());
        }
        return new Outcome(
                checkpoint,
                order.log(),
                order.recordedAt(),
                order.records().records(),
                sealed,
                madeAgain,
                found.size(),
                missing);
    }

    /** The tree of the last recorded root of record heads, where that was the only one made again; else null. */
    @Nullable RecordHeads lastTree() {
        return lastTree;
    }

    private RecordHeads madeAgain(SealedHeads sealed, long until) {
        RecordHeads tree = sealed.madeAgain(order.records(), until, this::bundle);
        madeAgain++;
        return tree;
    }

    private ScannedBundle bundle(TilePath.Entries wanted) {
        return kept.stream()
                .filter(at -> at.bundle().equals(wanted))
                .findFirst()
                .orElseGet(() -> check.read(wanted));
    }

    private void take(ScannedBundle scanned) {
        for (int i = 0; i < scanned.width(); i++) {
            tree.add(scanned.leafHashes(), i * Hash.BYTES, this::compare);
        }
        order.take(scanned);
        if (kept.size() == BUNDLES_KEPT) {
            kept.removeFirst();
        }
        kept.addLast(scanned);
        reader.accept(scanned);
        for (int i = 0; i < scanned.width(); i++) {
            String event = scanned.head(i).event();
            long position = scanned.first() + i;
            if (event.equals(SealedHeads.EVENT)) {
                SealedHeads sealed = SealedHeads.of(StoredEntry.of(scanned.entry(i), position));
                lastHeads = sealed;
                if (heads == Heads.EVERY) {
                    madeAgain(sealed, scanned.first() + scanned.width());
                }
            } else if (withTexts && NamedTexts.canBeIn(event)) {
                StoredEntry.of(scanned.entry(i), position).texts().forEach(d -> text(d, position));
            }
        }
    }

    /** Tiles of leaf hashes were compared when their bundle was read. */
    private void compare(TilePath.Hashes tile, byte[] computed) {
        if (tile.level() > 0) {
            byte[] stored = source.hashes(tile);
            int differs = Arrays.mismatch(stored, computed);
            if (differs >= 0) {
                long below = (tile.index() * TilePath.FULL + differs / Hash.BYTES) << (8 * tile.level());
                throw new FaultException(Fault.TILE_CHANGED, below, tile.path());
            }
        }
    }

    private void text(String digest, long position) {
        if (found.contains(digest) || missing.contains(digest)) {
            return;
        }
        source.text(digest).ifPresentOrElse(
                text -> {
                    if (!TextDigest.of(text).value().equals(digest)) {
                        throw new FaultException(Fault.TEXT_CHANGED, position, digest);
                    }
                    found.add(digest);
                },
                () -> missing.add(digest));
    }
}
