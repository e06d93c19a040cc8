package org.coordinationledger.auditor;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.evidence.TextDigests;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TreeBuilder;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a whole log against its signed checkpoint: every entry, every tile, the order of entries and of each
 * record, the last root of record heads that was recorded, and texts where they are kept.
 */
final class Verification {

    /**
     * What was verified.
     *
     * @param recordHeads the last recorded root of record heads, which was made again and agreed; null if there is none
     * @param texts how many texts agree with their digests
     * @param textsMissing digests for which there is no text
     */
    record Outcome(
            Checkpoint checkpoint,
            String log,
            String recordedAt,
            int records,
            @Nullable SealedHeads recordHeads,
            int texts,
            Set<String> textsMissing) {}

    private final LogSource source;
    private final Opened opened;
    private final boolean withTexts;
    private final Consumer<ScannedBundle> reader;
    private final EntryOrder order = new EntryOrder();
    private final TreeBuilder tree = new TreeBuilder();
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> found = new TreeSet<>();
    private @Nullable SealedHeads lastHeads;

    /**
     * @param withTexts whether texts are verified too; a server may ask for more rights for them
     * @param reader is handed every bundle, in order, before the whole is known to be right
     */
    Verification(LogSource source, Opened opened, boolean withTexts, Consumer<ScannedBundle> reader) {
        this.reader = reader;
        this.source = source;
        this.opened = opened;
        this.withTexts = withTexts;
    }

    /** @throws FaultException with the first position that is wrong, and why */
    Outcome run(LongConsumer progress) {
        Checkpoint checkpoint = opened.checkpoint();
        BundleCheck check = new BundleCheck(source, checkpoint);
        LogScan.of(source).run(0, checkpoint.size(), check::read, scanned -> {
            take(scanned);
            progress.accept(scanned.first() + scanned.width());
        });
        tree.edge().forEach(e -> compare(e.tile(), e.bytes()));
        if (!tree.root().equals(checkpoint.root())) {
            throw new FaultException(Fault.ROOT_DIFFERS, FaultException.NOWHERE, checkpoint.size());
        }
        SealedHeads sealed = lastHeads;
        if (sealed != null) {
            sealed.madeAgain(order.records(), source, checkpoint);
        }
        return new Outcome(
                checkpoint,
                order.log(),
                order.recordedAt(),
                order.records().records(),
                sealed,
                found.size(),
                missing);
    }

    /** The last step of each record, once all was verified. */
    RecordTable records() {
        return order.records();
    }

    private void take(ScannedBundle scanned) {
        for (int i = 0; i < scanned.width(); i++) {
            tree.add(scanned.leafHashes(), i * Hash.BYTES, this::compare);
        }
        order.take(scanned);
        reader.accept(scanned);
        for (int i = 0; i < scanned.width(); i++) {
            String event = scanned.head(i).event();
            long position = scanned.first() + i;
            if (event.equals(SealedHeads.EVENT)) {
                lastHeads = SealedHeads.of(StoredEntry.of(scanned.entry(i), position));
            } else if (withTexts && TextDigests.canBeIn(event)) {
                TextDigests.of(StoredEntry.of(scanned.entry(i), position)).forEach(d -> text(d, position));
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
