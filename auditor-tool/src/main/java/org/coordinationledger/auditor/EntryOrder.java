package org.coordinationledger.auditor;

import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.HeadTable;
import org.jspecify.annotations.Nullable;

/**
 * Holds what entries say about their place against each other, from the first entry on: positions, one log id, commits,
 * times, and each record's sequence and previous position.
 */
final class EntryOrder {

    private final HeadTable records = new HeadTable();
    private @Nullable String log;
    private String recordedAt = "";
    private long next;
    private long commitFirst;
    private long commitEnd;

    /** @throws FaultException at the first entry that is out of its place */
    void take(ScannedBundle bundle) {
        for (int i = 0; i < bundle.width(); i++) {
            take(bundle.head(i), bundle.recordHashes(), i * Hash.BYTES);
        }
    }

    private void take(EntryHead head, byte[] recordHashes, int at) {
        long position = next++;
        if (head.position() != position) {
            throw new FaultException(Fault.NOT_ITS_POSITION, position, head.position());
        }
        if (log == null) {
            log = head.log();
        } else if (!head.log().equals(log)) {
            throw new FaultException(Fault.OTHER_LOG_ID, position, head.log(), log);
        }
        if (head.recordedAt().compareTo(recordedAt) < 0) {
            throw new FaultException(Fault.TIME_BACKWARDS, position, head.recordedAt(), recordedAt);
        }
        recordedAt = head.recordedAt();
        commit(head, position);
        int record = records.find(recordHashes, at);
        long sequence = records.sequence(record) + 1;
        if (head.sequence() != sequence) {
            throw new FaultException(Fault.SEQUENCE_BROKEN, position, head.record(), head.sequence(), sequence);
        }
        if (head.prev() != records.position(record)) {
            throw new FaultException(Fault.PREVIOUS_WRONG, position, head.record());
        }
        records.step(record, recordHashes, at, position);
    }

    private void commit(EntryHead head, long position) {
        if (position == commitEnd) {
            commitFirst = position;
            commitEnd = position + head.count();
        }
        if (head.count() < 1 || head.first() != commitFirst || head.first() + head.count() != commitEnd) {
            throw new FaultException(Fault.COMMIT_BROKEN, position);
        }
    }

    /** Number of entries taken. */
    long size() {
        return next;
    }

    HeadTable records() {
        return records;
    }

    /** The log id that all entries bear; empty before the first. */
    String log() {
        return log == null ? "" : log;
    }

    /** When the last entry was recorded; empty before the first. */
    String recordedAt() {
        return recordedAt;
    }
}
