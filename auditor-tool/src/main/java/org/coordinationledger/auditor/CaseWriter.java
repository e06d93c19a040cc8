package org.coordinationledger.auditor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.TiledTree;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Puts a record's evidence together from a log that was verified as a whole just before. */
final class CaseWriter {

    private final LogSource source;
    private final Opened opened;
    private final Checkpoint checkpoint;
    private final TiledTree tree;
    private final Map<String, byte[]> files = new TreeMap<>();

    CaseWriter(LogSource source, Opened opened) {
        this.source = source;
        this.opened = opened;
        checkpoint = opened.checkpoint();
        tree = new TiledTree(source::hashes, checkpoint.size());
    }

    /** @param heads the tree whose root is {@code sealed}; null where the log has none */
    Map<String, byte[]> write(
            String record,
            List<StoredEntry> entries,
            @Nullable SealedHeads sealed,
            @Nullable RecordHeads heads,
            List<VerifierKey> logKeys,
            Words words) {
        files.put(CaseFile.CHECKPOINT, opened.note().bytes());
        files.put(CaseFile.KEYS, Trust.text(logKeys));
        Map<String, byte[]> texts = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (StoredEntry entry : entries) {
            files.put(CaseFile.ENTRIES + entry.position() + ".json", entry.bytes());
            files.put(CaseFile.PROOFS + entry.position() + ".tlog-proof", proof(entry.position(), entry.bytes()));
            for (String digest : TextDigests.of(entry)) {
                source.text(digest).ifPresentOrElse(text -> texts.put(digest, text), () -> {
                    if (!missing.contains(digest)) {
                        missing.add(digest);
                    }
                });
            }
        }
        texts.forEach((digest, text) -> files.put(CaseFile.TEXTS + digest, text));
        CaseManifest manifest = new CaseManifest(
                1,
                record,
                entries.stream().map(StoredEntry::position).toList(),
                checkpoint.size(),
                missing.stream().sorted().toList(),
                words.language().getLanguage(),
                "",
                sealed == null || heads == null ? null : heads(record, sealed, heads));
        byte[] page = CasePage.write(words, manifest, entries, texts, opened.note().note());
        files.put(CaseFile.PAGE, page);
        files.put(CaseFile.MANIFEST, manifest.withPage(page).json());
        return files;
    }

    private byte[] proof(long position, byte[] entry) {
        return new LogProof(Optional.of(entry), position, tree.inclusionProof(position), opened.note()).bytes();
    }

    private CaseManifest.Heads heads(String record, SealedHeads sealed, RecordHeads heads) {
        byte[] holder = entry(sealed.position());
        files.put(CaseFile.HEADS_ENTRY, holder);
        files.put(CaseFile.HEADS_PROOF, proof(sealed.position(), holder));
        long from = sealed.size() / TilePath.FULL;
        for (long index = from; index * TilePath.FULL < checkpoint.size(); index++) {
            TilePath.Entries bundle = TilePath.Entries.of(index, checkpoint.size());
            files.put(CaseFile.AFTER + bundle.path(), source.entries(bundle));
        }
        edge(from * TilePath.FULL);
        return CaseManifest.Heads.of(sealed, heads, record);
    }

    /** The hashes from which the tree of the first entries goes on. */
    private void edge(long size) {
        for (int level = 1; level < 8 && size >> (8 * level) > 0; level++) {
            long hashes = size >> (8 * level);
            int width = (int) (hashes % TilePath.FULL);
            if (width > 0) {
                TilePath.Hashes tile = new TilePath.Hashes(level, hashes / TilePath.FULL, width);
                TilePath.Hashes stored = TilePath.Hashes.of(level, tile.index(), checkpoint.size());
                files.put(CaseFile.AFTER + tile.path(), Arrays.copyOf(source.hashes(stored), tile.bytes()));
            }
        }
    }

    private byte[] entry(long position) {
        TilePath.Entries bundle = TilePath.Entries.of(position / TilePath.FULL, checkpoint.size());
        return ScannedBundle.of(bundle, source.entries(bundle)).entry((int) (position % TilePath.FULL));
    }
}
