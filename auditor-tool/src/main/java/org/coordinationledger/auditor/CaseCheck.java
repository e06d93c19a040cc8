package org.coordinationledger.auditor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coordinationledger.evidence.CaseFile;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.evidence.CasePage;
import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.evidence.EvidenceWords;
import org.coordinationledger.evidence.OrganisationNames;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.tlog.Checkpoint;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.TilePath;
import org.coordinationledger.tlog.TreeBuilder;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.vocabulary.TextDigest;

/** Checks a case file offline: nothing in it is taken on trust but the log's key, which should come from elsewhere. */
final class CaseCheck {

    /**
     * What a case file proves.
     *
     * @param names of organisations, each from entries that are proved too
     * @param ours the page as this version writes it for these entries
     * @param pageIsOurs whether the page in the file is word for word the same
     */
    record Outcome(
            Opened opened,
            CaseManifest manifest,
            List<StoredEntry> entries,
            OrganisationNames names,
            byte[] ours,
            boolean pageIsOurs) {}

    private final Map<String, byte[]> files;
    private final TrustPolicy policy;
    private final Set<String> used = new TreeSet<>();

    CaseCheck(Map<String, byte[]> files, TrustPolicy policy) {
        this.files = files;
        this.policy = policy;
    }

    /** @throws FaultException with the file or position that does not hold, and why */
    Outcome run() {
        Opened opened = Trust.open(policy, file(CaseFile.CHECKPOINT), CaseFile.CHECKPOINT);
        file(CaseFile.KEYS);
        CaseManifest manifest = CaseManifest.read(file(CaseFile.MANIFEST));
        if (!manifest.known() || manifest.size() != opened.checkpoint().size()) {
            throw changed(CaseFile.MANIFEST);
        }
        List<StoredEntry> entries = entries(manifest.record(), manifest.positions(), opened);
        OrganisationNames names = names(manifest, opened);
        Map<String, byte[]> texts = texts(manifest, entries);
        completeness(manifest, entries, opened);
        byte[] page = file(CaseFile.PAGE);
        if (!Hash.sha256(page).hex().equals(manifest.page())) {
            throw changed(CaseFile.PAGE);
        }
        byte[] ours = CasePage.write(
                EvidenceWords.in(manifest.language()), manifest, entries, names, texts, opened.note().note());
        for (String name : files.keySet()) {
            if (!used.contains(name)) {
                throw changed(name);
            }
        }
        return new Outcome(opened, manifest, entries, names, ours, Arrays.equals(page, ours));
    }

