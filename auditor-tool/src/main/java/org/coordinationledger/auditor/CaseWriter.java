package org.coordinationledger.auditor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.evidence.CaseFile;
import org.coordinationledger.evidence.CaseFiles;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.evidence.EvidenceWords;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.RecordHeads;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TiledTree;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Puts a record's evidence together from a log that was verified as a whole just before. */
final class CaseWriter {

    private final LogSource source;
    private final Checkpoint checkpoint;
    private final CaseFiles writer;
    private final Map<String, byte[]> files = new TreeMap<>();

    CaseWriter(LogSource source, Opened opened) {
        this.source = source;
        checkpoint = opened.checkpoint();
        TiledTree tree = new TiledTree(source::hashes, checkpoint.size());
        writer = new CaseFiles(opened.note(), tree::inclusionProof, source::text);
    }

    /**
     * @param organisations all entries of those that are named beside the record, by their ids
     * @param records the last step of each record, for the tree of record heads
     */
    Map<String, byte[]> write(
            String record,
            List<StoredEntry> entries,
            Map<String, List<StoredEntry>> organisations,
            @Nullable SealedHeads sealed,
            RecordTable records,
            List<VerifierKey> logKeys,
            EvidenceWords words) {
        CaseManifest.Heads heads = sealed == null ? null : heads(record, sealed, records);
        files.putAll(writer.of(record, entries, organisations, heads, logKeys, words));
        return files;
    }

    private CaseManifest.Heads heads(String record, SealedHeads sealed, RecordTable records) {
        byte[] holder = entry(sealed.position());
        files.put(CaseFile.HEADS_ENTRY, holder);
        files.put(CaseFile.HEADS_PROOF, writer.proof(sealed.position(), holder));
        long from = sealed.size() / TilePath.FULL;
        for (long index = from; index * TilePath.FULL < checkpoint.size(); index++) {
            TilePath.Entries bundle = TilePath.Entries.of(index, checkpoint.size());
            files.put(CaseFile.AFTER + bundle.path(), source.entries(bundle));
        }
        edge(from * TilePath.FULL);
        RecordHeads heads = sealed.madeAgain(records, source, checkpoint);
        return heads.presence(record)
                .map(placed -> new CaseManifest.Heads(sealed.position(), CaseManifest.Leaf.of(placed), null, null))
                .orElseGet(() -> {
                    RecordHeads.Absence absence = heads.absence(record).orElseThrow();
                    return new CaseManifest.Heads(
                            sealed.position(),
                            null,
                            absence.before().map(CaseManifest.Leaf::of).orElse(null),
                            absence.after().map(CaseManifest.Leaf::of).orElse(null));
                });
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
