package org.coordinationledger.view.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.evidence.CaseFiles;
import org.coordinationledger.evidence.EvidenceWords;
import org.coordinationledger.evidence.OrganisationNames;
import org.coordinationledger.evidence.StoredEntry;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.sealing.PublishedCheckpoint;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.tlog.SignedNote;
import org.coordinationledger.tlog.VerifierKey;
import org.coordinationledger.view.api.ReadRejection;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.api.TextReads;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.vocabulary.TextDigest;

/**
 * Case files for those who may read a record. They prove that the record's entries are in the ledger, unaltered and with no
 * gap up to the last one, and where the record ended by the last tree of record heads. That none was left out since then, a
 * case file made from a mirror can prove, and this one says so.
 */
final class RecordCases {

    /** Most entries of a record whose case file is made here. */
    static final int MOST_ENTRIES = 500;

    /** Most bytes of texts in one. */
    static final int MOST_TEXT_BYTES = 16 << 20;

    /** Most entries of organisations that are named in one; those behind them in the order of their ids stay ids. */
    static final int MOST_NAMING_ENTRIES = 2_000;

    private final EntryProofs proofs;
    private final HeadProofs heads;
    private final SealedLog log;
    private final FeatureView<?> organisations;
    private final ReadPoints points;
    private final RecordReads records;
    private final TextReads texts;

    RecordCases(
            EntryProofs proofs,
            HeadProofs heads,
            SealedLog log,
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            TextReads texts) {
        this.proofs = proofs;
        this.heads = heads;
        this.log = log;
        this.organisations = views.ofType(OrganisationNames.TYPE).orElseThrow();
        this.points = points;
        this.records = records;
        this.texts = texts;
    }

    /**
     * The files of a record's case file.
     *
     * @param waitFor a position that MUST have been reached; -1 for none
     * @throws RejectedException with {@link ServiceRejection.UnknownRecord} if there is no such record that the actor may
     *     read, {@link ServiceRejection.NotSealedYet} if no checkpoint covers all of it yet, or
     *     {@link ReadRejection.CaseTooLarge}
     */
    Map<String, byte[]> files(Actor actor, FeatureView<?> view, String id, long waitFor, String language) {
        ReadPoint now = points.at(new KnownOn.Now(), waitFor);
        List<Entry> entries = records.entries(actor, view, id, now);
        if (entries.size() > MOST_ENTRIES) {
            throw tooLarge();
        }
        PublishedCheckpoint checkpoint = proofs.checkpointOver(entries.get(entries.size() - 1).position());
        List<StoredEntry> record = stored(entries);
        AtomicLong textBytes = new AtomicLong();
        CaseFiles writer = new CaseFiles(
                SignedNote.parse(checkpoint.cosignedNote()),
                position -> log.inclusion(position, checkpoint.size()),
                digest -> text(actor, digest, textBytes));
        List<VerifierKey> keys = log.verifierKeys().stream().map(VerifierKey::parse).toList();
        return writer.of(
                id, record, named(actor, record, now, checkpoint.size()),
                heads.ofCase(id, checkpoint, now.knownAt()).orElse(null), keys, EvidenceWords.in(language));
    }

    private static List<StoredEntry> stored(List<Entry> entries) {
        return entries.stream()
                .map(entry -> StoredEntry.of(entry.bytes(), entry.position()))
                .toList();
    }

    /** All entries of the organisations that a record mentions, as far as the actor may read them and they are sealed. */
    private Map<String, List<StoredEntry>> named(Actor actor, List<StoredEntry> record, ReadPoint now, long sealed) {
        Map<String, List<StoredEntry>> found = new TreeMap<>();
        AtomicInteger left = new AtomicInteger(MOST_NAMING_ENTRIES);
        OrganisationNames.mentioned(record, id -> {
            if (left.get() <= 0) {
                return false;
            }
            List<StoredEntry> entries = new ArrayList<>();
            for (Entry entry : organisation(actor, id, now)) {
                if (entry.position() < sealed) {
                    entries.add(StoredEntry.of(entry.bytes(), entry.position()));
                }
            }
            if (entries.isEmpty() || entries.size() > OrganisationNames.MOST_ENTRIES) {
                return false;
            }
            if (left.addAndGet(-entries.size()) < 0) {
                return false;
            }
            found.put(id, entries);
            return true;
        });
        return found;
    }

    private List<Entry> organisation(Actor actor, String id, ReadPoint now) {
        try {
            return records.entries(actor, organisations, id, now);
        } catch (RejectedException | IllegalArgumentException noneThatMayBeRead) {
            return List.of();
        }
    }

    private Optional<byte[]> text(Actor actor, String digest, AtomicLong bytes) {
        try {
            byte[] text = texts.text(actor, new TextDigest(digest), -1);
            if (bytes.addAndGet(text.length) > MOST_TEXT_BYTES) {
                throw tooLarge();
            }
            return Optional.of(text);
        } catch (RejectedException hidden) {
            if (hidden.rejection() instanceof ServiceRejection.UnknownRecord) {
                return Optional.empty();
            }
            throw hidden;
        }
    }

    static RejectedException tooLarge() {
        return new RejectedException(new ReadRejection.CaseTooLarge(MOST_ENTRIES, MOST_TEXT_BYTES));
    }
}