    private byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new FaultException(Fault.FILE_MISSING, FaultException.NOWHERE, name);
        }
        used.add(name);
        return bytes;
    }

    private static FaultException changed(String name) {
        return new FaultException(Fault.CASE_CHANGED, FaultException.NOWHERE, name);
    }

    private OrganisationNames names(CaseManifest manifest, Opened opened) {
        Map<String, List<StoredEntry>> organisations = new TreeMap<>();
        manifest.organisations().forEach((id, positions) -> {
            List<StoredEntry> entries = entries(id, positions, opened);
            for (StoredEntry entry : entries) {
                if (!entry.head().type().equals(OrganisationNames.TYPE)) {
                    throw changed(CaseFile.MANIFEST);
                }
            }
            organisations.put(id, entries);
        });
        return new OrganisationNames(organisations);
    }

    /** The entries of a stream, each proved, none missing before the last of them. */
    private List<StoredEntry> entries(String record, List<Long> positions, Opened opened) {
        List<StoredEntry> entries = new ArrayList<>();
        long prev = -1;
        for (long position : positions) {
            byte[] bytes = file(CaseFile.entry(position));
            proved(CaseFile.proof(position), position, bytes, opened);
            StoredEntry entry = StoredEntry.of(bytes, position);
            EntryHead head = entry.head();
            if (head.position() != position || !head.record().equals(record)) {
                throw new FaultException(Fault.NOT_ITS_POSITION, position, head.position());
            }
            if (head.sequence() != entries.size()) {
                throw new FaultException(
                        Fault.SEQUENCE_BROKEN, position, head.record(), head.sequence(), entries.size());
            }
            if (head.prev() != prev) {
                throw new FaultException(Fault.PREVIOUS_WRONG, position, head.record());
            }
            prev = position;
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw changed(CaseFile.MANIFEST);
        }
        return entries;
    }

    private void proved(String name, long position, byte[] entry, Opened opened) {
        try {
            LogProof proof = LogProof.parse(file(name));
            boolean same = proof.index() == position
                    && proof.checkpoint().equals(opened.note())
                    && proof.extra().filter(e -> Arrays.equals(e, entry)).isPresent();
            if (!same) {
                throw changed(name);
            }
            proof.verify(Hash.ofLeaf(entry), policy);
        } catch (RefusedException e) {
            throw FaultException.of(Fault.PROOF_REFUSED, position, e, name);
        }
    }

    private Map<String, byte[]> texts(CaseManifest manifest, List<StoredEntry> entries) {
        Map<String, byte[]> texts = new TreeMap<>();
        Set<String> missing = new TreeSet<>();
        for (StoredEntry entry : entries) {
            for (String digest : entry.texts()) {
                if (!files.containsKey(CaseFile.TEXTS + digest)) {
                    missing.add(digest);
                    continue;
                }
                byte[] text = file(CaseFile.TEXTS + digest);
                if (!TextDigest.of(text).value().equals(digest)) {
                    throw new FaultException(Fault.TEXT_CHANGED, entry.position(), digest);
                }
                texts.put(digest, text);
            }
        }
        if (!List.copyOf(missing).equals(manifest.textsMissing())) {
            throw changed(CaseFile.MANIFEST);
        }
        return texts;
    }

    /** Up to the tree of record heads its proof tells; from there every entry is looked at, where the file has them. */
    private void completeness(CaseManifest manifest, List<StoredEntry> entries, Opened opened) {
        CaseManifest.Heads heads = manifest.heads();
        if (heads == null) {
            return;
        }
        byte[] holder = file(CaseFile.HEADS_ENTRY);
        proved(CaseFile.HEADS_PROOF, heads.position(), holder, opened);
        SealedHeads sealed = SealedHeads.of(StoredEntry.of(holder, heads.position()));
        if (heads.size() != sealed.size()) {
            throw changed(CaseFile.MANIFEST);
        }
        if (!CaseHeads.agree(heads, manifest.record(), sealed, entries)) {
            throw new FaultException(Fault.CASE_INCOMPLETE, FaultException.NOWHERE, sealed.size());
        }
        if (!heads.followed()) {
            return;
        }
        List<Long> after = after(manifest.record(), sealed.size(), opened.checkpoint());
        List<Long> told = entries.stream().map(StoredEntry::position).filter(p -> p >= sealed.size()).toList();
        if (!after.equals(told)) {
            throw new FaultException(Fault.CASE_INCOMPLETE, FaultException.NOWHERE, sealed.size());
        }
    }

    private List<Long> after(String record, long size, Checkpoint checkpoint) {
        long from = size / TilePath.FULL * TilePath.FULL;
        TreeBuilder tree = TreeBuilder.resume(from, tile -> file(CaseFile.AFTER + tile.path()));
        List<Long> positions = new ArrayList<>();
        for (long index = from / TilePath.FULL; index * TilePath.FULL < checkpoint.size(); index++) {
            TilePath.Entries bundle = TilePath.Entries.of(index, checkpoint.size());
            ScannedBundle scanned = ScannedBundle.of(bundle, file(CaseFile.AFTER + bundle.path()));
            for (int i = 0; i < scanned.width(); i++) {
                tree.add(scanned.leafHashes(), i * Hash.BYTES, (tile, bytes) -> {});
                if (scanned.first() + i >= size && scanned.head(i).record().equals(record)) {
                    positions.add(scanned.first() + i);
                }
            }
        }
        if (!tree.root().equals(checkpoint.root())) {
            throw new FaultException(Fault.ROOT_DIFFERS, FaultException.NOWHERE, checkpoint.size());
        }
        return positions;
    }
}
