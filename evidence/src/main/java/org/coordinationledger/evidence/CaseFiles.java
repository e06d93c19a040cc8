package org.coordinationledger.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Puts a record's evidence together, from entries of a log and a checkpoint that covers them. */
public final class CaseFiles {

    private final SignedNote checkpoint;
    private final LongFunction<List<Hash>> inclusion;
    private final Function<String, Optional<byte[]>> texts;

    /**
     * @param checkpoint the signed checkpoint, with whatever cosignatures there are
     * @param inclusion the hashes from an entry to the checkpoint's root, by the entry's position
     * @param texts stored texts by their digest
     */
    public CaseFiles(
            SignedNote checkpoint, LongFunction<List<Hash>> inclusion, Function<String, Optional<byte[]>> texts) {
        this.checkpoint = checkpoint;
        this.inclusion = inclusion;
        this.texts = texts;
    }

    /**
     * Where a record ended.
     *
     * @param heads its place in a tree of record heads
     * @param entry the bytes of the entry that holds the tree's root
     */
    public record Ending(CaseManifest.Heads heads, byte[] entry) {}

    /**
     * All files of the case file by their names; whoever says that the ending is followed adds the entries after it.
     *
     * @param entries all entries of the record, in order
     * @param organisations all entries of organisations that are named beside the record, by their ids
     * @param ending where the record ended, or null if that is not proved
     * @param logKeys the log's keys
     */
    public SortedMap<String, byte[]> of(
            String record,
            List<StoredEntry> entries,
            Map<String, List<StoredEntry>> organisations,
            @Nullable Ending ending,
            List<VerifierKey> logKeys,
            EvidenceWords words) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(CaseFile.CHECKPOINT, checkpoint.bytes());
        StringBuilder keys = new StringBuilder();
        logKeys.forEach(key -> keys.append(key.text()).append('\n'));
        files.put(CaseFile.KEYS, keys.toString().getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> found = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (StoredEntry entry : entries) {
            put(files, entry);
            for (String digest : entry.texts()) {
                texts.apply(digest).ifPresentOrElse(text -> found.put(digest, text), () -> {
                    if (!missing.contains(digest)) {
                        missing.add(digest);
                    }
                });
            }
        }
        found.forEach((digest, text) -> files.put(CaseFile.TEXTS + digest, text));
        SortedMap<String, List<Long>> named = new TreeMap<>();
        organisations.forEach((id, stream) -> {
            stream.forEach(entry -> put(files, entry));
            named.put(id, positions(stream));
        });
        if (ending != null) {
            files.put(CaseFile.HEADS_ENTRY, ending.entry());
            files.put(CaseFile.HEADS_PROOF, proof(ending.heads().position(), ending.entry()));
        }
        CaseManifest manifest = new CaseManifest(
                CaseManifest.FORMAT,
                record,
                positions(entries),
                named,
                Checkpoint.parse(checkpoint.text()).size(),
                missing.stream().sorted().toList(),
                words.language().getLanguage(),
                "",
                ending == null ? null : ending.heads());
        byte[] page = CasePage.write(
                words, manifest, entries, new OrganisationNames(organisations), found, checkpoint.note());
        files.put(CaseFile.PAGE, page);
        files.put(CaseFile.MANIFEST, manifest.withPage(page).json());
        return files;
    }

    private void put(Map<String, byte[]> files, StoredEntry entry) {
        files.put(CaseFile.entry(entry.position()), entry.bytes());
        files.put(CaseFile.proof(entry.position()), proof(entry.position(), entry.bytes()));
    }

    private static List<Long> positions(List<StoredEntry> entries) {
        return entries.stream().map(StoredEntry::position).toList();
    }

    /** The proof of an entry, with its bytes. */
    private byte[] proof(long position, byte[] entry) {
        return new LogProof(Optional.of(entry), position, inclusion.apply(position), checkpoint).bytes();
    }
}
