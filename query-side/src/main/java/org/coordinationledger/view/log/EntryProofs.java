package org.coordinationledger.view.log;

import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.ledger.Entry;
import org.coordinationledger.ledger.LedgerReader;
import org.coordinationledger.ledger.sealing.PublishedCheckpoint;
import org.coordinationledger.ledger.sealing.SealedLog;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.view.api.ReadRejection;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.authority.ReadingCircles;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.reading.ReadingCircle;

/** Entries with their proofs, for those who may read the records that they belong to. */
public final class EntryProofs {

    private static final int RETRY_AFTER_SECONDS = 1;

    private final LedgerReader ledger;
    private final SealedLog log;
    private final FeatureViews views;
    private final ReadPoints points;
    private final RecordReads records;
    private final ReadingCircles circles;

    EntryProofs(
            LedgerReader ledger,
            SealedLog log,
            FeatureViews views,
            ReadPoints points,
            RecordReads records,
            ReadingCircles circles) {
        this.ledger = ledger;
        this.log = log;
        this.views = views;
        this.points = points;
        this.records = records;
        this.circles = circles;
    }

    /**
     * An entry that a checkpoint covers.
     *
     * @param path hashes from the entry's leaf to the root of the checkpoint
     */
    public record ProvedEntry(Entry entry, PublishedCheckpoint checkpoint, List<Hash> path) {}

    /**
     * The entry at a position, proved to be in the newest checkpoint.
     *
     * @throws RejectedException with {@link ReadRejection.UnknownEntry} if there is none that the actor may read, or
     *     {@link ServiceRejection.NotSealedYet} if no checkpoint covers it yet
     */
    ProvedEntry of(Actor actor, long position) {
        Entry entry = ledger.entry(position).orElseThrow(() -> unknown(position));
        requireReadable(actor, entry);
        return proved(entry, checkpointOver(position));
    }

    private void requireReadable(Actor actor, Entry entry) {
        FeatureView<?> view = views.ofType(entry.streamType()).orElse(null);
        if (circles.of(actor) == ReadingCircle.WHOLE) {
            return;
        }
        if (view == null) {
            throw unknown(entry.position());
        }
        try {
            ReadPoint now = points.at(new KnownOn.Now(), -1);
            records.entries(actor, view, entry.streamId(), now);
        } catch (RejectedException hidden) {
            if (hidden.rejection() instanceof ServiceRejection.UnknownRecord) {
                throw unknown(entry.position());
            }
            throw hidden;
        }
    }

    /** The newest checkpoint, which MUST cover the position. */
    PublishedCheckpoint checkpointOver(long position) {
        return log.latest()
                .filter(newest -> newest.size() > position)
                .orElseThrow(() -> new RejectedException(
                        new ServiceRejection.NotSealedYet(position, RETRY_AFTER_SECONDS)));
    }

    /** An entry with its path into a checkpoint that covers it. */
    ProvedEntry proved(Entry entry, PublishedCheckpoint checkpoint) {
        return new ProvedEntry(entry, checkpoint, log.inclusion(entry.position(), checkpoint.size()));
    }

    private static RejectedException unknown(long position) {
        return new RejectedException(new ReadRejection.UnknownEntry(position));
    }
}
