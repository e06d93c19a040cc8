package org.coordinationledger.ledger;

import java.util.HashMap;
import java.util.Map;

/**
 * The streams that a unit of work read to their end before it decided. The committer refuses the commit if one of them
 * has moved since.
 *
 * <p>Only a read to the end counts: a prefix of a stream never changes. Not safe for use by several threads.
 */
public final class ReadSet {

    /** Most streams that one unit of work may read. */
    public static final int MAX_STREAMS = 4_096;

    /**
     * One stream as it was read.
     *
     * @param lastSequence the last sequence read; -1 if the stream was empty
     * @param tailBefore   a tail of the ledger known before the read; -1 if none was
     */
    record Read(long lastSequence, long tailBefore) {
    }

    private final Map<String, Read> reads = new HashMap<>();

    /**
     * Notes a stream. Of several reads of one stream the earliest state counts.
     *
     * @param lastSequence the last sequence read; -1 if the stream was empty
     * @param tailBefore   a tail of the ledger known before the read; -1 if unknown
     * @throws IllegalStateException if more than {@link #MAX_STREAMS} streams are read
     */
    public void note(String streamId, long lastSequence, long tailBefore) {
        Read read = new Read(lastSequence, tailBefore);
        reads.merge(streamId, read, (a, b) -> a.lastSequence() <= b.lastSequence() ? a : b);
        if (reads.size() > MAX_STREAMS) {
            throw new IllegalStateException("a unit of work may read at most " + MAX_STREAMS + " streams");
        }
    }

    /** Takes note of the unit of work's own entries, so that it may go on to append more. */
    void advance(Commit commit) {
        for (Entry entry : commit.entries()) {
            reads.computeIfPresent(entry.streamId(),
                    (id, read) -> new Read(Math.max(read.lastSequence(), entry.sequence()), commit.last()));
        }
    }

    Map<String, Read> reads() {
        return Map.copyOf(reads);
    }
}
