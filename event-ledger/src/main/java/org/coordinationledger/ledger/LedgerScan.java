package org.coordinationledger.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.coordinationledger.ledger.LedgerFault.Kind;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.HeadTable;
import org.coordinationledger.tlog.TreeHasher;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ledger from its beginning and compares what documents hold for indexes with the entries that are hashed: that
 * positions, recorded times and the sequences of each stream have no gap, and that every field says what the entry says.
 * Used by one thread.
 *
 * <p>It remembers the last entry of each stream, in some 65 bytes each.
 */
public final class LedgerScan {

    private final CommitLookup reads;
    private final String logId;
    private final HeadTable streams = new HeadTable();
    private final TreeHasher hasher = new TreeHasher();
    private final byte[] streamHash = new byte[Hash.BYTES];
    private long next;
    private @Nullable StoredCommit before;

    LedgerScan(CommitLookup reads, String logId) {
        this.reads = reads;
        this.logId = logId;
    }

    /** The position after the last entry that was read. */
    public long next() {
        return next;
    }

    /** The last steps of all streams, among the entries that were found sound so far. */
    public HeadTable heads() {
        return streams;
    }

    /**
     * Reads on, commit by commit.
     *
     * @param entries about how many, 1 to {@link LedgerBounds#MAX_READ}
     * @param end     no commit that begins here or later is read
     * @param sound   is given each entry that is as it must be, in order
     * @return the first fault, after which there is nothing more to read
     */
    public Optional<LedgerFault> read(int entries, long end, Consumer<StoredEntry> sound) {
        for (StoredCommit commit : reads.from(next, entries, true)) {
            if (commit.first() >= end) {
                break;
            }
            Optional<LedgerFault> fault = commit(commit);
            boolean requested = false;
            for (int i = 0; fault.isEmpty() && i < commit.streams().size(); i++) {
                fault = entry(commit, i, sound);
                requested |= commit.entries().get(i).contains("\"" + LedgerMetadata.REQUEST_KEY + "\"");
            }
            if (fault.isEmpty() && commit.request() != null && !requested) {
                fault = fault(commit.first(), Kind.INDEX, "the index holds a request of which no entry tells");
            }
            if (fault.isPresent()) {
                return fault;
            }
            next = commit.next();
            before = commit;
        }
        return Optional.empty();
    }

    private Optional<LedgerFault> commit(StoredCommit commit) {
        if (commit.first() != next) {
            return fault(next, Kind.ORDER, commit.first() < next
                    ? "the commit at " + commit.first() + " begins inside of the one before"
                    : "nothing stands here; the next commit is at " + commit.first());
        }
        if (commit.entries().isEmpty() || commit.entries().size() != commit.streams().size()) {
            return fault(next, Kind.INDEX, "the commit has " + commit.entries().size() + " entries and " + commit.streams().size()
                    + " index keys");
        }
        if (before != null && commit.recordedAt().isBefore(before.recordedAt())) {
            return fault(next, Kind.INDEX, "it is recorded before the commit that precedes it");
        }
        return Optional.empty();
    }

    private Optional<LedgerFault> entry(StoredCommit commit, int index, Consumer<StoredEntry> sound) {
        long position = commit.first() + index;
        Entry entry;
        try {
            entry = EntryFormat.parse(commit.entries().get(index));
        } catch (RuntimeException e) {
            return fault(position, Kind.ENTRY, "the entry cannot be read: " + e.getMessage());
        }
        String key = commit.streams().get(index);
        byte[] streamId = entry.streamId().getBytes(StandardCharsets.UTF_8);
        hasher.plain(streamId, 0, streamId.length, streamHash, 0);
        int stream = streams.find(streamHash, 0);
        Long prev = stream < 0 ? null : (Long) streams.position(stream);
        Map<String, String> metadata = entry.metadata();
        String actor = metadata.get(LedgerMetadata.ACTOR);
        String requestKey = metadata.get(LedgerMetadata.REQUEST_KEY);
        String request = actor == null || requestKey == null ? null : actor + "/" + requestKey;
        Object[][] compared = {
            {Kind.ENTRY, "the log's id", logId, entry.logId()},
            {Kind.ORDER, "the position", position, entry.position()},
            {Kind.ORDER, "the first position of the commit", commit.first(), entry.commitFirst()},
            {Kind.ORDER, "the number of entries of the commit", commit.entries().size(), entry.commitCount()},
            {Kind.INDEX, "the recorded time in the index", entry.recordedAt(), commit.recordedAt()},
            {Kind.INDEX, "the index key", StreamKey.of(entry.streamId(), entry.sequence()), key},
            {Kind.ORDER, "the sequence in its record", streams.sequence(stream) + 1, entry.sequence()},
            {Kind.ORDER, "the position of the record's entry before it", prev, entry.prev()},
            {Kind.INDEX, "the request in the index", request == null ? commit.request() : request, commit.request()},
            {Kind.INDEX, "the command's digest in the index", index > 0 ? commit.command()
                : commit.request() == null ? null : metadata.get(LedgerMetadata.COMMAND_DIGEST), commit.command()}
        };
        for (Object[] each : compared) {
            if (!Objects.equals(each[2], each[3])) {
                return fault(position, (Kind) each[0], each[1] + " is " + each[3] + " and should be " + each[2]);
            }
        }
        streams.step(stream, streamHash, 0, position);
        sound.accept(new StoredEntry(position, entry.streamId(), commit.entries().get(index)));
        return Optional.empty();
    }

    private static Optional<LedgerFault> fault(long position, Kind kind, String reason) {
        return Optional.of(new LedgerFault(position, kind, reason));
    }
}
