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
     * @param heads the tree whose root is {@code sealed}; null where the log has none
     */
    Map<String, byte[]> write(
            String record,
            List<StoredEntry> entries,
            Map<String, List<StoredEntry>> organisations,
            @Nullable SealedHeads sealed,
            @Nullable RecordHeads heads,
            List<VerifierKey> logKeys,
            EvidenceWords words) {
        CaseFiles.Ending ending = sealed == null || heads == null ? null : ending(record, sealed, heads);
        files.putAll(writer.of(record, entries, organisations, ending, logKeys, words));
        return files;
    }

    private CaseFiles.Ending ending(String record, SealedHeads sealed, RecordHeads heads) {
        long from = sealed.size() / TilePath.FULL;
        for (long index = from; index * TilePath.FULL < checkpoint.size(); index++) {
            TilePath.Entries bundle = TilePath.Entries.of(index, checkpoint.size());
            files.put(CaseFile.AFTER + bundle.path(), source.entries(bundle));
        }
        edge(from * TilePath.FULL);
        return new CaseFiles.Ending(
                CaseManifest.Heads.of(record, heads, sealed.position(), sealed.size(), true), entry(sealed.position()));
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
